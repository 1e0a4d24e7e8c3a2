// On paper charts have a width of their own, and links become numbers of a list of references.

function paper(wanted) {
  if (onPaper === wanted) { return; }
  onPaper = wanted;
  document.documentElement.toggleAttribute("data-paper", wanted);
  hide();
  drawAll();
  if (wanted) { addReferences(); } else { removeReferences(); }
}

function addReferences() {
  var section = document.getElementById("references");
  var list = section.querySelector("ol");
  var numbers = {};
  each("main a[href^='http']", function (link) {
    if (!link.getClientRects().length || link.closest("details:not([open])")) { return; }
    if (!numbers[link.href]) {
      var item = document.createElement("li");
      item.textContent = link.href;
      list.append(item);
      numbers[link.href] = list.children.length;
    }
    var number = document.createElement("sup");
    number.className = "number";
    number.textContent = "[" + numbers[link.href] + "]";
    link.after(number);
  });
  section.hidden = !list.children.length;
}

function removeReferences() {
  var section = document.getElementById("references");
  each("sup.number", function (number) { number.remove(); });
  section.querySelector("ol").textContent = "";
  section.hidden = true;
}
