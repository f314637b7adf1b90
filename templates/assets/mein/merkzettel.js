// How much is collected, and whether this page is; „Merken“ loads the rest.
const { dataset } = document.currentScript;
const base = new URL(dataset.root, location).href;
const button = document.querySelector(".merken");
const here = () => location.href.split(button.dataset.name ? "#" : /[?#]/)[0].replace("index.html", "").slice(base.length);

function show() {
  let kept = [];
  try {
    kept = JSON.parse(localStorage[`fokus:${new URL(base).pathname}:bericht`]).entries.map(({ address }) => address);
  } catch {}
  for (const way of document.querySelectorAll("a[href*='mein-bericht/']")) {
    way.textContent = way.textContent.replace(/ \(.*|$/, kept.length ? ` (${kept.length})` : "");
    way.hidden = !kept.length && way.closest(".merkzettel");
  }
  button?.setAttribute("aria-pressed", kept.includes(here()));
}

window.fokusMerkzettel = { here, show };
button?.addEventListener("click", () => {
  const tag = document.createElement("script");
  Object.assign(tag.dataset, dataset);
  tag.src = dataset.keeper;
  document.head.append(tag);
}, { once: true });
for (const change of ["storage", "pageshow"]) addEventListener(change, show);
window.navigation?.addEventListener("currententrychange", show);
show();
