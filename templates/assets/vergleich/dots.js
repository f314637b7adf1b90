// The scatter plot of the comparison: a list of dots to point at, to tap, and to walk by the arrows.
function createDots(figures, words, root, acts) {
  const collator = new Intl.Collator("de");
  const ruler = document.createElement("canvas").getContext("2d");
  let pair;
  let state;
  let dots = new Map();

  // Round numbers around all values.
  function scaleOf(values, digits, count) {
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const raw = Math.max((high - low) / count, 10 ** -digits);
    const power = 10 ** Math.floor(Math.log10(raw));
    const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= raw * 0.999);
    const [first, last] = [Math.floor(low / step + 1e-9), Math.ceil(high / step - 1e-9)];
    const marks = Array.from({ length: last - first + 1 }, (_, i) => Number(((first + i) * step).toFixed(9)));
    const needed = [0, 1, 2, 3].find((one) => marks.every((mark) => Number(mark.toFixed(one)) === mark)) ?? digits;
    return { marks, from: marks[0], to: marks.at(-1), text: (value) => figures.number(value, needed) };
  }

  // Where one third ends and the next begins.
  function boundsOf(values, thirds) {
    return [0, 1].flatMap((third) => {
      const [bottom, top] = [values.filter((_, i) => thirds[i] <= third), values.filter((_, i) => thirds[i] > third)];
      return bottom.length && top.length ? [(Math.max(...bottom) + Math.min(...top)) / 2] : [];
    });
  }

  function draw(newPair, newState) {
    pair = newPair;
    state = newState;
    dots = new Map();
    if (!pair.relation) return root.replaceChildren();
    const width = Math.max(260, Math.round(root.clientWidth));
    const height = Math.round(Math.min(520, Math.max(320, width * 0.8)));
    const [sx, sy] = [scaleOf(pair.xs, pair.x.ziffern, width < 480 ? 4 : 6), scaleOf(pair.ys, pair.y.ziffern, 5)];
    ruler.font = `14px ${getComputedStyle(root).fontFamily}`;
    const left = Math.ceil(Math.max(...sy.marks.map((mark) => ruler.measureText(sy.text(mark)).width))) + 12;
    const inner = { left, top: 12, right: width - 22, bottom: height - 30 };
    const px = (value) => inner.left + ((value - sx.from) / (sx.to - sx.from)) * (inner.right - inner.left);
    const py = (value) => inner.bottom - ((value - sy.from) / (sy.to - sy.from)) * (inner.bottom - inner.top);
    const chosen = pair.both.some((one) => one.id === state.place) ? `vergleich-punkt-${state.place}` : "";
    const picture = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "listbox", tabindex: "0", "aria-label": fill(words.dots, { both: words.inBoth(pair) }) });
    if (chosen) picture.setAttribute("aria-activedescendant", chosen);
    picture.append(axes(inner, sx, sy, px, py));
    for (const one of [...pair.both].sort((a, b) => a.x - b.x || a.y - b.y)) {
      const circle = svg("circle", { cx: px(one.x).toFixed(1), cy: py(one.y).toFixed(1), r: 6.5, class: one.className });
      const option = svg("g", { role: "option", id: `vergleich-punkt-${one.id}`, "aria-selected": "false", "aria-label": words.saying(pair, one) }, circle);
      dots.set(one.id, { place: one, x: px(one.x), y: py(one.y), option });
      picture.append(option);
    }
    picture.append(svg("g", { class: "schilder", "aria-hidden": "true" }));
    picture.inner = { left: inner.left - 2, top: 0, right: width, bottom: inner.bottom };
    picture.addEventListener("pointermove", (event) => { if (event.pointerType === "mouse") acts.markPlaces(nearest(event)); });
    picture.addEventListener("pointerleave", () => acts.markPlaces());
    picture.addEventListener("click", (event) => acts.choose(nearest(event)));
    picture.addEventListener("keydown", onKey);
    root.replaceChildren(picture);
  }

  function axes(inner, sx, sy, px, py) {
    const group = svg("g", { "aria-hidden": "true" });
    const lines = [...sx.marks.map((mark) => `M${px(mark).toFixed(1)} ${inner.top}V${inner.bottom}`), ...sy.marks.map((mark) => `M${inner.left} ${py(mark).toFixed(1)}H${inner.right}`)];
    const gx = boundsOf(pair.xs, pair.both.map((one) => one.dx)).map((value) => `M${px(value).toFixed(1)} ${inner.top}V${inner.bottom}`);
    const gy = boundsOf(pair.ys, pair.both.map((one) => one.dy)).map((value) => `M${inner.left} ${py(value).toFixed(1)}H${inner.right}`);
    const numbers = svg("g", { class: "zahlen" },
      ...sx.marks.map((mark) => svg("text", { x: px(mark).toFixed(1), y: inner.bottom + 22, "text-anchor": "middle" }, sx.text(mark))),
      ...sy.marks.map((mark) => svg("text", { x: inner.left - 8, y: (py(mark) + 5).toFixed(1), "text-anchor": "end" }, sy.text(mark))));
    group.append(svg("g", { class: "gitter" }, svg("path", { d: lines.join("") })), svg("path", { class: "grund", d: `M${inner.left} ${inner.bottom}H${inner.right}` }), svg("path", { class: "drittel", d: [...gx, ...gy].join("") }), numbers);
    return group;
  }

  // The dot nearest to the pointer, at most 24 px away: so the small dots are large targets.
  function nearest(event) {
    const picture = root.firstElementChild;
    const frame = picture.getBoundingClientRect();
    const factor = picture.viewBox.baseVal.width / frame.width;
    const [x, y] = [(event.clientX - frame.left) * factor, (event.clientY - frame.top) * factor];
    const distance = (dot) => Math.hypot(dot.x - x, dot.y - y);
    const near = [...dots.values()].sort((a, b) => distance(a) - distance(b))[0];
    return near && distance(near) <= 24 * factor ? near.place.id : "";
  }

  // The arrows go from dot to dot: by the one figure to the sides, by the other up and down.
  function onKey(event) {
    const way = { ArrowRight: ["x", 1], ArrowLeft: ["x", -1], ArrowUp: ["y", 1], ArrowDown: ["y", -1], Home: ["x", -Infinity], End: ["x", Infinity] }[event.key];
    if (event.key === "Escape" && state.place) return acts.choose("");
    if (!way || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    const [axis, step] = way;
    const other = axis === "x" ? "y" : "x";
    const order = [...pair.both].sort((a, b) => a[axis] - b[axis] || a[other] - b[other]);
    const index = order.findIndex((one) => one.id === state.place);
    const start = index < 0 ? (step > 0 ? -1 : order.length) : index;
    acts.choose(order[Math.max(0, Math.min(order.length - 1, start + step))].id);
  }

  // Names beside their dots: that of the chosen place first, then the farthest from the middle,
  // where there is room. The one pointed at takes its room from others, which stay where they are.
  function label(pointed) {
    const picture = root.firstElementChild;
    if (!picture) return;
    const labels = spreadLabels(picture.inner);
    const here = dots.get(pointed);
    if (here) {
      const box = labels.get(pointed) || freeBox(here, widthOf(here), picture.inner, [], true);
      for (const [id, other] of labels) if (box && overlaps(box, other)) labels.delete(id);
      if (box) labels.set(pointed, box);
    }
    const fixed = [...new Set([pointed, state.place])].filter((id) => dots.has(id));
    const marks = fixed.map((id) => svg("circle", { class: "marke", cx: dots.get(id).x, cy: dots.get(id).y, r: 10 }));
    const texts = [...labels].map(([id, box]) => svg("text", { class: fixed.includes(id) ? "schild fest" : "schild", x: ((box[0] + box[2]) / 2).toFixed(1), y: (box[3] - 5).toFixed(1), "text-anchor": "middle" }, dots.get(id).place.name));
    picture.querySelector(".schilder").replaceChildren(...marks, ...texts);
  }

  const overlaps = (box, other) => box[0] < other[2] && other[0] < box[2] && box[1] < other[3] && other[1] < box[3];

  function widthOf(dot) {
    ruler.font = `650 14px ${getComputedStyle(root).fontFamily}`;
    return ruler.measureText(dot.place.name).width + 2;
  }

  function spreadLabels(inner) {
    const all = [...dots.values()];
    const taken = all.map(({ x, y }) => [x - 6, y - 6, x + 6, y + 6]);
    const middle = ["x", "y"].map((axis) => all.reduce((sum, dot) => sum + dot[axis], 0) / all.length);
    const remoteness = ({ x, y }) => Math.hypot(x - middle[0], y - middle[1]);
    const isFirst = (dot) => Number(dot.place.id === state.place);
    const order = all.sort((a, b) => isFirst(b) - isFirst(a) || remoteness(b) - remoteness(a) || collator.compare(a.place.name, b.place.name));
    const labels = new Map();
    for (const dot of order.slice(0, inner.right < 480 ? 12 : 18)) {
      const box = freeBox(dot, widthOf(dot), inner, taken, isFirst(dot));
      if (!box) continue;
      taken.push(box);
      labels.set(dot.place.id, box);
    }
    return labels;
  }

  function freeBox({ x, y }, width, inner, taken, isStrong) {
    const way = isStrong ? 13 : 9;
    const spots = [[x + way, y - 9], [x - way - width, y - 9], [x - width / 2, y - way - 18], [x - width / 2, y + way], [x + 5, y - way - 16], [x - 5 - width, y - way - 16], [x + 5, y + way - 2], [x - 5 - width, y + way - 2]];
    const boxes = spots.map(([left, top]) => [left, top, left + width, top + 18])
      .filter((box) => box[0] >= inner.left && box[1] >= inner.top && box[2] <= inner.right && box[3] <= inner.bottom);
    // A name next to another dot than its own would mislead.
    const distance = (box, dot) => Math.hypot(Math.max(box[0] - dot.x, 0, dot.x - box[2]), Math.max(box[1] - dot.y, 0, dot.y - box[3]));
    const isOwn = (box) => [...dots.values()].every((dot) => distance(box, dot) >= distance(box, { x, y }) - 0.1);
    const isFree = (box) => isOwn(box) && !taken.some((other) => overlaps(box, other));
    return boxes.find(isFree) || (isStrong && boxes[0]) || null;
  }

  // Shows which place is chosen, and which one is pointed at.
  function markPlaces(pointed) {
    label(pointed);
    for (const [id, dot] of dots) dot.option.setAttribute("aria-selected", String(id === state.place));
    const picture = root.firstElementChild;
    if (picture && dots.has(state.place)) picture.setAttribute("aria-activedescendant", `vergleich-punkt-${state.place}`);
    else if (picture) picture.removeAttribute("aria-activedescendant");
  }

  return { draw, markPlaces };
}
