// The choice of the Kreiskarte: links that switch the map in place, and a field that finds them.
function createChoice(figures, root, onChoice) {
  const choice = root.querySelector(".kreiskarte-wahl");
  const fold = choice.querySelector("details");
  const field = document.getElementById("kreiskarte-suche");
  const counted = choice.querySelector("[role=status]");
  const themes = [...choice.querySelectorAll(".kreiskarte-thema")];
  const folds = [...fold.querySelectorAll("details")]; // themes, groups, and what only the county has
  const parts = [...folds.filter((part) => !part.parentElement.matches("li")), ...choice.querySelectorAll("ul, li")];
  const { map: words } = figures.phrases;
  const wasOpen = new Map();
  const meaning = createMeaning(field, "indikator", search);

  // Beside the map the list is always open, and says so.
  const isFolding = () => getComputedStyle(fold.querySelector("summary")).display !== "none";
  fold.open = !isFolding();

  // "Größe" is found by "grosse", "groesse" and "größe".
  const folded = (text) => text.toLocaleLowerCase("de").replaceAll("ß", "ss");
  const forms = (text) => {
    const small = folded(text);
    return [small.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), small.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue")];
  };

  // A figure is an entry, or a series of one: then it is found by the name of its group, too.
  const known = new Map(figures.indikatoren.map((one) => [one.id, one]));
  const links = [...choice.querySelectorAll("li > a")].map((link) => {
    const indikator = known.get(link.getAttribute("href").split("/").filter((part) => part && part !== "index.html").pop());
    const item = link.closest("li");
    const group = link.closest("li > details");
    const names = group ? `${group.previousElementSibling.textContent} ${link.textContent}` : "";
    return { link, indikator, item, group, isTitle: Boolean(item.querySelector("details")), text: forms(`${names.replaceAll("\u00ad", "")} ${indikator.titel} ${indikator.kurz}`) };
  });
  const entries = links.filter(({ isTitle }) => !isTitle);

  // A hit shows all that holds it.
  async function search() {
    const asked = field.value.trim();
    const meant = await meaning.find(asked);
    if (field.value.trim() !== asked) return;
    const wanted = asked.split(/\s+/).filter(Boolean).map(forms);
    const says = (text) => wanted.every((word) => word.some((form, kind) => text[kind].includes(form)));
    const hits = entries.filter(({ text, indikator }) => meant.has(indikator.id) || says(text));
    for (const part of parts) part.hidden = true;
    for (const { item } of hits) {
      for (let part = item; part !== fold; part = part.parentElement) part.hidden = false;
    }
    for (const part of folds) foldPart(part, wanted.length > 0);
    counted.textContent = !wanted.length ? "" : hits.length ? fill(words.hits, { count: hits.length }) : words.no_hits;
  }

  // While one searches all that has hits is open; afterwards it is as it was.
  function foldPart(part, isSearching) {
    if (isSearching && !wasOpen.has(part)) wasOpen.set(part, part.open);
    if (isSearching) part.open = true;
    else if (wasOpen.has(part)) {
      part.open = wasOpen.get(part) || Boolean(part.querySelector("[aria-current]"));
      wasOpen.delete(part);
    }
  }

  // Only of the group that is shown the series are seen, and of those a reader opened.
  let shown = null;
  function show(indikator) {
    if (indikator === shown?.indikator) return;
    const entry = entries.find((one) => one.indikator === indikator);
    choice.querySelector("a[aria-current]")?.removeAttribute("aria-current");
    entry.link.setAttribute("aria-current", "true");
    if (!shown) closeOthers(entry.link);
    if (shown?.group && shown.group !== entry.group) close(shown.group);
    for (const part of folds) if (part.contains(entry.link)) part.open = true;
    shown = entry;
    reveal(entry.link);
  }

  function close(group) {
    if (wasOpen.has(group)) wasOpen.set(group, false);
    else group.open = false;
  }

  // Who comes by an address with another figure sees its theme, not that of the start map.
  function closeOthers(link) {
    for (const theme of themes) if (!theme.contains(link) && !theme.querySelector(":target")) theme.open = false;
  }

  // Only the list scrolls, and only if it must: then it begins at a theme, below the search that stays.
  function reveal(link) {
    const edge = link.getBoundingClientRect(), { bottom } = choice.getBoundingClientRect();
    const top = field.parentElement.getBoundingClientRect().bottom;
    if (edge.top >= top && edge.bottom <= bottom) return;
    const room = choice.scrollHeight - choice.clientHeight - choice.scrollTop;
    const steps = themes.map((theme) => theme.getBoundingClientRect().top - top);
    const fitting = steps.filter((step) => step <= room && edge.top - step >= top && edge.bottom - step <= bottom);
    choice.scrollTop += fitting.length ? Math.max(...fitting) : edge.bottom > bottom ? edge.bottom - bottom + 8 : edge.top - top - 8;
  }

  function take(entry) {
    onChoice(entry.indikator);
    // On phones the choice closes, and the map is what one sees next.
    if (!isFolding()) return;
    fold.open = false;
    document.getElementById("karte").focus({ preventScroll: true });
    document.getElementById("karte").scrollIntoView();
  }

  for (const entry of links) {
    entry.link.addEventListener("click", (event) => isPlainClick(event) && take(entry));
  }
  field.addEventListener("input", search);
  field.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const first = entries.find(({ item }) => !item.hidden);
    if (field.value.trim() && first) take(first);
  });
  return { show };
}
