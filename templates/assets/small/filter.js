// The list of recommendations, filtered by text and by any combination of the facets, and sorted.
// The links lead to real pages; here they become addresses like ?stand=vertagt&stand=beschlossen of
// the full list, where nothing has to be loaded. Several values of one facet mean one of them.
// Without this script all still works, but for the sorting.
function startFilter() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const box = document.getElementById("auswahl");
  const form = document.getElementById("suchfeld");
  if (!box) return;

  // The order of the grades is that of their facet.
  const grades = [...box.querySelectorAll("[data-facet=einschaetzung] a")].map((link) => link.dataset.value);
  const RANKS = {
    jahr: () => 0,
    einschaetzung: (item) => grades.indexOf(item.dataset.einschaetzung),
    stille: (item) => -Number(item.dataset.stille),
  };
  const full = new URL(box.dataset.everything, location.href);
  const total = Number(box.dataset.total);
  const status = document.getElementById("treffer");
  const everything = status.textContent;
  const reset = document.getElementById("aufheben");
  const groups = [...box.querySelectorAll(".jahrgang")].map((section) => ({
    section, list: section.querySelector("ul"), found: 0,
  }));
  // What is made up is filtered too, but never counted nor sorted in.
  const fold = box.querySelector(".haupt > .beispiele");
  const facets = [...box.querySelectorAll("[data-facet]")].map((part) => ({
    name: part.dataset.facet,
    values: new Map([...part.querySelectorAll("a[data-value]")].map((link) => [
      link.dataset.value,
      {
        key: link.dataset.value, link, count: link.querySelector(".anzahl"), found: 0, behind: 0,
        leads: link.hasAttribute("href"),
      },
    ])),
    chosen: new Set(),
  }));
  const rows = groups.flatMap((group) => [...group.list.children].map((item) => row(item, group)));
  const examples = fold ? [...fold.querySelectorAll(".empfehlungen > li")].map((item) => row(item, null)) : [];

  function row(item, group) {
    return {
      item,
      group,
      fits: true,
      text: plain(`${item.textContent} ${item.dataset.text}`),
      values: facets.map((facet) => (item.dataset[facet.name] || "").split(" ")
        .map((key) => facet.values.get(key)).filter(Boolean)),
    };
  }

  function plain(text) {
    return text.toLocaleLowerCase("de").normalize("NFC").replace(/[\s\u00ad]+/g, " ");
  }

  // --- What is chosen, and its address ---

  function read(query) {
    const found = new URLSearchParams(query);
    const order = found.get("sortierung");
    return {
      q: found.get("q") || "",
      sortierung: Object.hasOwn(RANKS, order) ? order : "jahr",
      werte: Object.fromEntries(facets.map(({ name, values }) => [
        name, [...new Set(found.getAll(name))].filter((key) => key && values.has(key)),
      ])),
    };
  }

  function write(choice) {
    const query = new URLSearchParams();
    if (choice.q) query.set("q", choice.q);
    for (const { name } of facets) for (const key of choice.werte[name]) query.append(name, key);
    if (choice.sortierung !== "jahr") query.set("sortierung", choice.sortierung);
    const shown = new URLSearchParams(location.search).get("beispiele"); // the switch of beispiele.js
    if (shown) query.set("beispiele", shown);
    const text = query.toString();
    return full.pathname + (text ? `?${text}` : "");
  }

  function toggled(choice, name, key) {
    const old = choice.werte[name];
    const keys = !key ? [] : old.includes(key) ? old.filter((one) => one !== key) : [...old, key];
    return { ...choice, werte: { ...choice.werte, [name]: keys } };
  }

  function isFiltered(choice) {
    return Boolean(choice.q) || facets.some(({ name }) => choice.werte[name].length);
  }

  // --- What fits ---

  // One walk through the rows: a row counts for the values of a facet if all else about it fits.
  function count(choice) {
    const wanted = plain(choice.q).split(" ").filter(Boolean);
    for (const facet of facets) {
      facet.chosen = new Set(choice.werte[facet.name].map((key) => facet.values.get(key)));
      for (const value of facet.values.values()) value.found = value.behind = 0;
    }
    for (const group of groups) group.found = 0;
    let found = 0;
    for (const row of [...rows, ...examples]) {
      row.fits = false;
      if (!wanted.every((word) => row.text.includes(word))) continue;
      const missed = misses(row);
      if (missed.length > 1) continue;
      for (const index of missed.length ? missed : facets.keys()) {
        for (const value of row.values[index]) {
          value.behind += 1;
          if (row.group) value.found += 1;
        }
      }
      if (missed.length) continue;
      row.fits = true;
      if (!row.group) continue;
      row.group.found += 1;
      found += 1;
    }
    return found;
  }

  function misses(row) {
    const missed = [];
    facets.forEach(({ chosen }, index) => {
      if (chosen.size && !row.values[index].some((value) => chosen.has(value))) missed.push(index);
    });
    return missed;
  }

  // --- What is seen ---

  function set(element, name, value) {
    if (value === null) element.removeAttribute(name);
    else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  // Each link says where it leads from here: adding a value, or giving up a chosen one.
  function point(choice, isCounted) {
    for (const { name, values } of facets) {
      const chosen = choice.werte[name];
      for (const { key, link, count: number, found, behind, leads } of values.values()) {
        const isChosen = key ? chosen.includes(key) : !chosen.length;
        if (number && isCounted(name)) number.textContent = found;
        const isOff = key && !isChosen && !(isCounted(name) ? behind : leads);
        set(link, "href", isOff ? null : write(toggled(choice, name, key)));
        set(link, "role", isOff ? "link" : null);
        set(link, "aria-disabled", isOff ? "true" : null);
        set(link, "aria-current", isChosen ? "true" : null);
      }
    }
  }

  // The choices of an order bear what is said of it.
  const optionOf = (name) => [...form.elements.sortierung.options].find((option) => option.value === name);

  function sentence(found, choice) {
    if (found === 0) return words.none;
    const { sentence: order } = optionOf(choice.sortierung).dataset;
    const text = found === total ? everything : fill(found === 1 ? words.one : words.some, { found, total });
    return order ? `${text}, ${order}` : text;
  }

  // Sorted otherwise than by year, all rows stand in one list under a heading of its own.
  const sorted = document.createElement("section");
  const heading = document.createElement("h2");
  const list = document.createElement("ul");
  let order = "jahr";

  // Rows move while no list is on the page: a thousand of them then cost next to nothing.
  function arrange(name) {
    if (name === order || !groups.length) return;
    order = name;
    const place = document.createComment("");
    (sorted.isConnected ? sorted : groups[0].section).before(place);
    sorted.remove();
    for (const { section } of groups) section.remove();
    if (name === "jahr") {
      for (const { item, group } of rows) group.list.append(item);
      place.replaceWith(...groups.map(({ section }) => section));
      return;
    }
    const ranked = rows.map(({ item }) => ({ item, rank: RANKS[name](item) })).sort((a, b) => a.rank - b.rank);
    heading.textContent = optionOf(name).dataset.title;
    list.append(...ranked.map(({ item }) => item));
    place.replaceWith(sorted);
  }

  function show(choice) {
    const found = count(choice);
    for (const { item, fits } of [...rows, ...examples]) if (item.hidden === fits) item.hidden = !fits;
    arrange(choice.sortierung);
    sorted.hidden = found === 0;
    for (const { section, found: number } of groups) section.hidden = number === 0;
    if (fold) tellExamples(examples.filter(({ fits }) => fits).length);
    status.textContent = sentence(found, choice);
    reset.hidden = !isFiltered(choice);
    point(choice, () => true);
  }

  function tellExamples(number) {
    fold.hidden = number === 0;
    const text = number === 1 ? words.example : fill(words.examples, { found: number });
    fold.querySelector("summary").textContent = text;
  }

  // On the page of one value only the links change: they add to that value instead of leaving it.
  // Its rows all have the value, so only they are left to be counted by the other facets.
  if (!form) {
    const start = read(box.dataset.chosen);
    count(start);
    point(start, (name) => !start.werte[name].length);
    return;
  }

  sorted.className = "jahrgang";
  heading.id = "sortiert";
  list.className = "empfehlungen";
  sorted.setAttribute("aria-labelledby", heading.id);
  sorted.append(heading, list);

  const { q: field, sortierung: select } = form.elements;
  let choice = read("");
  let timer = 0;

  function go(next, push) {
    choice = next;
    if (push) history.pushState(null, "", write(choice));
    else history.replaceState(null, "", write(choice));
    fillForm();
    show(choice);
  }

  function fillForm() {
    if (field.value.trim() !== choice.q) field.value = choice.q;
    select.value = choice.sortierung;
  }

  function restore() {
    choice = read(location.search);
    fillForm();
    show(choice);
  }

  // Typing changes the address in place, so that Back leaves the list and not the last letter.
  function typed() {
    clearTimeout(timer);
    const word = field.value.trim();
    if (word !== choice.q) go({ ...choice, q: word }, false);
  }

  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(typed, 250);
  });
  select.addEventListener("change", () => {
    typed();
    go({ ...choice, sortierung: select.value }, true);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    typed();
  });
  box.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-value], #aufheben a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!link.hasAttribute("href")) return;
    typed();
    const isReset = !link.dataset.value && link.dataset.value !== "";
    go(isReset ? { ...read(""), sortierung: choice.sortierung } : read(new URL(link.href).search), true);
    // The link that gave up all choices is gone now: the reader goes on in the search field.
    if (isReset) field.focus();
  });
  addEventListener("popstate", restore);

  form.hidden = false;
  restore();
}

startFilter();
