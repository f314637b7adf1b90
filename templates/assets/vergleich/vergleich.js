// Any two figures against each other: a scatter plot, a map of nine classes, words and a table, each
// marking the same place. What is chosen stands in the address. Without this script the list of
// questions is all.
function createVergleich(tool, figures, geometry, remember = () => {}) {
  const find = (name) => tool.querySelector(`.vergleich-${name}`);
  const choice = { x: tool.querySelector("#vergleich-x"), y: tool.querySelector("#vergleich-y") };
  const levels = [...tool.querySelectorAll("input[name=ebene]")];
  const placeChoice = tool.querySelector("#vergleich-ort");
  const status = tool.querySelector("[role=status]");
  const pages = new Set(tool.dataset.pairs.split("|").map((page) => page.replace(" ", "-und-")));
  const collator = new Intl.Collator("de");
  const relations = createRelations(figures);
  const words = createSentences(figures, relations);
  const map = createMap(figures, geometry, words, tool, { choose, markPlaces });
  const dots = createDots(figures, words, find("punkte"), { choose, markPlaces });
  const table = createTable(figures, words, find("tabelle"), tool);
  let state; // what is chosen: x, y, level, place (a key, or "")
  let pair; // what follows from it: the places with both figures, the relation, the classes

  // --- What is chosen, and what follows ---

  const indikatorOf = (id) => figures.indikatoren.find((one) => one.id === id);
  const isOffered = (id) => [...choice.x.options].some((option) => option.value === id);
  const placeOf = (id) => pair.places.find((place) => place.id === id);

  function fromAddress(search) {
    const given = new URLSearchParams(search);
    const x = isOffered(given.get("x")) ? given.get("x") : tool.dataset.x;
    let y = isOffered(given.get("y")) ? given.get("y") : tool.dataset.y;
    if (x === y) y = [tool.dataset.x, tool.dataset.y].find((id) => id !== x);
    const level = given.get("ebene") === "raeume" ? "raeume" : "kommunen";
    state = { x, y, level, place: given.get("raum") || "" };
  }

  // The last year that both figures have, else the last of each.
  function yearsOf(x, y, level) {
    const [yearsX, yearsY] = [x, y].map((one) => figures.yearsOf(one, level));
    const both = yearsX.filter((year) => yearsY.includes(year));
    return both.length ? [both.at(-1), both.at(-1)] : [yearsX.at(-1), yearsY.at(-1)];
  }

  function reckon() {
    const [x, y] = [indikatorOf(state.x), indikatorOf(state.y)];
    const isPossible = [x, y].every((one) => figures.yearsOf(one, "raeume").length);
    if (!isPossible) state.level = "kommunen";
    const years = yearsOf(x, y, state.level);
    const [valuesX, valuesY] = [x, y].map((one, index) => figures.column(one, state.level, years[index]));
    const places = figures.areas[state.level].map(([id, name, path], number) => ({ id, name, path, number, x: valuesX[number], y: valuesY[number] }));
    const both = places.filter((place) => typeof place.x === "number" && typeof place.y === "number");
    const [xs, ys] = [both.map((place) => place.x), both.map((place) => place.y)];
    const [dx, dy] = [relations.thirds(xs), relations.thirds(ys)];
    both.forEach((place, i) => Object.assign(place, { dx: dx[i], dy: dy[i], className: `b${dx[i]}${dy[i]}` }));
    for (const place of places) if (!place.className) place.className = place.x === "x" || place.y === "x" ? "geheim" : "fehlt";
    pair = { x, y, years, places, both, xs, ys, isPossible, relation: relations.relate(xs, ys) };
    if (!placeOf(state.place)) state.place = "";
  }

  function show() {
    reckon();
    choice.x.value = state.x;
    choice.y.value = state.y;
    for (const button of levels) {
      button.checked = button.value === state.level;
      button.disabled = button.value === "raeume" && !pair.isPossible;
    }
    showWords();
    showPlaces();
    map.draw(pair, state.level);
    dots.draw(pair, state);
    table.show(pair, state);
    markPlaces();
  }

  // --- In words ---

  function showWords() {
    tool.querySelector("#vergleich-beide").textContent = words.inBoth(pair);
    find("antwort").textContent = words.answer(pair);
    const names = pair.both.map((place) => place.name);
    const sentences = pair.relation ? relations.caveats(pair.xs, pair.ys, names, pair.years, words.levels[state.level].title) : [];
    tool.querySelector(".vorbehalte").replaceChildren(...sentences.map((sentence) => html("li", {}, sentence)));
    find("hoch").textContent = `↑ ${words.withUnit(pair.y)}`;
    find("quer").textContent = `${words.withUnit(pair.x)} →`;
    tool.querySelector(".quadrat-hoch").textContent = `↑ ${fill(words.higher, { title: pair.y.titel })}`;
    tool.querySelector(".quadrat-quer").textContent = `${fill(words.higher, { title: pair.x.titel })} →`;
    find("quellen").textContent = [pair.x, pair.y].map((one, index) => `${words.withYear(pair, index)}: ${one.quelle}`).join(" – ");
    const page = [`${state.x}-und-${state.y}`, `${state.y}-und-${state.x}`].find((one) => pages.has(one));
    find("seite").replaceChildren(...(page ? [html("a", { href: `${page}/` }, words.page), words.page_more] : []));
  }

  function showPlaces() {
    const sorted = [...pair.places].sort((a, b) => collator.compare(a.name, b.name));
    const options = sorted.map((place) => html("option", { value: place.id }, place.name));
    placeChoice.replaceChildren(html("option", { value: "" }, words.no_place), ...options);
  }

  // --- One place, marked everywhere ---

  function markPlaces(pointed = "") {
    const ids = [...new Set([pointed, state.place])].filter(Boolean);
    map.markPlaces(ids.map((id) => placeOf(id).number));
    dots.markPlaces(pointed);
    table.markPlaces();
    placeChoice.value = state.place;
    const place = placeOf(pointed || state.place);
    const told = find("auskunft");
    if (!place) told.textContent = words.choose;
    else told.replaceChildren(`${words.saying(pair, place)}. `, html("a", { href: tool.dataset.root + place.path }, fill(words.place, place)));
  }

  function choose(id) {
    state.place = id;
    markPlaces();
    remember(state, false);
    status.textContent = id ? words.saying(pair, placeOf(id)) : words.none_marked;
  }

  function change(changed) {
    const place = changed.level && changed.level !== state.level ? "" : state.place;
    state = { ...state, place, ...changed };
    show();
    remember(state, true);
    announce();
  }

  // Who chooses the same figure twice wants them the other way round.
  function chooseFigure(axis) {
    const other = axis === "x" ? "y" : "x";
    const id = choice[axis].value;
    change(id === state[other] ? { x: state.y, y: state.x } : { [axis]: id });
  }

  function listen() {
    for (const axis of ["x", "y"]) choice[axis].addEventListener("change", () => chooseFigure(axis));
    for (const button of levels) button.addEventListener("change", () => change({ level: button.value }));
    tool.querySelector("#vergleich-tausch").addEventListener("click", () => change({ x: state.y, y: state.x }));
    placeChoice.addEventListener("change", () => choose(placeChoice.value));
    let width = find("punkte").clientWidth;
    new ResizeObserver(() => {
      if (find("punkte").clientWidth === width) return;
      width = find("punkte").clientWidth;
      dots.draw(pair, state);
      markPlaces();
    }).observe(find("punkte"));
  }

  const announce = () => { status.textContent = words.answer(pair); };
  return { fromAddress, show, listen, announce };
}

function startVergleich() {
  const tool = document.getElementById("vergleich");
  if (!tool || !window.fetch) return;

  // What was chosen is printed, not the questions one may ask.
  const showChoice = () => tool.classList.toggle("gewaehlt", new URL(location.href).searchParams.has("x"));

  function toAddress({ x, y, level, place }, asStep) {
    const address = new URL(location.href);
    address.searchParams.set("x", x);
    address.searchParams.set("y", y);
    for (const [name, value] of [["ebene", level === "raeume" ? "raeume" : ""], ["raum", place]]) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    if (address.href !== location.href) history[asStep ? "pushState" : "replaceState"](null, "", address);
    showChoice();
  }

  function begin([figures, geometry]) {
    const { fromAddress, show, listen, announce } = createVergleich(tool, figures, geometry, toAddress);
    fromAddress(location.search);
    tool.hidden = false;
    show();
    showChoice();
    listen();
    addEventListener("popstate", () => {
      fromAddress(location.search);
      show();
      showChoice();
      announce();
    });
    addEventListener("beforeprint", printAddress);
    tool.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
  }

  Promise.all([loadFigures(tool.dataset.figures), loadJson(tool.dataset.geometry)]).then(begin).catch(() => { tool.hidden = true; });
}

startVergleich();
