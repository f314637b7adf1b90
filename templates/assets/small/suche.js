// The search field that each page has. Who enters it first loads the engine and the list of hits; from
// then on the form leads to what was found. Without this script, or if loading fails, it leads to the
// register. Others ask for the engine by `fokusSuchwerk()`.
function startSuche() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const { root, engine, list, style } = words;
  const PATIENCE = 400; // milliseconds before it is said that one has to wait
  const form = document.querySelector("form.suchen");
  if (!form) return;

  const field = form.elements.q;
  const status = form.querySelector("[role=status]");
  const register = form.action;
  const button = document.querySelector("[popovertarget=suche]");
  let whole = null;
  let ready = null;

  const loaded = (kind, attributes, data) => new Promise((done, fail) => {
    const tag = Object.assign(document.createElement(kind), attributes, { onload: done, onerror: fail });
    Object.assign(tag.dataset, data);
    document.head.append(tag);
  });

  window.fokusSuchwerk = () => {
    ready ??= loaded("script", { src: engine }).then(() => window.fokusSuche.load(root)).then(() => window.fokusSuche);
    ready.catch(() => { ready = null; });
    return ready;
  };

  function enter() {
    if (whole) return;
    form.action = found;
    const waiting = setTimeout(() => { status.textContent = words.loading; }, PATIENCE);
    whole = Promise.all([
      window.fokusSuchwerk(),
      window.fokusSuchliste || loaded("script", { src: list }, words),
      loaded("link", { rel: "stylesheet", href: style }),
    ]).then(() => {
      status.textContent = "";
      window.fokusSuchliste();
    }, () => {
      whole = null;
      form.action = register;
      status.textContent = words.failed;
    }).finally(() => clearTimeout(waiting));
  }

  function open() {
    if (button?.checkVisibility() && !form.matches(":popover-open")) form.showPopover();
    field.focus();
  }

  // Some readers write to a page by single keys: this one can be switched off on the page of the search.
  function isOff() {
    try {
      return localStorage.getItem("suchtaste") === "off";
    } catch {
      return false;
    }
  }

  // From a file system no server adds the name of a folder's page.
  const found = `${root}suche/${location.protocol === "file:" ? "index.html" : ""}`;
  form.action = found;
  if (list) field.addEventListener("focus", enter);
  button?.addEventListener("click", (event) => {
    event.preventDefault();
    if (form.matches(":popover-open")) form.hidePopover();
    else open();
  });
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.target.closest?.("input, textarea, select, [contenteditable]") || isOff()) return;
    event.preventDefault();
    open();
    field.select();
  });
  if (list && document.activeElement === field) enter();
}

startSuche();
