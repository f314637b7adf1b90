// The page of the search. What is asked and chosen stands in the address, so that Back, reloading and
// handing on all give the same. Typing changes the address in place: Back leaves the page, not a letter.
function startSuchseite() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const page = document.getElementById("suchseite");
  const form = document.querySelector("form.suchen");
  if (!page || !form) return;

  const TYPING = 200; // milliseconds without a key before the hits change
  const QUIET = 900; // and before they are told
  const field = form.elements.q;
  const status = form.querySelector("[role=status]");
  const heading = document.getElementById("gefunden");
  const instead = page.querySelector(".statt-dessen");
  const chips = page.querySelector(".gewaehlt");
  const list = document.getElementById("treffer");
  const more = page.querySelector(".mehr");
  const none = document.getElementById("nichts");
  const nearest = none.querySelector(".naheliegend");
  const hits = createHits("../");
  const facets = createFacets(page, words, (name, key) => go(choices.toggled(choice, name, key), true));
  const choices = createChoices(facets.names);
  const title = document.title;
  let choice = choices.read(location.search);
  let asked = 0;
  let timer = 0;
  let telling = 0;

  function go(next, isStep) {
    choice = next;
    if (isStep) history.pushState(null, "", choices.write(choice));
    else history.replaceState(null, "", choices.write(choice));
    return show();
  }

  async function show() {
    const own = ++asked;
    const { text, most, chosen } = choice;
    if (field.value.trim() !== text) field.value = text;
    document.title = text ? `${fill(words.title, { text })} – ${title}` : title;
    if (!text) return rest();
    const found = await ask(text, most, chosen);
    if (own === asked && found) showFound(found);
  }

  async function ask(text, most, chosen) {
    const waiting = setTimeout(() => say(words.loading), 400);
    try {
      const engine = await window.fokusSuchwerk();
      return await engine.ask(text, { limit: most, chosen });
    } catch {
      clearTimeout(waiting);
      page.hidden = true;
      none.hidden = false;
      nearest.hidden = true;
      say(words.failed);
      return null;
    } finally {
      clearTimeout(waiting);
    }
  }

  // Before anything is asked.
  function rest() {
    page.hidden = none.hidden = true;
    tell("");
  }

  const say = (text) => {
    status.classList.remove("nur-vorgelesen");
    setText(status, text);
  };

  // What can be seen anyway is told once somebody stops typing.
  function tell(text) {
    clearTimeout(telling);
    status.textContent = "";
    status.classList.add("nur-vorgelesen");
    if (text) telling = setTimeout(() => { status.textContent = text; }, QUIET);
  }

  function showFound(found) {
    const { text, most, chosen } = choice;
    const { answers, hits: entries, terms, total, counts } = found;
    const isChosen = facets.names.some((name) => chosen[name].length);
    const shownAnswers = isChosen ? [] : answers;
    const count = total + shownAnswers.length;
    const said = fill(!count ? words.none : count === 1 ? words.one : words.some, { count, text });
    page.hidden = false;
    setText(heading, said);
    facets.show(counts, chosen);
    showChips();
    instead.hidden = !found.instead || !count;
    setText(instead, fill(words.instead, { text, instead: found.instead }));
    list.replaceChildren(...shownAnswers.map((one) => hits.answer(one, terms)), ...entries.map((one) => hits.long(one, terms)));
    list.hidden = !count;
    const left = total - entries.length;
    more.hidden = left <= 0 || entries.length < most;
    setText(more.firstElementChild, fill(words.more, { count: Math.min(left, choices.STEP) }));
    none.hidden = count > 0;
    page.classList.toggle("leer", !count && !isChosen);
    showNearest(found.nearest);
    tell(count ? fill(words.first, { found: said, first: hits.first({ answers: shownAnswers, hits: entries }) }) : said);
  }

  function showNearest(found) {
    nearest.hidden = !found.length;
    nearest.lastElementChild.replaceChildren(...found.map((word) => html("li", {}, html("a", { href: hits.question(word) }, word))));
  }

  // Each gives up what it names: on phones the boxes are folded away.
  function showChips() {
    const chosen = facets.names.flatMap((name) => choice.chosen[name].map((key) => [name, key]));
    chips.hidden = !chosen.length;
    chips.replaceChildren(...chosen.map(([name, key]) => {
      const without = choices.write(choices.toggled(choice, name, key));
      const remove = html("span", { class: "nur-vorgelesen" }, words.remove);
      return html("li", {}, html("a", { href: without }, facets.titleOf(name, key), " ", remove));
    }));
  }

  // --- What readers do ---

  const isPlain = (event) => !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);

  // Links to another question stay on this page.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".suchbeispiele a, #nichts .naheliegend a, #suchseite .gewaehlt a");
    if (!link || !isPlain(event)) return;
    event.preventDefault();
    go(choices.read(new URL(link.href).search), true);
    heading.focus();
  });
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(typed, TYPING, false);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    typed(true);
  });

  function typed(isStep) {
    const text = field.value.trim();
    if (text !== choice.text) go({ ...choice, text, most: choices.STEP }, isStep);
  }

  more.firstElementChild.addEventListener("click", async () => {
    const before = list.children.length;
    await go(choices.more(choice), false);
    list.children[before]?.querySelector("a").focus();
  });
  addEventListener("popstate", () => {
    choice = choices.read(location.search);
    show();
  });

  // The arrows go through the hits here, too.
  page.addEventListener("keydown", (event) => stepThrough(event));
  form.addEventListener("keydown", (event) => { if (event.key === "ArrowDown") stepThrough(event); });

  function stepThrough(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const links = [field, ...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (!step || at < 0 || event.ctrlKey || event.metaKey || event.altKey || !links[at + step]) return;
    event.preventDefault();
    links[at + step].focus();
  }

  // --- The key that leads to the field, here and on all other pages (suche.js) ---

  function offerKey() {
    const box = document.getElementById("suchtaste");
    try {
      box.checked = localStorage.getItem("suchtaste") !== "off";
      box.addEventListener("change", () => {
        if (box.checked) localStorage.removeItem("suchtaste");
        else localStorage.setItem("suchtaste", "off");
      });
      box.closest("p").hidden = false;
    } catch { /* a browser that keeps nothing has no such switch */ }
  }

  offerKey();
  document.querySelector(".ohne-skript").hidden = true;
  if (matchMedia("(min-width: 56rem)").matches) document.getElementById("eingrenzen").open = true;
  show();
}

startSuchseite();
