// The list of recommendations, filtered by text and by any combination of the facets, and sorted.
// The links lead to real pages; here they become addresses like ?stand=vertagt&stand=beschlossen of
// the full list. Several values of one facet mean one of them. What stands on other pages of a long
// list is fetched once somebody chooses. Without this script all still works, but for the sorting.
function startFilter() {
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py
  const box = document.getElementById("auswahl");
  const form = document.getElementById("suchfeld");
  if (!box) return;

  // The order of the grades is that of their facet.
  const grades = [...box.querySelectorAll("[data-facet=einschaetzung] a")].map((link) => link.dataset.value);
  const RANKS = {
    jahr: () => 0,
    einschaetzung: ({ item }) => grades.indexOf(item.dataset.einschaetzung),
    stille: ({ item }) => -Number(item.dataset.stille),
  };
  const MATCH = "treffer"; // how typed words are sorted where nothing else is asked for
  const full = new URL(box.dataset.everything, location.href);
  const total = Number(box.dataset.total);
  const status = document.getElementById("gezaehlt");
  const everything = status.textContent;
  const reset = document.getElementById("aufheben");
  const results = document.getElementById("ergebnisse");
  const pager = document.getElementById("seiten");
  const chips = document.getElementById("gewaehlt");
  const elsewhere = pager ? [...pager.querySelectorAll("a[data-seite]:not([aria-current])")].map((link) => link.href.split("#")[0]) : [];
  const groups = [...results.querySelectorAll(".jahrgang")].map(groupOf);
  // What is made up is filtered too, but never counted nor sorted in.
  let fold = results.querySelector(":scope > .beispiele");
  const facets = [...box.querySelectorAll("[data-facet]")].map((part) => ({
    name: part.dataset.facet,
    fold: part.querySelector(".facette"),
    values: new Map([...part.querySelectorAll("a[data-value]")].map((link) => [
      link.dataset.value,
      {
        key: link.dataset.value, title: titleOf(link), link, count: link.querySelector(".anzahl"), found: 0, behind: 0,
        leads: link.hasAttribute("href"),
      },
    ])),
    chosen: new Set(),
  }));
  const rows = groups.flatMap((group) => [...group.list.children].map((item) => row(item, group)));
  const examples = fold ? rowsIn(fold) : [];
  const here = new Set([...rows, ...examples]); // what stands on this page as it came

  function groupOf(section) {
    return { section, list: section.querySelector("ul") };
  }

  function titleOf(link) {
    return (link.querySelector("span") || link).firstChild.textContent.trim();
  }

  function rowsIn(part) {
    return [...part.querySelectorAll(".empfehlungen > li")].map((item) => row(item, null));
  }

  function row(item, group) {
    const { text, auch = "" } = item.dataset;
    return {
      item,
      group,
      fits: true,
      name: item.querySelector(".titel-link").href.split("/").at(-2),
      title: plain(`${item.querySelector(".titel-link").textContent} ${auch}`),
      text: plain(`${item.textContent} ${auch} ${text}`),
      values: facets.map((facet) => (item.dataset[facet.name] || "").split(" ")
        .map((key) => facet.values.get(key)).filter(Boolean)),
    };
  }

  function plain(text) {
    return text.toLocaleLowerCase("de").normalize("NFC").replaceAll("\u00ad", "").replace(/\s+/g, " ");
  }

  // --- What stands on other pages ---

  let whole = elsewhere.length ? null : Promise.resolve(true);
  let state = elsewhere.length ? "partly" : "whole"; // "loading" between the two, "failed" after

  // Fetched once, all pages at a time; their rows go where they belong.
  function complete() {
    whole ||= Promise.all(elsewhere.map(fetched)).then((pages) => {
      for (const [address, page] of pages) adopt(address, page);
      state = "whole";
      return true;
    }).catch(() => {
      state = "failed";
      whole = null;
      return false;
    });
    return whole;
  }

  async function fetched(address) {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(address);
    return [address, new DOMParser().parseFromString(await answer.text(), "text/html")];
  }

  function adopt(address, page) {
    for (const link of page.querySelectorAll("#ergebnisse a[href]")) link.href = new URL(link.getAttribute("href"), address).href;
    for (const section of page.querySelectorAll("#ergebnisse > .jahrgang")) {
      const items = [...section.querySelectorAll("ul > li")];
      let group = groups.find(({ section: { id } }) => id && id === section.id);
      if (!group) {
        section.querySelector("ul").replaceChildren();
        group = groupOf(document.adoptNode(section));
        (groups.length ? groups.at(-1).section : reset).after(section);
        section.hidden = true;
        groups.push(group);
      }
      for (const item of items) item.hidden = true;
      group.list.append(...items);
      rows.push(...items.map((item) => row(item, group)));
    }
    const other = page.querySelector("#ergebnisse > .beispiele");
    if (!other) return;
    const found = rowsIn(other);
    for (const { item } of found) item.hidden = true;
    examples.push(...found);
    if (fold) fold.querySelector(".empfehlungen").append(...found.map(({ item }) => item));
    else {
      fold = document.adoptNode(other);
      fold.hidden = true;
      results.append(fold);
    }
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

  let meant = new Set(); // what the words that were typed mean, besides what says them

  const wordsOf = ({ q }) => plain(q).split(" ").filter(Boolean);

  // One walk through the rows: a row counts for the values of a facet if all else about it fits.
  function count(choice) {
    const wanted = wordsOf(choice);
    for (const facet of facets) {
      facet.chosen = new Set(choice.werte[facet.name].map((key) => facet.values.get(key)));
      for (const value of facet.values.values()) value.found = value.behind = 0;
    }
    let found = 0;
    for (const row of [...rows, ...examples]) {
      row.fits = false;
      if (!meant.has(row.name) && !wanted.every((word) => row.text.includes(word))) continue;
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
      if (row.group) found += 1;
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
  const headingOf = (name) => (name === MATCH ? words.matching : optionOf(name).dataset.title);
  const saidOf = (name) => (name === MATCH ? words.matching : optionOf(name).dataset.sentence);

  function sentence(found, choice, name) {
    const isPart = needsAll(choice) && elsewhere.length;
    if (isPart && state === "loading") return words.loading;
    if (isPart && state === "failed") return fill(words.partly, { found, here: rows.length });
    if (found === 0) return words.none;
    const all = isPart ? fill(words.all, { total }) : everything;
    const text = found === total ? all : fill(found === 1 ? words.one : words.some, { found, total });
    const order = saidOf(name);
    return order ? `${text}, ${order}` : text;
  }

  // Sorted otherwise than by year, all rows stand in one list under a heading of its own.
  const sorted = document.createElement("section");
  const heading = document.createElement("h2");
  const list = document.createElement("ul");
  let arranged = "jahr";

  // What is called like the words that were typed comes first, if not all or none is.
  function orderOf(choice, found) {
    if (choice.sortierung !== "jahr" || !choice.q) return choice.sortierung;
    const hits = rows.filter((one) => one.fits && isNamed(one, wordsOf(choice))).length;
    return hits && hits < found ? MATCH : "jahr";
  }

  const isNamed = ({ title }, wanted) => wanted.every((word) => title.includes(word));

  // Rows move while no list is on the page: a thousand of them then cost next to nothing.
  function arrange(name, wanted) {
    const now = name === MATCH ? `${name} ${wanted.join(" ")}` : name;
    if (now === arranged || !groups.length) return;
    arranged = now;
    const place = document.createComment("");
    (sorted.isConnected ? sorted : groups[0].section).before(place);
    sorted.remove();
    for (const { section } of groups) section.remove();
    if (name === "jahr") {
      for (const { item, group } of rows) group.list.append(item);
      place.replaceWith(...groups.map(({ section }) => section));
      return;
    }
    const rankOf = name === MATCH ? (one) => (isNamed(one, wanted) ? 0 : 1) : RANKS[name];
    const ranked = rows.map((one) => ({ item: one.item, rank: rankOf(one) })).sort((a, b) => a.rank - b.rank);
    heading.textContent = headingOf(name);
    list.append(...ranked.map(({ item }) => item));
    place.replaceWith(sorted);
  }

  const needsAll = (choice) => isFiltered(choice) || choice.sortierung !== "jahr";

  // What is chosen is chosen among all; as long as nothing is, the page stays as it came.
  function show(choice) {
    if (needsAll(choice) && (state === "partly" || state === "failed")) {
      state = "loading";
      complete().then(render);
    }
    render();
  }

  function render() {
    const found = count(choice);
    const isWhole = needsAll(choice);
    const shown = new Set();
    for (const one of [...rows, ...examples]) {
      const isShown = one.fits && (isWhole || here.has(one));
      if (one.item.hidden === isShown) one.item.hidden = !isShown;
      if (isShown) shown.add(one.group);
    }
    const name = state === "whole" ? orderOf(choice, found) : "jahr";
    arrange(name, wordsOf(choice));
    sorted.hidden = found === 0;
    for (const group of groups) group.section.hidden = !shown.has(group);
    if (fold) tellExamples(examples.filter(({ item }) => !item.hidden).length);
    if (pager) pager.hidden = isWhole && state !== "failed";
    set(results, "aria-busy", isWhole && state === "loading" ? "true" : null);
    status.textContent = sentence(found, choice, name);
    reset.hidden = !isFiltered(choice);
    point(choice, () => state === "whole");
    tellChosen();
  }

  // Each chosen value is a link that gives it up; a folded facet opens where something is chosen.
  function tellChosen() {
    const links = facets.flatMap(({ name, values, fold: folded }) => choice.werte[name].map((key) => {
      if (folded) folded.open = true;
      return chip(values.get(key).title, toggled(choice, name, key));
    }));
    if (choice.q) links.unshift(chip(`„${choice.q}“`, { ...choice, q: "" }));
    chips.replaceChildren(...links);
    chips.hidden = !links.length;
  }

  function chip(title, without) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    const action = document.createElement("span");
    action.className = "nur-vorgelesen";
    action.textContent = words.remove;
    link.href = write(without);
    link.append(`${title} `, action);
    item.append(link);
    return item;
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
    const narrow = (isWhole) => {
      if (!isWhole) return;
      count(start);
      point(start, (name) => !start.werte[name].length);
    };
    const look = () => complete().then(narrow);
    if (!elsewhere.length) narrow(true);
    else for (const event of ["focusin", "pointerover"]) box.addEventListener(event, look, { once: true });
    return;
  }

  // From a later page of the list of all, words and orders lead to the first, where all is found.
  if (location.pathname !== full.pathname) {
    form.elements.sortierung.addEventListener("change", () => form.requestSubmit());
    form.hidden = false;
    return;
  }

  sorted.className = "jahrgang";
  heading.id = "sortiert";
  list.className = "empfehlungen";
  sorted.setAttribute("aria-labelledby", heading.id);
  sorted.append(heading, list);

  const { q: field, sortierung: select } = form.elements;
  const meaning = createMeaning(field, "empfehlung", () => look(choice));
  let choice = read("");
  let timer = 0;

  function go(next, push) {
    choice = next;
    if (push) history.pushState(null, "", write(choice));
    else history.replaceState(null, "", write(choice));
    fillForm();
    return look(choice);
  }

  // Who comes with words in the address asks as one who types them.
  async function look(asked) {
    if (asked.q) meaning.load();
    const found = asked.q ? await meaning.find(asked.q) : new Set();
    if (asked !== choice) return;
    meant = found;
    show(choice);
  }

  function fillForm() {
    if (field.value.trim() !== choice.q) field.value = choice.q;
    select.value = choice.sortierung;
  }

  function restore() {
    choice = read(location.search);
    fillForm();
    look(choice);
  }

  // Typing changes the address in place, so that Back leaves the list and not the last letter.
  function typed() {
    clearTimeout(timer);
    const word = field.value.trim();
    if (word !== choice.q) go({ ...choice, q: word }, false);
  }

  if (elsewhere.length) field.addEventListener("focus", complete, { once: true });
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
  box.addEventListener("click", async (event) => {
    const link = event.target.closest("a[data-value], #aufheben a, #gewaehlt a");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (!link.hasAttribute("href")) return;
    typed();
    const isReset = link.closest("#aufheben") !== null;
    const place = link.closest("#gewaehlt") ? [...chips.children].indexOf(link.parentElement) : -1;
    await go(isReset ? { ...read(""), sortierung: choice.sortierung } : read(new URL(link.href).search), true);
    // The link that gave up a choice is gone now: the reader goes on at the next one, or in the search field.
    if (place >= 0) (chips.children[Math.min(place, chips.children.length - 1)]?.firstElementChild || field).focus();
    if (isReset) field.focus();
  });
  addEventListener("popstate", restore);

  form.hidden = false;
  restore();
}

startFilter();
