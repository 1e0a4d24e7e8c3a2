// The state of the page is in its address: after the id of a contact or section, if any, what is chosen.
// For example: #fra-rus-2024-04-03-phone&channel=call&level=minister&frequency=month

var state = {};
var anchor = "";

function readAddress() {
  var read = { state: {}, anchor: "" };
  location.hash.slice(1).split("&").forEach(function (part) {
    var at = part.indexOf("=");
    try {
      if (at < 0) { read.anchor = read.anchor || decodeURIComponent(part); }
      else { read.state[part.slice(0, at)] = decodeURIComponent(part.slice(at + 1)); }
    } catch (problem) { /* an address that somebody cut: what cannot be read is not chosen */ }
  });
  return read;
}

function writeAddress() {
  var parts = Object.keys(state).sort().map(function (key) { return key + "=" + encodeURIComponent(state[key]); });
  if (anchor) { parts.unshift(encodeURIComponent(anchor)); }
  history.replaceState(null, "", parts.length ? "#" + parts.join("&") : location.href.split("#")[0]);
}

function remember(key, value) {
  if (value) { state[key] = value; } else { delete state[key]; }
  writeAddress();
}

// A link inside the page names only where it leads: what is chosen stays.
function followAddress() {
  var read = readAddress();
  var chosen = Object.keys(read.state).length > 0;
  anchor = read.anchor;
  if (chosen) { state = read.state; }
  writeAddress();
  return chosen ? restore().then(reveal) : Promise.resolve(reveal());
}

// What is chosen goes along into the pages that lie beside this one.
function takeAlong() {
  document.addEventListener("click", function (event) {
    var link = event.target.closest("a[href*='.html']");
    if (!link || /^https?:/.test(link.getAttribute("href"))) { return; }
    var parts = link.hash.slice(1).split("&").slice(0, 1).filter(Boolean);
    ["channel", "level", "period"].forEach(function (name) {
      if (state[name]) { parts.push(name + "=" + encodeURIComponent(state[name])); }
    });
    link.hash = parts.join("&");
  });
}

function reveal() {
  var target = anchor && document.getElementById(anchor);
  if (!target) { return; }
  if (target.tagName === "DETAILS") {
    target.hidden = false;
    target.classList.remove("unfound");
    target.open = true;
  }
  each(".target", function (one) { one.classList.remove("target"); });
  target.classList.add("target");
  target.scrollIntoView({ behavior: "instant" });
}
