// What the page carries packed (base64 of gzip) and how it is read.

function bytesOf(base64) {
  return Uint8Array.from(atob(base64), function (letter) { return letter.charCodeAt(0); });
}

function unpackedText(base64) {
  var packed = new Blob([bytesOf(base64)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
}

function unpacked(id) {
  return unpackedText(document.querySelector("script#" + id).textContent.trim());
}

// The browser runs the drawing library only if it is, to the byte, the one whose hash the page names.
function run(code) {
  var script = document.createElement("script");
  script.textContent = code;
  document.head.append(script);
}
