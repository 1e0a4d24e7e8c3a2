// Draws the charts that the page describes: colours by name come from the style sheet, views from the JSON beside each chart.
// The drawing library is packed; the browser runs it only if it is, to the byte, the one whose hash the page names.
(function () {
  "use strict";
  var charts = Array.prototype.slice.call(document.querySelectorAll(".chart"));
  var views = {};
  var onPaper = false;
  var PAPER_WIDTH = 690;
  var CONFIG = { displayModeBar: false, displaylogo: false, responsive: true, scrollZoom: false, doubleClick: false };

  charts.forEach(function (chart) {
    views[chart.dataset.chart] = JSON.parse(document.getElementById("figures-" + chart.dataset.chart).textContent);
  });

  function unpacked(id) {
    var packed = atob(JSON.parse(document.getElementById(id).textContent));
    var bytes = Uint8Array.from(packed, function (letter) { return letter.charCodeAt(0); });
    return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"))).text();
  }

  function run(code) {
    var script = document.createElement("script");
    script.textContent = code;
    document.head.append(script);
  }

  function resolved(value, style) {
    if (typeof value === "string") {
      var name = /^var\((--[\w-]+)\)$/.exec(value);
      return name ? style.getPropertyValue(name[1]).trim() : value;
    }
    if (Array.isArray(value)) {
      return value.map(function (item) { return resolved(item, style); });
    }
    if (value !== null && typeof value === "object") {
      var copy = {};
      Object.keys(value).forEach(function (key) { copy[key] = resolved(value[key], style); });
      return copy;
    }
    return value;
  }

  function draw(chart) {
    var view = views[chart.dataset.chart][chart.dataset.view];
    var figure = resolved(view.figure, getComputedStyle(document.documentElement));
    chart.style.height = view.height + "px";
    chart.setAttribute("aria-label", view.sentence);
    document.getElementById("reading-" + chart.dataset.chart).textContent = view.sentence;
    if (onPaper) { figure.layout.width = PAPER_WIDTH; } else { figure.layout.autosize = true; }
    return Plotly.react(chart, figure.data, figure.layout, CONFIG);
  }

  function drawAll() { charts.forEach(draw); }

  function choose(button) {
    var chart = document.getElementById("chart-" + button.dataset.chart);
    chart.dataset.view = button.dataset.view;
    Array.prototype.forEach.call(button.parentElement.children, function (other) {
      other.setAttribute("aria-pressed", String(other === button));
    });
    draw(chart);
  }

  function reveal() {
    var id;
    try { id = decodeURIComponent(location.hash.slice(1)); } catch (problem) { return; }
    var target = id && document.getElementById(id);
    if (target && target.tagName === "DETAILS") { target.open = true; target.scrollIntoView(); }
  }

  function paper(wanted) {
    if (onPaper === wanted) { return; }
    onPaper = wanted;
    document.documentElement.toggleAttribute("data-paper", wanted);
    drawAll();
  }

  function start() {
    drawAll();
    Array.prototype.forEach.call(document.querySelectorAll(".switch"), function (group) {
      group.hidden = false;
      group.addEventListener("click", function (event) {
        if (event.target.dataset.view) { choose(event.target); }
      });
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
    matchMedia("print").addEventListener("change", function (event) { paper(event.matches); });
    addEventListener("beforeprint", function () { paper(true); });
    addEventListener("afterprint", function () { paper(false); });
    reveal();
    document.documentElement.dataset.ready = "yes";
  }

  function apologise() {
    charts.forEach(function (chart) {
      chart.textContent = "This browser is too old to draw the chart; the table below holds the same figures.";
    });
  }

  Array.prototype.forEach.call(document.querySelectorAll("[data-open]"), function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var cards = document.querySelectorAll("#" + button.dataset.open + " > details");
      var open = button.getAttribute("aria-pressed") !== "true";
      Array.prototype.forEach.call(cards, function (card) { card.open = open; });
      button.setAttribute("aria-pressed", String(open));
      button.textContent = open ? "Close all" : "Open all";
    });
  });

  addEventListener("hashchange", reveal);
  reveal();
  Promise.resolve("plotly").then(unpacked).then(run).then(start).catch(apologise);
})();
