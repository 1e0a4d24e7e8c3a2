// The card of a mark: the same words for the pointer and for the keyboard, which steps through the marks of a chart.

var card = document.createElement("div");
var ring = document.createElement("div");
var hiding = 0;
card.className = "mark-card";
card.hidden = ring.hidden = true;
ring.className = "mark-ring";

function watch(chart) {
  if (!chart.dataset.watched) {
    chart.dataset.watched = "yes";
    chart.on("plotly_hover", function (event) {
      show(chart, event.points[0].curveNumber, event.points[0].pointNumber);
    });
    chart.on("plotly_unhover", hideSoon);
    chart.on("plotly_click", function (event) { open((viewOf(chart).figure.data[event.points[0].curveNumber].customdata || [])[event.points[0].pointNumber]); });
    addProbe(chart);
  }
  var probe = chart.parentElement.querySelector(".probe");
  // What is seen from its newest end is stepped through from there: to begin at the oldest mark would scroll it away.
  if (probe) { setProbe(probe, chart, chart.parentElement.matches(".newest") ? Math.max(0, orderOf(chart).length - 1) : 0); }
}

function show(chart, curve, point) {
  var trace = viewOf(chart).figure.data[curve];
  if (!trace.hovertext) { return; }
  clearTimeout(hiding);
  fill(trace.hovertext[point], (trace.customdata || [])[point]);
  place(chart, boxOf(chart, curve, point));
}

// Where a mark lies inside its chart, in pixels: a point, or the ends of a bar along its length and across.
function boxOf(chart, curve, point) {
  var drawn = chart.calcdata[curve][point];
  var x = chart._fullLayout.xaxis;
  var y = chart._fullLayout.yaxis;
  var across = viewOf(chart).figure.data[curve].orientation === "h";
  var bar = drawn.p0 !== undefined;
  var xs = bar ? (across ? [drawn.s0, drawn.s1] : [drawn.p0, drawn.p1]) : [drawn.x, drawn.x];
  var ys = bar ? (across ? [drawn.p0, drawn.p1] : [drawn.s0, drawn.s1]) : [drawn.y, drawn.y];
  var room = bar ? 0 : 6;
  xs = xs.map(function (value) { return x._offset + x.c2p(value); });
  ys = ys.map(function (value) { return y._offset + y.c2p(value); });
  return {
    x0: Math.min(xs[0], xs[1]) - room, x1: Math.max(xs[0], xs[1]) + room,
    y0: Math.min(ys[0], ys[1]) - room, y1: Math.max(ys[0], ys[1]) + room
  };
}

function fill(told, id) {
  card.textContent = "";
  told.split("\n").forEach(function (line) {
    var part = document.createElement("p");
    part.dir = "auto";
    part.textContent = line;
    card.append(part);
  });
  if (id && document.getElementById(id)) {
    var link = document.createElement("a");
    link.href = "#" + encodeURIComponent(id);
    link.textContent = "Open the record";
    card.append(link);
  }
}

// Above the mark where there is room, else below it, and never outside the window.
function place(chart, box) {
  var frame = chart.getBoundingClientRect();
  var middle = frame.left + (box.x0 + box.x1) / 2;
  var top = frame.top + box.y0;
  var bottom = frame.top + box.y1;
  card.hidden = false;
  var room = document.documentElement.clientWidth - card.offsetWidth - 8;
  var above = top - card.offsetHeight - 10;
  card.style.left = scrollX + Math.max(8, Math.min(room, middle - card.offsetWidth / 2)) + "px";
  card.style.top = scrollY + (above > 8 ? above : bottom + 10) + "px";
}

function hide() {
  card.hidden = ring.hidden = true;
}

function hideSoon() {
  clearTimeout(hiding);
  hiding = setTimeout(hide, 250);
}

function open(id) {
  if (id && document.getElementById(id)) { location.hash = "#" + encodeURIComponent(id); }
}

// A slider over the marks in reading order: a screen reader says its value, the words of the card, at each step.
function addProbe(chart) {
  var probe = document.createElement("div");
  probe.className = "probe";
  probe.tabIndex = 0;
  probe.setAttribute("role", "slider");
  probe.addEventListener("focus", function () { step(probe, chart, 0); });
  probe.addEventListener("blur", hide);
  probe.addEventListener("keydown", function (event) { steer(event, probe, chart); });
  chart.parentElement.append(probe);
}

function orderOf(chart) {
  return viewOf(chart).figure.layout.meta.order;
}

function setProbe(probe, chart, place) {
  var order = orderOf(chart);
  probe.hidden = !order.length;
  probe.dataset.place = place;
  if (!order.length) { return; }
  var leads = viewOf(chart).figure.data.some(function (trace) { return (trace.customdata || []).some(Boolean); });
  var label = chart.dataset.title + ": step through the marks with the arrow keys";
  probe.setAttribute("aria-label", label + (leads ? "; Enter opens the record of a contact" : ""));
  probe.setAttribute("aria-valuemin", 1);
  probe.setAttribute("aria-valuemax", order.length);
  probe.setAttribute("aria-valuenow", place + 1);
  probe.setAttribute("aria-valuetext", wordsAt(chart, order[place]).replace(/\n/g, "; "));
}

function wordsAt(chart, mark) {
  return viewOf(chart).figure.data[mark[0]].hovertext[mark[1]];
}

function steer(event, probe, chart) {
  var here = Number(probe.dataset.place);
  var last = orderOf(chart).length - 1;
  var to = {
    ArrowRight: here + 1, ArrowDown: here + 1, ArrowLeft: here - 1, ArrowUp: here - 1,
    PageDown: here + 10, PageUp: here - 10, Home: 0, End: last
  }[event.key];
  if (event.key === "Escape") { hide(); return; }
  if (event.key === "Enter" || event.key === " ") {
    event.preventDefault();
    var mark = orderOf(chart)[here];
    open((viewOf(chart).figure.data[mark[0]].customdata || [])[mark[1]]);
    return;
  }
  if (to === undefined) { return; }
  event.preventDefault();
  step(probe, chart, Math.max(0, Math.min(last, to)) - here);
}

function step(probe, chart, by) {
  var place_ = Number(probe.dataset.place) + by;
  setProbe(probe, chart, place_);
  var mark = orderOf(chart)[place_];
  var box = boxOf(chart, mark[0], mark[1]);
  var canvas = chart.parentElement;
  canvas.scrollLeft = (box.x0 + box.x1) / 2 - canvas.clientWidth / 2;
  show(chart, mark[0], mark[1]);
  encircle(chart, box);
}

function encircle(chart, box) {
  var frame = chart.getBoundingClientRect();
  ring.style.left = scrollX + frame.left + box.x0 - 5 + "px";
  ring.style.top = scrollY + frame.top + box.y0 - 5 + "px";
  ring.style.width = box.x1 - box.x0 + 10 + "px";
  ring.style.height = box.y1 - box.y0 + 10 + "px";
  ring.hidden = false;
}

function showCards() {
  document.getElementById("content").append(card, ring);
  card.addEventListener("pointerenter", function () { clearTimeout(hiding); });
  card.addEventListener("pointerleave", hideSoon);
  addEventListener("keydown", function (event) { if (event.key === "Escape") { hide(); } });
}
