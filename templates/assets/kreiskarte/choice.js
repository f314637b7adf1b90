// The choice of the Kreiskarte: links that switch the map in place, and a field that finds them.
function createChoice(figures, root, onChoice) {
  const choice = root.querySelector(".kreiskarte-wahl");
  const fold = choice.querySelector("details");
  const field = document.getElementById("kreiskarte-suche");
  const counted = choice.querySelector("[role=status]");
  const themes = [...choice.querySelectorAll(".kreiskarte-thema")];
  const { map: words } = figures.phrases;
  const wasOpen = new Map();

  // Beside the map the list is always open, and says so.
  const isFolding = () => getComputedStyle(fold.querySelector("summary")).display !== "none";
  fold.open = !isFolding();

  // "Größe" is found by "grosse", "groesse" and "größe".
  const folded = (text) => text.toLocaleLowerCase("de").replaceAll("ß", "ss");
  const forms = (text) => {
    const small = folded(text);
    return [small.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), small.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue")];
  };

  // A series is found by its own name and by that of its group.
  const known = new Map(figures.indikatoren.map((one) => [one.id, one]));
  const entries = [...choice.querySelectorAll("a")].map((link) => {
    const indikator = known.get(link.getAttribute("href").split("/").filter(Boolean).pop());
    const item = link.closest("li");
    const group = item.parentElement.closest("li");
    const names = group ? `${group.firstElementChild.textContent} ${link.firstElementChild.textContent}` : "";
    return { link, indikator, item, text: forms(`${names} ${indikator.titel} ${indikator.kurz}`) };
  });
  const groups = [...choice.querySelectorAll(".kreiskarte-gruppe")];

  function search() {
    const wanted = field.value.trim().split(/\s+/).filter(Boolean).map(forms);
    let hits = 0;
    for (const { item, text } of entries) {
      item.hidden = !wanted.every((word) => word.some((form, kind) => text[kind].includes(form)));
      hits += !item.hidden;
    }
    for (const group of groups) group.hidden = !group.querySelector("li:not([hidden])");
    for (const list of choice.querySelectorAll(".kreiskarte-thema > div > ul")) {
      list.hidden = ![...list.children].some((item) => !item.hidden);
      if (list.previousElementSibling?.matches("h3")) list.previousElementSibling.hidden = list.hidden;
    }
    for (const theme of themes) foldTheme(theme, wanted.length > 0);
    counted.textContent = !wanted.length ? "" : hits ? fill(words.hits, { count: hits }) : words.no_hits;
  }

  // While one searches all themes with hits are open; afterwards they are as they were.
  function foldTheme(theme, isSearching) {
    if (isSearching && !wasOpen.has(theme)) wasOpen.set(theme, theme.open);
    theme.hidden = isSearching && !theme.querySelector("li:not([hidden])");
    if (isSearching) theme.open = true;
    else if (wasOpen.has(theme)) {
      theme.open = wasOpen.get(theme) || Boolean(theme.querySelector("[aria-current]"));
      wasOpen.delete(theme);
    }
  }

  let shown = null;
  function show(indikator) {
    if (indikator === shown) return;
    shown = indikator;
    choice.querySelector("a[aria-current]")?.removeAttribute("aria-current");
    const { link } = entries.find((entry) => entry.indikator === indikator);
    link.setAttribute("aria-current", "true");
    link.closest(".kreiskarte-thema").open = true;
    // Only the list scrolls, and only as far as it must; the search stays on top of it.
    const edge = link.getBoundingClientRect(), bottom = choice.getBoundingClientRect().bottom;
    const top = field.parentElement.getBoundingClientRect().bottom;
    if (edge.bottom > bottom) choice.scrollTop += edge.bottom - bottom + 8;
    else if (edge.top < top) choice.scrollTop -= top - edge.top + 8;
  }

  function take(entry) {
    onChoice(entry.indikator);
    // On phones the choice closes, and the map is what one sees next.
    if (!isFolding()) return;
    fold.open = false;
    document.getElementById("karte").focus({ preventScroll: true });
    document.getElementById("karte").scrollIntoView();
  }

  for (const entry of entries) {
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
