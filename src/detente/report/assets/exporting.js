// Puts every chart of the page, as the kind of picture that this script's element names, into the page as JSON.
(function () {
  "use strict";
  var kind = document.currentScript.dataset.kind;
  var WIDTH = 1100;
  var seed = 1;

  // The drawing library names its parts at random; the same page is to give the same pictures.
  Math.random = function () {
    seed = seed * 16807 % 2147483647;
    return seed / 2147483647;
  };

  // A picture by itself: it says in a sentence what it shows, as the chart on the page does.
  function described(svg, chart) {
    var parsed = new DOMParser().parseFromString(svg, "image/svg+xml");
    var title = parsed.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = chart.getAttribute("aria-label");
    parsed.documentElement.setAttribute("role", "img");
    parsed.documentElement.prepend(title);
    return new XMLSerializer().serializeToString(parsed);
  }

  function picture(chart) {
    var figure = { data: chart.data, layout: Object.assign({}, chart.layout, { paper_bgcolor: "#ffffff" }) };
    var scale = kind === "png" ? 2 : 1;
    var wanted = { format: kind, width: WIDTH, height: chart.clientHeight, scale: scale, imageDataOnly: true };
    return Plotly.toImage(figure, wanted).then(function (data) { return kind === "svg" ? described(data, chart) : data; });
  }

  // One after the other: a large record's pictures would not all fit into memory at once.
  function pictures() {
    var found = [];
    return Array.prototype.reduce.call(document.querySelectorAll(".chart"), function (before, chart) {
      return before.then(function () { return picture(chart); })
        .then(function (data) { found.push({ chart: chart.dataset.chart, data: data }); });
    }, Promise.resolve()).then(function () { return found; });
  }

  function hand(found) {
    var element = document.createElement("script");
    element.type = "application/json";
    element.id = "exported";
    element.textContent = JSON.stringify(found).replace(/</g, "\\u003c");
    document.body.append(element);
  }

  new MutationObserver(function (seen, watching) {
    watching.disconnect();
    pictures().then(hand);
  }).observe(document.documentElement, { attributeFilter: ["data-ready"] });
})();
