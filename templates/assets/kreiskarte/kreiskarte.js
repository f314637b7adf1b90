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

  const { hasLevel, ...states } = createStates(figures, geometry, root.dataset.indicator);
  const fromAddress = () => states.read(location.search);

  function remember() {
    const search = states.write(state, view);
    if (search !== location.search) history.pushState(null, "", location.pathname + search);
  }

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
    state = states.fitting(state);
    view = states.viewOf(state);
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
    legend.show(view);
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
      setState(states.atLevel(state, button.value));
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
