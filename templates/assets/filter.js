// The list of recommendations, filtered by text and by any combination of the facets.
// The links lead to real pages; here they become addresses like ?handlungsfeld=wohnen&stand=vertagt
// of the full list, where nothing has to be loaded. Without this script all still works.
"use strict";

(() => {
  const box = document.getElementById("auswahl");
  const form = document.getElementById("suchfeld");
  if (!box) return;

  const names = ["jahr", "handlungsfeld", "stand", "einschaetzung", "fokusgruppe", "zielgruppe", "art"];
  const full = new URL(box.dataset.alle, location.href);
  const total = Number(box.dataset.summe);
  const status = document.getElementById("treffer");
  const everything = status.textContent;
  const reset = document.getElementById("aufheben");
  const groups = [...box.querySelectorAll(".jahrgang")];
  const rows = [...box.querySelectorAll(".empfehlungen > li")].map((item) => ({
    item,
    words: plain(`${item.textContent} ${item.dataset.text}`),
    values: Object.fromEntries(names.map((name) => [name, (item.dataset[name] || "").split(" ")])),
  }));
  // A link of a facet ends in /<facet>/<value>/; the one for all years ends in the list itself.
  const links = [...box.querySelectorAll("nav a")].map((link) => {
    const url = new URL(link.href);
    const [name, value] = url.pathname.slice(full.pathname.length).split("/");
    return { link, name: name || "jahr", value: value || "", count: link.querySelector(".anzahl") };
  });

  function plain(text) {
    return text.toLocaleLowerCase("de").normalize("NFC").replace(/[\s\u00ad]+/g, " ");
  }

  function read(query) {
    const found = new URLSearchParams(query);
    const choice = {};
    for (const name of [...names, "q"]) if (found.get(name)) choice[name] = found.get(name);
    return choice;
  }

  function write(choice) {
    const query = new URLSearchParams();
    for (const name of ["q", ...names]) if (choice[name]) query.set(name, choice[name]);
    const text = query.toString();
    return full.pathname + (text ? `?${text}` : "");
  }

  function without(choice, name) {
    const { [name]: _, ...rest } = choice;
    return rest;
  }

  function fits(row, choice) {
    const words = plain(choice.q || "").split(" ").filter(Boolean);
    return words.every((word) => row.words.includes(word))
      && names.every((name) => !choice[name] || row.values[name].includes(choice[name]));
  }

  function sentence(found) {
    if (found === total) return everything;
    if (found === 0) return "Keine Empfehlung passt dazu.";
    return found === 1 ? `Eine von ${total} Empfehlungen` : `${found} von ${total} Empfehlungen`;
  }

  // Each link says where it leads from here: choosing a value, or giving up the chosen one.
  function point(choice) {
    for (const { link, name, value } of links) {
      const chosen = (choice[name] || "") === value;
      const rest = without(choice, name);
      link.href = write(chosen || !value ? rest : { ...rest, [name]: value });
      if (chosen) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  function show(choice) {
    let found = 0;
    for (const row of rows) {
      row.item.hidden = !fits(row, choice);
      if (!row.item.hidden) found += 1;
    }
    for (const group of groups) group.hidden = !group.querySelector("li[data-jahr]:not([hidden])");
    for (const { name, value, count } of links) {
      if (count) count.textContent = rows.filter((row) => fits(row, { ...choice, [name]: value })).length;
    }
    status.textContent = sentence(found);
    reset.hidden = Object.keys(choice).length === 0;
    point(choice);
  }

  // On the page of one value only the links change: they add to that value instead of leaving it.
  if (!form) {
    point(read(box.dataset.gewaehlt));
    return;
  }

  const field = form.elements.q;
  let choice = {};
  let timer = 0;

  function go(next, push) {
    choice = next;
    if (push) history.pushState(null, "", write(choice));
    else history.replaceState(null, "", write(choice));
    show(choice);
  }

  function restore() {
    choice = read(location.search);
    field.value = choice.q || "";
    show(choice);
  }

  // Typing changes the address in place, so that Back leaves the list and not the last letter.
  function typed() {
    clearTimeout(timer);
    const word = field.value.trim();
    if (word === (choice.q || "")) return;
    const rest = without(choice, "q");
    go(word ? { ...rest, q: word } : rest, false);
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(typed, 250);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
  });
  box.addEventListener("click", (event) => {
    const link = event.target.closest("nav a, #aufheben a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    typed();
    go(read(new URL(link.href).search), true);
    field.value = choice.q || "";
    // The link that gave up all choices is gone now: the reader goes on in the search field.
    if (link.closest("#aufheben")) field.focus();
  });
  addEventListener("popstate", restore);

  form.hidden = false;
  if (location.search) restore();
  else show(choice);
})();
