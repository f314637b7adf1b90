// Several pictures of one figure: folds, of which one is open. They become tabs, so that none can be
// closed. Whatever opens a fold – an address, the browser's own search – chooses its tab.
function startAnsichten() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const steps = { ArrowLeft: -1, ArrowRight: 1 };

  function setUp(box) {
    const folds = [...box.children];
    const list = document.createElement("div");
    list.className = "ansichten-wahl";
    list.setAttribute("role", "tablist");
    list.setAttribute("aria-label", words.name);

    function show(chosen) {
      folds.forEach((fold, index) => {
        fold.open = index === chosen;
        tabs[index].setAttribute("aria-selected", index === chosen);
        tabs[index].tabIndex = index === chosen ? 0 : -1;
      });
    }

    function choose(index) {
      show(index);
      tabs[index].focus();
      history.replaceState(null, "", `#${folds[index].lastElementChild.id}`);
    }

    const tabs = folds.map((fold, index) => {
      const [summary, panel] = fold.children;
      const tab = document.createElement("button");
      tab.type = "button";
      tab.textContent = summary.textContent;
      tab.setAttribute("role", "tab");
      tab.setAttribute("aria-controls", panel.id);
      panel.setAttribute("role", "tabpanel");
      panel.setAttribute("aria-label", tab.textContent);
      summary.hidden = true;
      tab.addEventListener("click", () => choose(index));
      fold.addEventListener("toggle", () => fold.open && show(index));
      return tab;
    });

    list.append(...tabs);
    list.addEventListener("keydown", (event) => {
      const at = tabs.indexOf(document.activeElement);
      const ends = { Home: 0, End: tabs.length - 1 };
      const next = ends[event.key] ?? (at + steps[event.key] + tabs.length) % tabs.length;
      if (isNaN(next) || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      choose(next);
    });
    box.before(list);
    box.classList.add("bereit");
    show(folds.findIndex((fold) => fold.open));
  }

  // Where a browser does not open a fold for an address within it.
  function openAddressed() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const fold = target && target.closest("details:not([open])");
    if (!fold) return;
    fold.open = true;
    target.scrollIntoView();
  }

  const box = document.querySelector(".ansichten");
  if (box) setUp(box);
  openAddressed();
  addEventListener("hashchange", openAddressed);
}

startAnsichten();
