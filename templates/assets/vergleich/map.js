// The map of the comparison: nine classes, a third of the one figure by a third of the other.
function createMap(figures, geometry, words, tool, acts) {
  const HATCHINGS = { fehlt: "M-2 2L2-2M-2 8L8-2M-2 14L14-2M4 14L14 4M10 14L14 10", geheim: "M-2 2L2-2M-2 14L14-2M10 14L14 10M-2 10L2 14M-2-2L14 14M10-2L14 2" };
  const frame = JSON.parse(tool.dataset.frame);
  const root = tool.querySelector(".vergleich-karte");
  let shapes = [];

  function pathOf(area) {
    const [west, north, scale, shrink, left, top] = area.fern && frame.inset ? frame.inset : frame.mainland;
    return area.ringe.map((numbers) => {
      let [x, y] = [0, 0];
      const corners = [];
      for (let i = 0; i < numbers.length; i += 2) {
        x += numbers[i];
        y += numbers[i + 1];
        corners.push(`${(left + (x / 1e4 - west) * scale * shrink).toFixed(1)} ${(top + (north - y / 1e4) * scale).toFixed(1)}`);
      }
      return `M${corners.join("L")}z`;
    }).join("");
  }

  function draw(pair, level) {
    const picture = svg("svg", { class: "karte", viewBox: `0 0 ${frame.width} ${frame.height}`, role: "img", "aria-label": fill(words.map, { both: words.inBoth(pair) }) });
    picture.append(svg("defs", {}, ...Object.entries(HATCHINGS).map(([name, d]) => svg("pattern", { id: `vergleich-${name}`, width: 12, height: 12, patternUnits: "userSpaceOnUse", patternTransform: "scale(.7)" }, svg("path", { class: "schraffur-grund", d: "M0 0h12v12H0z" }), svg("path", { class: "schraffur", d })))));
    if (frame.box) {
      const [left, top, right, bottom] = frame.box;
      picture.append(svg("rect", { class: "kasten", x: left, y: top, width: right - left, height: bottom - top, rx: 3 }));
      picture.append(svg("text", { class: "klein", x: left + 8, y: top + 19 }, frame.name));
    }
    shapes = pair.places.map((one, number) => {
      const area = geometry[level].find(({ id }) => id === one.id);
      const shape = svg("path", { class: one.className, d: area ? pathOf(area) : "", "fill-rule": "evenodd", "data-number": number }, svg("title", {}, words.saying(pair, one)));
      if (one.className in HATCHINGS) shape.setAttribute("fill", `url(#vergleich-${one.className})`);
      return shape;
    });
    picture.append(...shapes);
    if (level === "kommunen") picture.append(...geometry.raeume.map((room) => svg("path", { class: "raum", d: pathOf(room) })));
    picture.append(svg("g", { class: "marken" }));
    const placeUnder = (event) => {
      const shape = event.target.closest("[data-number]");
      return shape ? pair.places[shape.dataset.number].id : "";
    };
    picture.addEventListener("pointermove", (event) => { if (event.pointerType === "mouse") acts.markPlaces(placeUnder(event)); });
    picture.addEventListener("pointerleave", () => acts.markPlaces());
    picture.addEventListener("click", (event) => acts.choose(placeUnder(event)));
    root.replaceChildren(picture);
    showMissing(pair);
  }

  function showMissing(pair) {
    const square = tool.querySelector(".quadrat");
    square.querySelector(".quadrat-fehlt")?.remove();
    const kinds = Object.keys(HATCHINGS).filter((kind) => pair.places.some((one) => one.className === kind));
    if (!kinds.length) return;
    square.append(html("ul", { class: "quadrat-fehlt" }, ...kinds.map((kind) => html("li", {},
      svg("svg", { class: "muster", viewBox: "0 0 48 12", "aria-hidden": "true" }, svg("rect", { width: 48, height: 12, fill: `url(#vergleich-${kind})` })),
      ` ${figures.phrases.missing.texts[kind === "geheim" ? "x" : "."]}`))));
  }

  // Draws a line around places, each by its number.
  function markPlaces(places) {
    const lines = places.map((number) => svg("path", { class: "gewaehlt", fill: "none", "pointer-events": "none", d: shapes[number].getAttribute("d") }));
    root.querySelector(".marken").replaceChildren(...lines);
  }

  return { draw, markPlaces };
}
