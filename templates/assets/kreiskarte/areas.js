// The areas of the Kreiskarte: drawn by Leaflet over the page's own picture, reached by pointer, touch
// and arrow keys. Colours are classes, so that the style sheet decides over light and dark.
function createAreas(drawn, root, geometry, signs) {
  const find = (name) => root.querySelector(`.kreiskarte-${name}`);
  const frame = find("rahmen");
  const list = find("karten");
  const tip = find("zettel");
  const measures = JSON.parse(list.dataset.frame);
  const maps = [drawn.main, drawn.inset].filter(Boolean);
  const acts = { choose() {}, pin() {}, release() {} };
  const PORTION = 6;
  let level = "";
  let shapes = [];
  let texts = [];
  let active = 0;
  let lines = [];
  let focusMark = null;
  let marks = [];
  let marked = ""; // which places have marks now
  let places = [];

  // A Kommune that belongs to no Amt has the same shape among the Ämter.
  for (const areas of Object.values(geometry)) {
    for (const area of areas) {
      if (area.ringe) area.latlngs = area.ringe.map(decoded);
      else Object.assign(area, { latlngs: geometry.kommunen[area.kommunen[0]].latlngs, fern: geometry.kommunen[area.kommunen[0]].fern });
    }
  }

  function decoded(numbers) {
    const points = [];
    for (let i = 0, x = 0, y = 0; i < numbers.length; i += 2) {
      x += numbers[i];
      y += numbers[i + 1];
      points.push([y / 1e4, x / 1e4]);
    }
    return points;
  }

  // The middle of an area's largest ring: there its letter stands, and from there the arrows count.
  function middle(area) {
    if (area.middle) return area.middle;
    let largest = 0;
    for (const ring of area.latlngs) {
      let size = 0, y = 0, x = 0;
      ring.forEach(([y1, x1], i) => {
        const [y2, x2] = ring[(i + 1) % ring.length];
        const cross = x1 * y2 - x2 * y1;
        size += cross;
        y += (y1 + y2) * cross;
        x += (x1 + x2) * cross;
      });
      if (Math.abs(size) > largest) {
        largest = Math.abs(size);
        area.middle = L.latLng(y / (3 * size), x / (3 * size));
      }
    }
    return area.middle;
  }

  const mapOf = (area) => (area.fern && drawn.inset ? drawn.inset : drawn.main);

  // Where an area lies in the frame, in px.
  function pointOf(area) {
    const map = mapOf(area);
    const outer = map.getContainer().getBoundingClientRect();
    const inner = frame.getBoundingClientRect();
    return map.latLngToContainerPoint(middle(area)).add([outer.left - inner.left, outer.top - inner.top]);
  }

  // --- Drawing ---

  // Outlines of rooms and marks lie over the areas; none of them takes a pointer.
  for (const map of maps) {
    for (const [name, height] of [["umrisse", 440], ["marken", 450]]) {
      const place = map.createPane(name);
      place.style.zIndex = height;
      place.style.pointerEvents = "none";
      place.setAttribute("aria-hidden", "true");
    }
    for (const name of ["markerPane", "tilePane", "shadowPane", "tooltipPane", "popupPane"]) map.getPane(name).setAttribute("aria-hidden", "true");
  }

  const outline = (area, className, pane) =>
    L.polygon(area.latlngs, { className, pane, fill: false, interactive: false }).addTo(mapOf(area));

  // The first drawing comes in small portions, so that slow phones stay responsive.
  async function begin(first, pause) {
    clear(first);
    for (const [number, area] of geometry[first].entries()) {
      shapes.push(shapeOf(area, number));
      if (number % PORTION === PORTION - 1) await pause();
    }
    drawOutlines();
    await pause();
  }

  function draw(next) {
    if (level === next) return;
    clear(next);
    shapes = geometry[level].map((area, number) => shapeOf(area, number));
    drawOutlines();
  }

  function clear(next) {
    level = next;
    for (const group of Object.values(drawn.groups)) group.clearLayers();
    for (const line of lines) line.remove();
    shapes = [];
    marked = "";
  }

  function drawOutlines() {
    // An Amt may lie in several rooms: their outlines would cut it into parts.
    lines = level === "raeume" || level === "aemter" ? [] : geometry.raeume.map((room) => outline(room, "kreiskarte-raum", "umrisse"));
    for (const map of maps) map.getPane("overlayPane").querySelector("svg")?.setAttribute("role", "presentation");
    active = Math.min(active, shapes.length - 1);
    places = [];
  }

  function shapeOf(area, number) {
    const polygon = L.polygon(area.latlngs, { weight: 1, fillOpacity: 1 });
    polygon.addTo(area.fern && drawn.inset ? drawn.groups.far : drawn.groups.mainland);
    polygon.on("mouseover mousemove", (event) => showTip(number, event.originalEvent));
    polygon.on("mouseout", () => (tip.hidden = true));
    polygon.on("click", () => {
      activate(number);
      acts.choose(number);
    });
    const path = polygon.getElement();
    path.setAttribute("role", "option");
    path.setAttribute("tabindex", "-1");
    path.addEventListener("focus", () => onFocus(number));
    path.addEventListener("blur", () => {
      tip.hidden = true;
      focusMark?.remove();
    });
    path.addEventListener("keydown", (event) => onKey(event, number));
    return path;
  }

  // Classes and names of all areas; nothing is drawn anew, so the focus stays where it is.
  function paint(classes, newTexts, name) {
    texts = newTexts;
    list.setAttribute("aria-label", name);
    shapes.forEach((path, number) => {
      const className = classes[number];
      setAttributes(path, {
        class: `leaflet-interactive kreiskarte-flaeche ${className}`,
        fill: className === "fehlt" || className === "geheim" ? `url(#kreiskarte-${className})` : "currentColor",
        "aria-label": texts[number],
      });
    });
  }

  // The chosen area and the pinned ones, these with a letter each.
  function markPlaces(chosen, pinned) {
    const wanted = `${level} ${chosen} ${pinned}`;
    if (marked === wanted) return;
    marked = wanted;
    for (const mark of marks) mark.remove();
    marks = [];
    for (const number of pinned) marks.push(outline(geometry[level][number], "kreiskarte-marke", "marken"));
    if (chosen >= 0) marks.push(outline(geometry[level][chosen], "kreiskarte-marke gewaehlt", "marken"));
    pinned.forEach((number, index) => marks.push(letter(geometry[level][number], index)));
    coverNames();
    if (chosen >= 0) active = chosen;
    shapes.forEach((path, number) => setAttributes(path, { "aria-selected": number === chosen, tabindex: number === active ? 0 : -1 }));
  }

  // A name gives way to a letter that would lie on it.
  function coverNames() {
    const circles = [...list.querySelectorAll(".kreiskarte-buchstabe")].map((one) => one.getBoundingClientRect());
    if (!circles.length && !list.querySelector(".verdeckt")) return;
    for (const name of list.querySelectorAll(".kreiskarte-name span")) {
      const edge = name.getBoundingClientRect();
      const overlaps = (one) => one.left < edge.right && one.right > edge.left && one.top < edge.bottom && one.bottom > edge.top;
      name.classList.toggle("verdeckt", circles.some(overlaps));
    }
  }

  function letter(area, index) {
    const text = document.createElement("span");
    text.textContent = signs[index];
    const icon = L.divIcon({ className: `kreiskarte-buchstabe linie-${index}`, html: text, iconSize: [22, 22] });
    return L.marker(middle(area), { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(mapOf(area));
  }

  // Areas of one class stand out, all others fade; without a class all are as they were.
  function emphasise(className) {
    if (!className && !list.classList.contains("betont")) return;
    list.classList.toggle("betont", Boolean(className));
    for (const path of shapes) path.classList.toggle("steht-vor", Boolean(className) && path.classList.contains(className));
  }

  // --- Pointer and keys ---

  // A finger would lie on what hovers; what it touched stands under the map. Browsers send the events
  // of a mouse after those of a finger, so what it was is remembered.
  let isTouched = false;
  frame.addEventListener("pointerdown", (event) => (isTouched = event.pointerType === "touch"), true);
  frame.addEventListener("pointermove", (event) => (isTouched = event.pointerType === "touch"), true);

  function showTip(number, event) {
    if (event && isTouched) return;
    const corner = frame.getBoundingClientRect();
    tip.textContent = texts[number];
    tip.hidden = false;
    const [width, height] = [tip.offsetWidth, tip.offsetHeight];
    const around = event ? { left: event.clientX, right: event.clientX, top: event.clientY, bottom: event.clientY } : shapes[number].getBoundingClientRect();
    const [left, top] = freeSpot(around, width, height, corner);
    tip.style.left = `${left - corner.left}px`;
    tip.style.top = `${top - corner.top}px`;
  }

  // Above, below or beside what is pointed at: where it covers no name, if there is such a place.
  function freeSpot({ left, right, top, bottom }, width, height, corner) {
    const inside = (x) => Math.max(corner.left, Math.min(x, corner.right - width));
    const [x, y] = [(left + right - width) / 2, (top + bottom - height) / 2];
    const spots = [14, 36].flatMap((away) => [[inside(x), top - height - away], [inside(x), bottom + away + 6], [left - width - away, y], [right + away + 4, y]])
      .filter(([x1, y1]) => y1 >= corner.top && x1 >= corner.left - 1 && x1 + width <= corner.right + 1);
    const covered = ([x1, y1]) => [...list.querySelectorAll(".kreiskarte-name span")].filter((name) => {
      const edge = name.getBoundingClientRect();
      return edge.left < x1 + width && edge.right > x1 && edge.top < y1 + height && edge.bottom > y1;
    }).length;
    const rated = spots.map((spot) => [covered(spot), spot]);
    return (rated.sort((one, other) => one[0] - other[0])[0] || [0, [inside(x), bottom + 20]])[1];
  }

  function activate(number) {
    shapes[active]?.setAttribute("tabindex", "-1");
    active = number;
    shapes[active].setAttribute("tabindex", "0");
  }

  function onFocus(number) {
    if (!shapes[number].matches(":focus-visible")) return;
    const area = geometry[level][number];
    focusMark?.remove();
    focusMark = outline(area, "kreiskarte-marke fokus", "marken");
    if (!area.fern) drawn.main.panInside(middle(area), { padding: [40, 40], animate: false });
    showTip(number, null);
  }

  const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // The nearest area in a direction: what lies straight ahead counts as nearer than what lies aside.
  function neighbour(number, [dx, dy]) {
    if (!places.length) places = geometry[level].map(pointOf);
    let best = number, shortest = Infinity;
    places.forEach((place, other) => {
      const x = place.x - places[number].x, y = place.y - places[number].y;
      const ahead = x * dx + y * dy;
      const aside = Math.abs(x * dy) + Math.abs(y * dx);
      if (other === number || ahead <= 1) return;
      const distance = ahead + 2 * aside + (aside > ahead ? 1e4 : 0);
      if (distance < shortest) [best, shortest] = [other, distance];
    });
    return best;
  }

  function byLetter(number, sign) {
    const matches = (other) => texts[other].toLocaleLowerCase("de").startsWith(sign.toLocaleLowerCase("de"));
    const order = [...shapes.keys()].map((index) => (number + 1 + index) % shapes.length);
    return order.find(matches) ?? number;
  }

  function targetOf(event, number) {
    if (DIRECTIONS[event.key]) return neighbour(number, DIRECTIONS[event.key]);
    if (event.key === "Home") return 0;
    if (event.key === "End") return shapes.length - 1;
    return event.key.length === 1 && event.key !== " " ? byLetter(number, event.key) : -1;
  }

  function onKey(event, number) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = targetOf(event, number);
    if (next >= 0) {
      activate(next);
      shapes[next].focus();
    } else if (event.key === "Enter") acts.choose(number);
    else if (event.key === " ") acts.pin(number);
    else return;
    event.preventDefault();
  }

  // Escape puts away what hovers, and with the focus on the map the choice.
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (list.contains(document.activeElement)) acts.release();
    tip.hidden = true;
  });

  // --- Place and zoom ---

  // The map takes the place of the picture under it to the point.
  function fit() {
    const factor = Math.min(frame.clientWidth / measures.size[0], frame.clientHeight / measures.size[1]);
    const left = (frame.clientWidth - measures.size[0] * factor) / 2;
    const top = (frame.clientHeight - measures.size[1] * factor) / 2;
    frame.style.setProperty("--faktor", factor);
    const [west, north, east, south] = measures.mainland;
    const padding = {
      paddingTopLeft: [left + west * factor, top + north * factor],
      paddingBottomRight: [left + (measures.size[0] - east) * factor, top + (measures.size[1] - south) * factor],
      animate: false,
    };
    drawn.main.invalidateSize({ pan: false }).setMinZoom(0).setMaxBounds(null).fitBounds(bounds(false), padding);
    drawn.main.setMinZoom(drawn.main.getZoom()).setMaxZoom(drawn.main.getZoom() + 4).setMaxBounds(drawn.main.getBounds());
    if (drawn.inset) fitInset(left, top, factor);
    places = [];
    placeNames(left, top, factor);
    setMovable();
  }

  const bounds = (far) => L.latLngBounds(geometry.kommunen.filter((one) => one.fern === far).flatMap((one) => one.latlngs.flat()));

  function fitInset(left, top, factor) {
    const [x1, y1, x2, y2] = measures.inset;
    const sides = { left: left + x1 * factor, top: top + y1 * factor, width: (x2 - x1) * factor, height: (y2 - y1) * factor };
    for (const [side, value] of Object.entries(sides)) find("kasten").style[side] = `${value}px`;
    drawn.inset.invalidateSize({ pan: false }).setMinZoom(0);
    drawn.inset.setView(bounds(true).getCenter(), drawn.main.getZoom() + Math.log2(measures.factor), { animate: false });
    drawn.inset.panBy([0, -19 * factor], { animate: false }); // under the two lines of the caption
  }

  // The names stand where the picture has them: there they keep off one another at every width.
  let names = null;
  function placeNames(left, top, factor) {
    if (names) return;
    names = [...find("bild").querySelectorAll("text.name")].map((text) => {
      const label = document.createElement("span");
      label.textContent = text.textContent;
      const place = L.point(left + Number(text.getAttribute("x")) * factor, top + (Number(text.getAttribute("y")) - 5) * factor);
      const icon = L.divIcon({ className: "kreiskarte-name", html: label, iconSize: null });
      return L.marker(drawn.main.containerPointToLatLng(place), { icon, interactive: false, keyboard: false }).addTo(drawn.main);
    });
  }

  // Only who has zoomed in can drag, so that a thumb on the map still scrolls the page.
  function setMovable() {
    const near = drawn.main.getZoom() > drawn.main.getMinZoom() + 0.05;
    drawn.main.dragging[near ? "enable" : "disable"]();
    find("zoom").querySelector("[data-zoom='0']").hidden = !near;
    find("zoom").querySelector("[data-zoom='-1']").disabled = !near;
  }

  function zoomBy(direction) {
    if (!direction) fit();
    else drawn.main[direction > 0 ? "zoomIn" : "zoomOut"]();
  }

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    for (const map of maps) Object.assign(map.options, { zoomAnimation: false, fadeAnimation: false, inertia: false });
  }
  drawn.main.on("zoomend moveend", () => (places = []));
  drawn.main.on("zoomend", setMovable);
  drawn.main.on("zoomend", coverNames);
  for (const button of find("zoom").children) {
    button.addEventListener("click", () => {
      zoomBy(Number(button.dataset.zoom));
      if (button.hidden || button.disabled) find("zoom").firstElementChild.focus();
    });
  }
  new ResizeObserver(() => {
    const { x, y } = drawn.main.getSize();
    if (frame.clientWidth && (x !== frame.clientWidth || y !== frame.clientHeight)) fit();
  }).observe(frame);

  return Object.assign(acts, { begin, draw, paint, markPlaces, emphasise, fit, map: drawn.main });
}
