// The Kreiskarte as a dossier takes it: its state in words, the map in the colours of that state, the
// table. It reckons with what the page itself reckons with; the map is drawn in the page's own picture.
window.fokusHeftStand = { ...window.fokusHeftStand, kreiskarte: async (found, stage) => {
  const { page, base, address } = found;
  const inert = page.getElementById("kreiskarte");
  const here = (name) => new URL(inert.dataset[name], base + address).href;
  const [figures, geometry] = await Promise.all([loadFigures(here("figures")), loadJson(here("geometry"))]);
  const states = createStates(figures, geometry, inert.dataset.indicator);
  const view = states.viewOf(states.fitting(states.read(new URL(base + address).search)));
  const sentences = createSentences(figures);
  const isLocal = view.level !== "masse";
  inert.dataset.root = base;

  // Only what is laid out has boxes, which letters and names are set by.
  function picture() {
    const root = document.importNode(inert, true);
    stage.replaceChildren(root);
    createPaper(figures, geometry, root).draw(view);
    const drawn = root.querySelector(".kreiskarte-bild svg");
    drawn.querySelectorAll("a").forEach((link) => link.replaceWith(...link.childNodes));
    drawn.setAttribute("aria-label", title);
    stage.replaceChildren();
    return drawn;
  }

  function legend() {
    const patterns = page.getElementById("kreiskarte-muster").content;
    return html("ul", { class: "legende" }, ...classesShown(figures, view).map(([one, text, count]) => html("li", one === "fehlt" || one === "geheim" ? { class: "abseits" } : {},
      patterns.querySelector(`[data-pattern=${one}] svg`).cloneNode(true), text, " ", html("span", { class: "anzahl" }, sentences.countOf(view.level, count)))));
  }

  const placed = (number) => [view.areas[number][1], figures.text(view.indikator, view.values[number])].join(": ");
  const { titel, kurz, quelle } = view.indikator;
  const topic = sentences.titleOf(view);
  const county = figures.areas.masse[0][1];
  const name = view.place >= 0 ? view.areas[view.place][1] : county;
  const title = [topic, name].join(", ");
  const value = view.place >= 0 ? placed(view.place) : [county, figures.text(view.indikator, figures.column(view.indikator, "masse", view.year)[0])].join(": ");
  const told = html("div", { "data-heft": "" },
    html("p", { class: "kernsatz" }, value),
    html("p", {}, sentences.sentence(view, view.place)),
    ...(view.pinned.length ? [html("ul", {}, ...view.pinned.map((number, index) => html("li", {}, [figures.phrases.signs[index], placed(number)].join(": "))))] : []),
    html("p", { class: "klein" }, kurz));
  const map = page.querySelector(".kreiskarte-blatt").dataset.heft;
  const table = page.querySelector("#tabelle .abschnitt-inhalt");
  const tableName = table.dataset.heft;
  const parts = [told];
  if (isLocal) parts.push(html("figure", { class: "figur", "data-heft": map }, html("p", { class: "figur-titel" }, [topic, figures.phrases.levels[view.level].title].join(", ")), picture(), legend()));
  createTable(figures, sentences, inert).show(view);
  parts.push(table);
  const source = `${titel}: ${quelle}`;
  return { ...found, title, above: [], marked: parts, parts: parts.map(({ dataset }) => dataset.heft).filter(Boolean), usual: isLocal ? [map] : [tableName], sources: [source], changed: "", styles: [] };
} };
