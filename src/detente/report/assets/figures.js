// Draws the charts: colours by name come from the style sheet, the views of each chart from what the page carries.

var PAPER_WIDTH = 690;
var PAPER_HEIGHT = 780; // on one sheet with its heading, in A4 and in Letter
var CONFIG = { displayModeBar: false, displaylogo: false, responsive: true, scrollZoom: false, doubleClick: false };
var figures = {}; // the views of every chart that is shown, by its key
var onPaper = false;

function each(selector, use, root) {
  Array.prototype.forEach.call((root || document).querySelectorAll(selector), use);
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

function viewOf(chart) {
  var views = figures[chart.dataset.chart];
  return Object.hasOwn(views, chart.dataset.view) ? views[chart.dataset.view] : views[Object.keys(views)[0]];
}

function draw(chart) {
  var view = viewOf(chart);
  var figure = resolved(view.figure, getComputedStyle(document.documentElement));
  var narrow = !onPaper && chart.parentElement.matches(".newest") && chart.offsetWidth > chart.parentElement.clientWidth;
  var height = (onPaper ? Math.min(view.height, PAPER_HEIGHT) : view.height) + (narrow ? inOneColumn(figure) : 0);
  chart.style.height = height + "px";
  figure.layout.height = height;
  chart.setAttribute("aria-label", view.sentence);
  document.getElementById("reading-" + chart.dataset.chart).textContent = view.sentence;
  if (onPaper) { figure.layout.width = PAPER_WIDTH; } else { figure.layout.autosize = true; }
  Plotly.react(chart, figure.data, figure.layout, CONFIG);
  watch(chart);
  if (chart.parentElement.matches(".newest")) { fromNewest(chart.parentElement, chart); }
}

// Sets what the marks mean one below the other, as two columns are wider than a phone; gives the pixels that this takes.
function inOneColumn(figure) {
  var meanings = figure.data.filter(function (trace) { return trace.showlegend !== false; }).length;
  var more = 19 * meanings + 30 - figure.layout.margin.t;
  figure.layout.legend.orientation = "v";
  figure.layout.margin.t += more;
  return more;
}

// What is wider than its canvas is seen from the newest end, at once and wherever the window goes, until somebody moves it.
function fromNewest(canvas, chart) {
  if (canvas.dataset.at) { return; }
  var drawn = 0; // so wide was the chart when somebody last saw it
  var names = document.createElement("div");
  names.className = "row-names";
  names.setAttribute("aria-hidden", "true"); // the chart has them
  canvas.before(names);
  function toEnd() {
    drawn = canvas.scrollWidth;
    if (canvas.dataset.at === "end") { canvas.scrollLeft = drawn; }
    keepInView(names, canvas);
  }
  canvas.dataset.at = "end";
  toEnd();
  canvas.addEventListener("scroll", function () {
    if (canvas.scrollWidth !== drawn) { toEnd(); return; } // it was drawn anew: nobody moved it
    canvas.dataset.at = canvas.scrollLeft + canvas.clientWidth >= canvas.scrollWidth - 2 ? "end" : "elsewhere";
    keepInView(names, canvas);
  }, { passive: true });
  new ResizeObserver(toEnd).observe(canvas);
  chart.on("plotly_afterplot", toEnd);
}

// What explains the chart stays in view where it would lie beyond the edge of the canvas.
function keepInView(names, canvas) {
  var edge = canvas.getBoundingClientRect();
  nameRows(names, canvas, edge);
  showMeanings(canvas, edge);
}

function showMeanings(canvas, edge) {
  each(".legend", function (legend) {
    legend.style.translate = "";
    var beyond = edge.left - legend.getBoundingClientRect().left;
    if (!onPaper && beyond > 0) { legend.style.translate = beyond - 10 + "px"; } // its marks have room before them
  }, canvas);
}

// The names of the rows, on the edge of the canvas where those of the chart lie beyond it.
function nameRows(names, canvas, edge) {
  names.replaceChildren();
  each(".ytick text", function (text) {
    var lines = text.querySelectorAll("tspan.line");
    var place = text.getBoundingClientRect();
    var lane = text.querySelector("tspan[style*=bold]"); // who held an office stands in the bars themselves
    if (onPaper || !lane || place.right > edge.left + 8) { return; }
    var name = document.createElement("span");
    name.textContent = lines.length ? Array.from(lines, function (line) { return line.textContent; }).join(", ") : text.textContent;
    name.style.top = (place.top + place.bottom) / 2 - edge.top + "px";
    names.append(name);
  }, canvas);
}

function drawAll() { each(".chart", draw); }

// One chart at a time, so that the page answers in between; the promise is kept when none is left.
var waiting = [];
var drained = Promise.resolve();

function drawSoon(root) {
  var idle = !waiting.length;
  each(".chart", function (chart) { waiting.push(chart); }, root);
  if (idle) { drained = new Promise(drawNext); }
  return drained;
}

function drawNext(done) {
  var chart = waiting.shift();
  try {
    if (chart && chart.isConnected) { draw(chart); }
  } finally {
    document.documentElement.dataset.usable = "yes";
    if (waiting.length) { setTimeout(drawNext, 0, done); } else { done(); }
  }
}

// The switch of one chart, for example of years and months.
function turn(chart, view) {
  var buttons = Array.prototype.slice.call(document.querySelectorAll("button[data-chart='" + chart.dataset.chart + "']"));
  if (!Object.hasOwn(figures[chart.dataset.chart], view) || !buttons.length) { return; }
  chart.dataset.view = view;
  buttons.forEach(function (button) { button.setAttribute("aria-pressed", String(button.dataset.view === view)); });
}

function showSwitches(root) {
  each(".switch", function (group) {
    group.hidden = false;
    group.addEventListener("click", function (event) {
      var button = event.target.closest("button");
      if (!button) { return; }
      var chart = document.getElementById("chart-" + button.dataset.chart);
      var first = button === group.firstElementChild;
      turn(chart, button.dataset.view);
      draw(chart);
      remember(button.dataset.chart, first ? "" : button.dataset.view);
    });
  }, root);
}
