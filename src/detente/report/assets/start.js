// Begins: shows what needs scripts, unpacks and runs the drawing library, draws, and goes where the address says.

function start() {
  everything = asItCame();
  showCards();
  showChoosing();
  takeAlong();
  var read = readAddress();
  state = read.state;
  anchor = read.anchor;
  prepare(document);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
  matchMedia("print").addEventListener("change", function (event) { paper(event.matches); });
  addEventListener("beforeprint", function () { paper(true); });
  addEventListener("afterprint", function () { paper(false); });
  addEventListener("hashchange", followAddress);
  var begun = false; // somebody reads already, and is not to be carried off
  ["wheel", "touchmove", "pointerdown", "keydown"].forEach(function (kind) {
    addEventListener(kind, function () { begun = true; }, { once: true, passive: true });
  });
  return restore().then(reveal).then(function () { return drained; }).then(function () {
    if (!begun) { reveal(); } // each chart that was drawn has moved what stands below it
    document.documentElement.dataset.ready = "yes"; // every chart is drawn
  });
}

function apologise(problem) {
  console.error(problem);
  each(".chart", function (chart) {
    chart.textContent = "This browser is too old to draw the chart; the table below holds the same figures.";
  });
}

function showOpeners() {
  each("[data-open]", function (button) {
    button.hidden = false;
    button.addEventListener("click", function () {
      var open = button.getAttribute("aria-pressed") !== "true";
      each("#" + button.dataset.open + " > details", function (one) { one.open = open; });
      button.setAttribute("aria-pressed", String(open));
      button.textContent = open ? "Close all" : "Open all";
    });
  });
}

// Saved as they are; without scripts the browser saves them packed.
function unpackFiles() {
  each("a.file", function (link) {
    link.addEventListener("click", function (event) {
      event.preventDefault();
      unpackedText(link.href.split(",")[1]).then(function (text) {
        var saving = document.createElement("a");
        saving.href = URL.createObjectURL(new Blob([text], { type: link.dataset.kind }));
        saving.download = link.dataset.name;
        saving.click();
        setTimeout(function () { URL.revokeObjectURL(saving.href); }, 10000);
      });
    });
  });
}

showOpeners();
unpackFiles();
Promise.all([unpacked("plotly").then(run), unpacked("figures").then(JSON.parse)])
  .then(function (read) { figures = read[1]; })
  .then(start)
  .catch(apologise);
