// The Kreiskarte: one state – figure, level, year, place, pins – that all parts show and the address keeps.
async function startKreiskarte(drawn) {
  const root = document.getElementById("kreiskarte");
  const find = (selector) => root.querySelector(selector);
  const levels = [...root.querySelectorAll("input[name=ebene]")];
  let figures, geometry;
  try {
    [figures, geometry] = await Promise.all([loadFigures(root.dataset.figures), loadJson(root.dataset.geometry)]);
  } catch {
    root.classList.add("gescheitert"); // the picture, the table and the links stay
    return;
  }

  const { levels: levelNames, map: words, signs } = figures.phrases;
  const sentences = createSentences(figures);
  const areas = createAreas(drawn, root, geometry, signs);
  const legend = createLegend(figures, sentences, root, areas);
  const panel = createPanel(figures, sentences, root);
  const table = createTable(figures, sentences, root);
  const years = createYears(figures, root, newYear);
  const downloads = createDownloads(figures, root);
  const later = createLater();
  const beside = createBeside(figures, root, (indikator) => setState({ indikator }));
  const choice = createChoice(figures, root, (indikator) => setState({ indikator }));
  let state = null;
  let view = null;

  // --- State ---

  const hasLevel = (indikator, level) => Object.hasOwn(geometry, level) && Object.hasOwn(indikator.werte, level) && Boolean(indikator.stufen);
  // The level a figure is shown at first: that of the Kommunen, or of the Ämter and those that belong to none.
  const firstLevel = (indikator) => ["kommunen", "aemter"].find((level) => hasLevel(indikator, level)) || "kommunen";
  const nameOf = (level, area) => ((level === "kommunen" || level === "aemter") && area[2] ? area[2].split("/")[1] : area[0]);
  const numberOf = (level, wanted) => figures.areas[level].findIndex((area) => nameOf(level, area) === wanted);

  // What is not there is left out: a wrong address shows the map that comes nearest.
  function fromAddress() {
    const given = new URL(location.href).searchParams;
    const findIndikator = (id) => figures.indikatoren.find((one) => one.id === id);
    const indikator = findIndikator(given.get("kennzahl")) || findIndikator(root.dataset.indicator);
    const level = hasLevel(indikator, given.get("ebene")) ? given.get("ebene") : firstLevel(indikator);
    const pinned = (given.get("vergleich") || "").split(",").map((one) => numberOf(level, one)).filter((number) => number >= 0);
    return { indikator, level, year: Number(given.get("jahr")), place: numberOf(level, given.get("raum")), pinned: [...new Set(pinned)].slice(0, signs.length) };
  }

  function remember() {
    const given = new URLSearchParams({ kennzahl: view.indikator.id, ebene: state.level, jahr: view.year });
    if (state.place >= 0) given.set("raum", nameOf(state.level, figures.areas[state.level][state.place]));
    const names = state.pinned.map((number) => nameOf(state.level, figures.areas[state.level][number]));
    const address = `${location.pathname}?${given}${names.length ? `&vergleich=${names.map(encodeURIComponent).join(",")}` : ""}`;
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
  }

  // A figure without values at the level asked for is shown at another, or for the county alone.
  function viewOf() {
    const { indikator } = state;
    const first = firstLevel(indikator);
    if (!hasLevel(indikator, state.level) && hasLevel(indikator, first)) switchLevel(first);
    const isLocal = hasLevel(indikator, state.level);
    const level = isLocal ? state.level : "masse";
    const all = figures.yearsOf(indikator, level);
    const year = all.includes(state.year) ? state.year : all[all.length - 1];
    const values = figures.column(indikator, level, year);
    return {
      indikator, level, year, years: all, values, areas: figures.areas[level], ranks: figures.ranks(indikator, level, year),
      classes: isLocal ? values.map((value) => figures.classOf(indikator, level, value)) : [],
      place: isLocal ? state.place : -1, pinned: isLocal ? state.pinned : [],
    };
  }

  // A Kommune becomes the room or the Amt it lies in; the other way no place is meant more than another.
  function switchLevel(level) {
    state = { ...state, level, place: state.place >= 0 ? placeAt(level) : -1, pinned: [] };
  }

  function placeAt(level) {
    const area = figures.areas[state.level][state.place];
    if (state.level === "aemter" && level === "kommunen") return numberOf(level, nameOf("aemter", area));
    if (state.level !== "kommunen") return -1;
    return level === "raeume" ? numberOf("raeume", area[3]) : level === "aemter" ? amtOf(state.place) : -1;
  }

  const amtOf = (number) => geometry.aemter.findIndex(({ kommunen }) => kommunen.includes(number));

  function setState(changed, remembering = true) {
    state = { ...state, ...changed };
    show();
    if (remembering) remember();
  }

  // --- Showing ---

  // The map at once, all else once it is painted.
  function show() {
    showMap();
    later.start([showTexts, () => table.show(view)]);
  }

  function showTexts() {
    choice.show(view.indikator);
    beside.reveal();
    panel.show(view);
    downloads.show(view);
    announce();
  }

  function showMap() {
    view = viewOf();
    const isLocal = view.level !== "masse";
    const [title, stand] = figures.titled(view.indikator, view.year);
    setText(find("#karte span"), title);
    setText(find(".kreiskarte-stand"), stand);
    beside.show(view.indikator);
    setText(find(".kreiskarte-frage"), view.indikator.kurz);
    setText(find(".kreiskarte-quelle"), view.indikator.quelle);
    const ofAemter = isLocal && !hasLevel(view.indikator, "kommunen");
    for (const button of levels) {
      button.disabled = !hasLevel(view.indikator, button.value);
      button.checked = isLocal && button.value === state.level;
      button.parentElement.hidden = button.disabled && (ofAemter || button.value === "aemter" || button.value === "quartiere");
    }
    showAreas(isLocal);
    legend.show(view, figures.classesOf(view.indikator, view.level).klassen || []);
    years.show(view);
  }

  function showAreas(isLocal) {
    const note = find(".kreiskarte-nurkreis");
    note.hidden = isLocal;
    if (!isLocal) note.textContent = fill(words.only_county, { value: figures.text(view.indikator, view.values[0]), year: view.year });
    find(".kreiskarte-karten").toggleAttribute("inert", !isLocal);
    find(".kreiskarte-rahmen").classList.toggle("nurkreis", !isLocal);
    areas.draw(isLocal ? view.level : "kommunen");
    const shown = figures.areas[isLocal ? view.level : "kommunen"];
    const texts = shown.map((area, number) => (isLocal ? `${area[1]}: ${figures.text(view.indikator, view.values[number])}` : area[1]));
    areas.paint(isLocal ? view.classes : shown.map(() => "leer"), texts, `${sentences.titleOf(view)}: ${levelNames[view.level].title}`);
    areas.markPlaces(view.place, view.pinned);
    areas.emphasise("");
  }

  // What a screen reader hears of a change: the map in a sentence, and the place that is chosen. Who
  // chooses a place on the same map has heard the topic; what is as it was is not heard again.
  let heard = "";
  const topicOf = () => `${sentences.titleOf(view)}, ${levelNames[view.level].title}. `;
  function announce() {
    const place = view.place >= 0 ? `${view.areas[view.place][1]}: ${figures.text(view.indikator, view.values[view.place])}. ` : "";
    const topic = topicOf();
    setText(find(".kreiskarte-ansage"), (place && topic === heard ? "" : topic) + place + sentences.sentence(view, view.place));
    heard = topic;
  }

  // --- Choices ---

  function newYear(year, done) {
    setState({ year }, false);
    if (done) remember();
  }

  function pin(number) {
    const isPinned = state.pinned.includes(number);
    if (!isPinned && state.pinned.length >= signs.length) return;
    setState({ pinned: isPinned ? state.pinned.filter((one) => one !== number) : [...state.pinned, number] });
  }

  areas.choose = (number) => setState({ place: number === state.place ? -1 : number });
  areas.pin = pin;
  areas.release = () => state.place >= 0 && setState({ place: -1 });
  panel.pin = () => pin(state.place);
  panel.release = () => {
    setState({ place: -1 });
    find("#karte").focus({ preventScroll: true });
  };
  panel.unpin = (number) => {
    pin(number);
    later.finish();
    (find(".kreiskarte-vergleich button") || find("#karte")).focus({ preventScroll: true });
  };
  for (const button of levels) {
    button.addEventListener("change", () => {
      years.stop();
      switchLevel(button.value);
      setState({});
    });
  }
  addEventListener("popstate", () => {
    years.stop();
    state = fromAddress();
    show();
  });

  // The ground of the map comes from another host, so only who asks for it gets it.
  const ground = find(".kreiskarte-hintergrund button");
  let tiles = null;
  ground?.addEventListener("click", () => {
    const isOn = !tiles;
    if (isOn) tiles = L.tileLayer(ground.dataset.address, { maxZoom: 19 }).addTo(areas.map);
    else {
      tiles.remove();
      tiles = null;
    }
    ground.setAttribute("aria-pressed", String(isOn));
    find(".kreiskarte-hintergrund [data-source]").hidden = !isOn;
    find(".kreiskarte-rahmen").classList.toggle("mit-grund", isOn);
  });

  const paper = createPaper(figures, geometry, root);
  addEventListener("beforeprint", () => paper.show(view));

  // The start is cut into short tasks, so that slow phones stay responsive.
  const pause = () => new Promise((resolve) => setTimeout(resolve));
  state = fromAddress();
  await pause();
  areas.fit();
  await pause();
  await areas.begin(hasLevel(state.indikator, state.level) ? state.level : "kommunen", pause);
  showMap();
  await pause();
  choice.show(view.indikator);
  beside.reveal();
  panel.show(view);
  downloads.show(view);
  await pause();
  table.show(view);
  heard = topicOf();
  root.classList.add("bereit");
}

document.addEventListener("kreiskarte", (event) => startKreiskarte(event.detail), { once: true });
