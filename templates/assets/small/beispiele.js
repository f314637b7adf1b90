// Opens all that is folded because it is made up, and closes it again. The state is in the address:
// ?beispiele=ja. Without this script each fold opens by itself; the link is then hidden.
function startExamples() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const link = document.querySelector(".beispiel-schalter");
  const folds = document.querySelectorAll("details.beispiele");
  if (!link || !folds.length) return;

  const isShown = () => new URLSearchParams(location.search).get("beispiele") === "ja";

  // Other scripts have their own state in the address: it stays.
  function address(shown) {
    const url = new URL(location.href);
    if (shown) url.searchParams.set("beispiele", "ja");
    else url.searchParams.delete("beispiele");
    return url.pathname + url.search + url.hash;
  }

  function show() {
    const shown = isShown();
    for (const fold of folds) fold.open = shown;
    link.textContent = shown ? words.hide : words.show;
    link.setAttribute("href", address(!shown));
  }

  link.addEventListener("click", (event) => {
    if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, "", address(!isShown()));
    show();
  });
  addEventListener("popstate", () => {
    if (isShown() !== (link.textContent === words.hide)) show();
  });

  link.hidden = false;
  show();
}

startExamples();
