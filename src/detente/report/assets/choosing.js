// The switch of the whole page: each choice shows what the program found for that selection, nothing is counted here.

var NAMES = ["channel", "level", "period"];
var form = document.querySelector("form#choosing");
var everything = null; // the page as it came, kept before anything is drawn into it
var reading = null; // every other choice, unpacked when first asked for
var chosen = null; // the same, once it is there
var current = "||";

function key() {
  return NAMES.map(function (name) { return state[name] || ""; }).join("|");
}

function restore() {
  forgetUnknown();
  if (key() !== "||") { reading = reading || unpacked("chosen").then(JSON.parse); }
  return (reading || Promise.resolve(null)).then(function (read) {
    chosen = read;
    var refused = key() !== "||" && !chosen.choices[key()];
    if (refused) { forget(NAMES); }
    if (key() !== current) { change(); }
    if (refused) { say("This page does not offer that choice; the command line does."); }
    restoreRest();
  });
}

// What this page has no option for is everything here.
function forgetUnknown() {
  forget(NAMES.filter(function (name) {
    var options = Array.prototype.slice.call(document.querySelectorAll("#choose-" + name + " option"));
    return state[name] && !options.some(function (option) { return option.value === state[name]; });
  }));
}

function forget(names) {
  names.forEach(function (name) { delete state[name]; });
  if (names.length) { writeAddress(); }
}

function say(words) {
  var line = document.querySelector("p#said");
  if (line) { line.textContent = words; }
}

function change() {
  current = key();
  var choice = current === "||" ? everything : unshelved(chosen.choices[current]);
  hide();
  each("[data-section]", function (body) { refill(body, choice.html[body.dataset.section]); });
  figures = choice.figures;
  each("#cards > details", function (one, place) { one.hidden = choice.cards !== null && choice.cards.indexOf(place) < 0; });
  say(choice.said);
  form.classList.toggle("narrowed", current !== "||");
  form.querySelector("[type=reset]").disabled = current === "||";
  prepare(document);
}

function asItCame() {
  var html = {};
  each("[data-section]", function (body) { html[body.dataset.section] = body.innerHTML; });
  return { said: "", cards: null, html: html, figures: figures };
}

function unshelved(choice) {
  function taken(places, shelf) {
    var found = {};
    Object.keys(places).forEach(function (name) { found[name] = shelf[places[name]]; });
    return found;
  }
  return {
    said: choice.said,
    cards: choice.cards,
    html: taken(choice.html, chosen.html),
    figures: taken(choice.figures, chosen.figures)
  };
}

// What was open stays open; the page's own template made the HTML, every text in it escaped.
function refill(body, html) {
  var open = Array.prototype.map.call(body.querySelectorAll("details"), function (one) { return one.open; });
  each(".chart", function (chart) { Plotly.purge(chart); }, body);
  body.innerHTML = html || "<p class=\"none\">Nothing of this is on record for what is chosen.</p>";
  each("details", function (one, place) { if (open.length > place) { one.open = open[place]; } }, body);
}

function prepare(root) {
  showSwitches(root);
  makeSortable(root);
  makeSearchable(root);
  each(".chart", function (chart) {
    turn(chart, state[chart.dataset.chart] || chart.dataset.view);
    chart.style.height = viewOf(chart).height + "px"; // nothing moves when it is drawn
  }, root);
  drawSoon(root);
}

// What an address says besides the choice: the views of charts, the search, the order of the contacts.
function restoreRest() {
  NAMES.forEach(function (name) { if (form && form[name]) { form[name].value = state[name] || ""; } });
  disableUnoffered();
  each(".chart", function (chart) {
    var wanted = state[chart.dataset.chart];
    if (wanted && chart.dataset.view !== wanted) { turn(chart, wanted); draw(chart); }
  });
  var box = document.getElementById("find");
  if (box) {
    box.value = state.find || "";
    find(box.value);
  }
  var sorted = /^(\d+)([ad])$/.exec(state.order || "");
  var table = document.querySelector("table.short");
  if (sorted && table && table.tHead.rows[0].cells[sorted[1]]) {
    order(table, Number(sorted[1]), sorted[2] === "a" ? "ascending" : "descending");
  }
}

// A big record offers fewer combinations; the command line that stands in Method asks for any.
function disableUnoffered() {
  if (!form || !chosen) { return; }
  NAMES.forEach(function (name) {
    each("#choose-" + name + " option", function (option) {
      var asked = NAMES.map(function (other) { return other === name ? option.value : state[other] || ""; }).join("|");
      option.disabled = asked !== "||" && !chosen.choices[asked];
    });
  });
}

function showChoosing() {
  if (!form) { return; }
  form.hidden = false;
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("change", function (event) { remember(event.target.name, event.target.value); restore(); });
  form.addEventListener("reset", function () {
    form.querySelector("select").focus(); // the button is about to go
    forget(NAMES);
    restore();
  });
}
