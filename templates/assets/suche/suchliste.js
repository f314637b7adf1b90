// The hits under the search field while one types. They are links that the arrow keys go through, no
// listbox: each leads to a page of its own, an answer has several lines, and links are what screen
// readers, switches and the browser's own menus know. How many there are, and the first, is told once
// somebody stops typing.
function startSuchliste() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const QUIET = 900; // milliseconds without a key before something is told
  const MOST = 7;
  const form = document.querySelector("form.suchen");
  const field = form.elements.q;
  const status = form.querySelector("[role=status]");
  const { root } = words;
  const hits = createHits(root);
  const box = html("div", { class: "suchliste", hidden: "" });
  let asked = 0;
  let shown = "";
  let telling = 0;

  function tell(text) {
    clearTimeout(telling);
    if (!text) status.textContent = "";
    else telling = setTimeout(() => { status.textContent = text; }, QUIET);
  }

  async function show() {
    const text = field.value.trim();
    const own = ++asked;
    if (!text) return close();
    if (text === shown) return open();
    const found = await ask(text);
    if (own !== asked || !found) return;
    shown = text;
    box.replaceChildren(...contentOf(found, text));
    open();
    tell(sentence(found, text));
  }

  // That nothing could be loaded, suche.js has said.
  const ask = (text) => window.fokusSuchwerk().then((engine) => engine.ask(text, { limit: MOST }), () => null);

  const countOf = ({ answers, total }) => answers.length + total;

  function sentence(found, text) {
    const count = countOf(found);
    if (!count) return fill(words.none, { text });
    return fill(count === 1 ? words.one : words.some, { count, first: hits.first(found) });
  }

  function contentOf(found, text) {
    const { answers, hits: entries, terms, instead } = found;
    const count = countOf(found);
    if (!count) return nothing(found, text);
    const list = html("ol", { id: "treffer" });
    list.append(...answers.map((one) => hits.answer(one, terms)));
    list.append(...entries.slice(0, MOST).map((one) => hits.short(one, terms)));
    const all = html("a", { href: hits.question(text) }, fill(words.all, { count, text }));
    const foot = html("p", { class: "suchliste-fuss" }, all);
    return instead ? [html("p", {}, fill(words.instead, { text: instead })), list, foot] : [list, foot];
  }

  function nothing({ nearest }, text) {
    const said = html("p", {}, fill(words.none, { text }));
    if (nearest.length) said.append(" ", words.nearest);
    for (const word of nearest) said.append(" ", html("a", { href: hits.question(word) }, word));
    const ways = html("a", { href: hits.question(text) }, words.ways);
    return [said, html("p", { class: "suchliste-fuss" }, ways)];
  }

  function open() {
    box.hidden = false;
    box.scrollTop = 0;
  }

  function close() {
    box.hidden = true;
    tell("");
  }

  // The field is the place before the first link; the ends hold.
  function move(event) {
    const links = [...box.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: at < 0 ? NaN : 0, End: at < 0 ? NaN : links.length - 1 }[event.key];
    if (!(to < links.length) || to < -1) return;
    event.preventDefault();
    (links[to] || field).focus();
  }

  form.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const isInList = box.contains(event.target);
    if (event.key === "Escape") {
      const isOpened = form.matches(":popover-open");
      if (box.hidden && !isOpened) return;
      event.preventDefault(); // else the field would lose its words
      if (box.hidden) return form.hidePopover();
      if (isInList) field.focus();
      close();
    } else if (event.key === "ArrowDown" && box.hidden) {
      event.preventDefault();
      show().then(() => { if (!box.hidden && document.activeElement === field) box.querySelector("a").focus(); });
    } else if (!box.hidden && event.target.localName !== "button") {
      // Who goes on typing goes on in the field.
      if (isInList && (event.key === "Backspace" || (event.key.length === 1 && event.key.trim()))) field.focus();
      else move(event);
    }
  });
  field.addEventListener("input", show);
  field.addEventListener("focus", () => { if (box.hidden) show(); });
  form.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget && !form.contains(relatedTarget)) close();
  });
  addEventListener("pointerdown", ({ target }) => { if (!form.contains(target)) close(); });

  window.fokusSuchliste = show;
  status.classList.add("nur-vorgelesen"); // what is told from now on can be seen
  status.before(box);
}

startSuchliste();
