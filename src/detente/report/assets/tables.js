// Tables that can be put into another order, and the one of contacts that can be searched.

function makeSortable(root) {
  each("table", function (table) {
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    if (table.tBodies[0].rows.length < 3) { return; }
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.append.apply(button, Array.prototype.slice.call(head.childNodes));
      head.append(button);
      button.addEventListener("click", function () {
        var next = { "": "ascending", ascending: "descending", descending: "" }[head.getAttribute("aria-sort") || ""];
        order(table, column, next);
        if (table.classList.contains("short")) { remember("order", next && column + next.slice(0, 1)); }
      });
    });
  }, root);
}

function order(table, column, way) {
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  each("th", function (head) { head.removeAttribute("aria-sort"); }, table);
  rows.forEach(function (row, place) { row.dataset.place = row.dataset.place || String(place + 1); });
  if (way) { table.tHead.rows[0].cells[column].setAttribute("aria-sort", way); }
  rows.sort(function (one, other) {
    var found = way ? compared(one.cells[column].textContent, other.cells[column].textContent) : 0;
    return (way === "descending" ? -found : found) || one.dataset.place - other.dataset.place;
  });
  body.append.apply(body, rows);
}

var MONTHS = "January February March April May June July August September October November December".split(" ");
var DATE = new RegExp("^(?:[a-z]+ )?(?:(\\d{1,2}) )?(" + MONTHS.join("|") + ") (\\d{4})", "i");

// 20240403 for a cell that begins with 3 April 2024.
function dayOf(text) {
  var found = DATE.exec(text.trim());
  var month = found && MONTHS.findIndex(function (name) { return name.toLowerCase() === found[2].toLowerCase(); });
  return found ? found[3] * 10000 + (month + 1) * 100 + Number(found[1] || 0) : NaN;
}

// By day where both begin with a date in words, by number where both begin with one that is no date, else as text.
function compared(one, other) {
  var days = dayOf(one) - dayOf(other);
  if (!isNaN(days)) { return days; }
  var numbers = [one, other].map(function (text) {
    return /^-?[\d,]+(\.\d+)?(?![\d-]|,\d)/.test(text.trim()) ? parseFloat(text.trim().replace(/,/g, "")) : NaN;
  });
  if (!isNaN(numbers[0]) && !isNaN(numbers[1])) { return numbers[0] - numbers[1]; }
  return one.localeCompare(other, "en", { numeric: true });
}

function makeSearchable(root) {
  each(".find", function (line) {
    var box = line.querySelector("input");
    line.hidden = false;
    box.value = state.find || "";
    box.addEventListener("input", function () {
      remember("find", box.value);
      find(box.value);
    });
    find(box.value);
  }, root);
}

// Rows of the table of contacts and cards that hold every word asked for.
function find(text) {
  var words = text.toLowerCase().split(/\s+/).filter(Boolean);
  function holds(element) {
    var told = element.textContent.toLowerCase();
    return words.every(function (word) { return told.indexOf(word) >= 0; });
  }
  var rows = Array.prototype.slice.call(document.querySelectorAll("table.short tbody tr"));
  rows.forEach(function (row) { row.hidden = !holds(row); });
  var cards = 0;
  each("#cards > details", function (one) {
    var found = holds(one);
    one.classList.toggle("unfound", words.length > 0 && !found);
    cards += found && !one.hidden ? 1 : 0;
  });
  var shown = rows.filter(function (row) { return !row.hidden; }).length;
  var told = shown + " of " + rows.length + " rows, " + cards + (cards === 1 ? " card" : " cards");
  each(".found", function (line) { line.textContent = words.length ? told : ""; });
}
