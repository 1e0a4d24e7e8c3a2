// Hatches as lines of their own, for the page that is printed to a file: there a pattern would become a picture for each
// mark, which makes the file ten times as large and takes minutes for a long record.
(function () {
  "use strict";
  var SVG = "http://www.w3.org/2000/svg";
  var clips = 0;

  function made(name, attributes, children) {
    var element = document.createElementNS(SVG, name);
    Object.keys(attributes).forEach(function (key) {
      if (attributes[key] !== null) { element.setAttribute(key, attributes[key]); }
    });
    (children || []).forEach(function (child) { element.append(child); });
    return element;
  }

  // One tile, moved to where it lies. Its paths are written with absolute M and L and relative l, its dots as circles.
  function tile(drawn, right, down) {
    if (drawn.tagName === "circle") {
      var r = Number(drawn.getAttribute("r"));
      var x = right + Number(drawn.getAttribute("cx")) - r;
      var y = down + Number(drawn.getAttribute("cy"));
      return "M" + x + "," + y + "a" + [r, r, 0, 1, 0, 2 * r, 0] + "a" + [r, r, 0, 1, 0, -2 * r, 0];
    }
    return drawn.getAttribute("d").replace(/([ML])([-\d.e]+),([-\d.e]+)/g, function (all, letter, x, y) {
      return letter + (right + Number(x)).toFixed(2) + "," + (down + Number(y)).toFixed(2);
    });
  }

  function tiles(drawn, pattern, scale, box) {
    var width = parseFloat(pattern.getAttribute("width"));
    var height = parseFloat(pattern.getAttribute("height"));
    var path = "";
    for (var x = Math.floor(box.x / scale / width) * width; x < (box.x + box.width) / scale; x += width) {
      for (var y = Math.floor(box.y / scale / height) * height; y < (box.y + box.height) / scale; y += height) {
        path += tile(drawn, x, y);
      }
    }
    return path;
  }

  function lines(mark, pattern) {
    var scale = Number((/scale\(([\d.]+)\)/.exec(pattern.getAttribute("patternTransform")) || [0, 1])[1]);
    var drawn = pattern.lastElementChild;
    var dots = drawn.tagName === "circle";
    return made("path", {
      d: tiles(drawn, pattern, scale, mark.getBBox()),
      transform: "scale(" + scale + ")",
      opacity: drawn.getAttribute("opacity"),
      fill: dots ? drawn.getAttribute("fill") : "none",
      stroke: dots ? "none" : drawn.getAttribute("stroke"),
      "stroke-width": drawn.getAttribute("stroke-width")
    });
  }

  // The ground, the lines cut to the shape of the mark, and above them its outline.
  function hatch(mark) {
    var pattern = document.getElementById((/url\("?#([^")]+)/.exec(mark.style.fill) || [])[1]);
    if (!pattern) { return; }
    var cut = "printed-hatch-" + clips++;
    var ground = mark.cloneNode(false);
    var behind = pattern.firstElementChild;
    ground.style.fill = behind.getAttribute("fill");
    ground.style.fillOpacity = behind.getAttribute("fill-opacity");
    ground.style.stroke = "none";
    mark.before(ground, made("g", {
      transform: mark.getAttribute("transform"),
      "clip-path": mark.getAttribute("clip-path"),
      opacity: mark.style.opacity || null
    }, [
      made("clipPath", { id: cut }, [made("path", { d: mark.getAttribute("d") })]),
      made("g", { "clip-path": "url(#" + cut + ")" }, [lines(mark, pattern)])
    ]));
    mark.style.fill = "none";
  }

  // After the page's own listener has drawn the charts for paper.
  function hatchOnPaper() {
    addEventListener("beforeprint", function () {
      Array.prototype.forEach.call(document.querySelectorAll(".chart path[style*='url(']"), hatch);
    });
  }

  new MutationObserver(function (seen, watching) {
    watching.disconnect();
    hatchOnPaper();
  }).observe(document.documentElement, { attributeFilter: ["data-ready"] });
})();
