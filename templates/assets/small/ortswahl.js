// „Mein Ort“: a field that finds a Kommune while one types and leads to its profile. It chooses from
// the links that are on the page anyway; without this script the field stays away.
// Pattern: editable combobox, list with automatic selection (ARIA Authoring Practices Guide).
function startOrtswahl() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const form = document.querySelector("form.ortswahl");
  const source = form && document.getElementById(form.dataset.places);
  if (!source) return;

  const field = form.querySelector("input");
  const list = form.querySelector("[role=listbox]");
  const status = form.querySelector("[role=status]");
  const collator = new Intl.Collator("de");
  const places = [...new Map([...source.querySelectorAll("li a[href]")].map((link) => {
    const name = link.textContent.replaceAll("\u00ad", "").trim();
    return [link.href, { name, href: link.href, words: [german(name), plain(name)] }];
  })).values()].sort((one, other) => collator.compare(one.name, other.name));
  let found = [];
  let active = -1;

  // „Süd“ is found as „Sued“ and as „Sud“, „Groß“ as „Gross“.
  function german(text) {
    return plain(text.toLocaleLowerCase("de").normalize("NFC")
      .replace(/[äöü]/g, (letter) => ({ ä: "ae", ö: "oe", ü: "ue" })[letter]));
  }

  function plain(text) {
    return text.toLocaleLowerCase("de").replace(/ß/g, "ss").normalize("NFD")
      .replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  }

  // 0: the name begins so, 1: one of its words does, 2: a part of it, 3: not at all.
  function distance(name, asked) {
    if (name.startsWith(asked)) return 0;
    const parts = asked.split(" ");
    if (parts.every((part) => ` ${name}`.includes(` ${part}`))) return 1;
    return parts.every((part) => name.includes(part)) ? 2 : 3;
  }

  function search(text) {
    const asked = [german(text), plain(text)];
    return places
      .map((place) => [Math.min(distance(place.words[0], asked[0]), distance(place.words[1], asked[1])), place])
      .filter(([far]) => far < 3)
      .sort((one, other) => one[0] - other[0]) // stable: from A to Z within the same distance
      .map(([, place]) => place);
  }

  function option(place, number) {
    const item = document.createElement("li");
    item.id = `ortswahl-${number}`;
    item.setAttribute("role", "option");
    item.textContent = place.name;
    return item;
  }

  function select(number) {
    active = number;
    [...list.children].forEach((item, place) => item.setAttribute("aria-selected", String(place === number)));
    const item = list.children[number];
    if (!item) return field.removeAttribute("aria-activedescendant");
    field.setAttribute("aria-activedescendant", item.id);
    // Only the list may scroll, not the page.
    const low = item.offsetTop + item.offsetHeight;
    if (item.offsetTop < list.scrollTop) list.scrollTop = item.offsetTop;
    else if (low > list.scrollTop + list.clientHeight) list.scrollTop = low - list.clientHeight;
  }

  function open(orteShown, number) {
    found = orteShown;
    list.replaceChildren(...found.map(option));
    list.hidden = found.length === 0;
    field.setAttribute("aria-expanded", String(!list.hidden));
    select(found.length ? number : -1);
  }

  function close() {
    list.hidden = true;
    field.setAttribute("aria-expanded", "false");
    select(-1);
  }

  function sentence(count) {
    if (count === 0) return words.none;
    return count === 1 ? words.one : fill(words.some, { count });
  }

  function typed() {
    const text = field.value.trim();
    open(text ? search(text) : [], 0);
    status.textContent = text ? sentence(found.length) : "";
  }

  function go(place) {
    if (!place) return;
    field.value = place.name;
    close();
    status.textContent = "";
    location.assign(place.href);
  }

  // The arrows open the list, also of all places, and go round in it.
  function move(step) {
    if (!list.hidden) return select((active + step + found.length) % found.length);
    const text = field.value.trim();
    const all = text ? search(text) : places;
    open(all, step > 0 ? 0 : all.length - 1);
  }

  field.addEventListener("input", typed);
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (event.altKey && event.key === "ArrowUp") close();
      else move(event.key === "ArrowDown" ? 1 : -1);
    } else if (event.key === "Escape") {
      if (list.hidden) field.value = "";
      else event.preventDefault();
      close();
      status.textContent = "";
    }
  });
  field.addEventListener("blur", close);
  // Pressing must not take the focus from the field: blur would close the list before the click.
  form.addEventListener("mousedown", (event) => {
    if (event.target !== field) event.preventDefault();
  });
  list.addEventListener("click", (event) => {
    const item = event.target.closest("[role=option]");
    if (item) go(found[[...list.children].indexOf(item)]);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const text = field.value.trim();
    const chosen = found[active] || (text && search(text)[0]);
    if (chosen) return go(chosen);
    status.textContent = text ? sentence(0) : words.ask;
    field.focus();
  });

  // Coming back, a browser may have kept what was typed; the page begins anew.
  addEventListener("pageshow", () => { field.value = ""; close(); });
  form.hidden = false;
}

startOrtswahl();
