// Only in the ZIP (fokusbericht/exports/bundle.py), before all other scripts of a page: read from a
// folder, a page may load scripts but fetch nothing, and nobody leads from a folder to its page.
(() => {
"use strict";

const packed = new Map();
const ENDING = ".js";

// A file of figures is a script there; it says itself where it lies.
window.fokusPaket = (content) => packed.set(document.currentScript.src.slice(0, -ENDING.length), content);

const load = (address) => new Promise((done, fail) => {
  document.head.append(Object.assign(document.createElement("script"), { src: `${address}${ENDING}`, onload: done, onerror: fail }));
});

window.fetch = async (asked) => {
  const address = pageOf(new URL(asked, document.baseURI)).href.split(/[?#]/)[0];
  if (!packed.has(address)) await load(address).catch(() => { throw new TypeError(address); });
  const content = packed.get(address);
  return { ok: true, status: 200, text: async () => content, json: async () => JSON.parse(content) };
};

// The page of a folder: …/elmshorn/?a=b → …/elmshorn/index.html?a=b
function pageOf(url) {
  if (url.protocol === "file:" && url.pathname.endsWith("/")) url.pathname += "index.html";
  return url;
}

// Links that scripts have made, before anybody follows them.
function lead(event) {
  const link = event.target.closest?.("a[href]");
  if (link?.protocol === "file:" && link.pathname.endsWith("/")) link.href = pageOf(new URL(link.href)).href;
}
for (const kind of ["click", "auxclick", "contextmenu"]) addEventListener(kind, lead, true);

addEventListener("submit", ({ target }) => { target.action = pageOf(new URL(target.action)).href; });

// Where a script goes to a page by itself.
window.navigation?.addEventListener("navigate", (event) => {
  const there = new URL(event.destination.url);
  if (!event.cancelable || there.protocol !== "file:" || !there.pathname.endsWith("/")) return;
  event.preventDefault();
  location.assign(pageOf(there).href);
});
})();
