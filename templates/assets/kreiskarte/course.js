// The course over the years as SVG: one line a place, named at its end, gaps where figures do not compare.
// A line is { name, sign, kind, values }: `kind` is its style, `values` stand in the order of the years.
function drawCourse(figures, indikator, year, lines, width) {
  const NS = "http://www.w3.org/2000/svg";
  const HEIGHT = 210, TOP = 12, BOTTOM = 24, LINE = 15, FONT_SIZE = 13, SPACE = 100;
  const { map: words, and } = figures.phrases;
  const isNumber = (value) => typeof value === "number";
  const breaks = indikator.brueche || [];
  const shown = lines.filter((line) => line.values.some(isNumber));
  const years = indikator.jahre.filter((_, index) => shown.some((line) => isNumber(line.values[index])));
  if (years.length < 2) return null;

  const all = shown.flatMap((line) => line.values.filter(isNumber));
  const steps = roundSteps(Math.min(...all), Math.max(...all));
  const left = Math.max(...steps.map((step) => lengthOf(textOf(step)))) + 8;
  const right = width - Math.min(SPACE, Math.max(...shown.map((line) => Math.max(...labelOf(line).map(lengthOf))))) - 10;
  const [first, last] = [years[0], years[years.length - 1]];
  const x = (one) => left + ((one - first) / (last - first)) * (right - left);
  const y = (value) => HEIGHT - BOTTOM - ((value - steps[0]) / (steps[steps.length - 1] - steps[0])) * (HEIGHT - TOP - BOTTOM);

  function element(name, attributes, text) {
    const made = document.createElementNS(NS, name);
    for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
    if (text !== undefined) made.textContent = text;
    return made;
  }

  function lengthOf(text) {
    return text.length * FONT_SIZE * 0.58;
  }

  function textOf(step) {
    const digits = Math.max(0, Math.min(indikator.ziffern, 2));
    return figures.number(step, steps && steps.every((one) => Number.isInteger(one)) ? 0 : digits);
  }

  // Two to five round numbers around all values.
  function roundSteps(bottom, top) {
    const span = top - bottom || Math.abs(top) || 1;
    const power = 10 ** Math.floor(Math.log10(span / 3));
    const size = [1, 2, 5, 10].map((factor) => factor * power).find((one) => span / one <= 3.5);
    const firstStep = Math.floor(bottom / size + 1e-9), lastStep = Math.max(firstStep + 1, Math.ceil(top / size - 1e-9));
    return Array.from({ length: lastStep - firstStep + 1 }, (_, index) => Number(((firstStep + index) * size).toPrecision(12)));
  }

  // A pinned place has its letter, which the table under the chart explains where the name is too long.
  function labelOf({ name, sign }) {
    if (!sign) return broken(name);
    return [lengthOf(`${sign} ${name}`) <= SPACE ? `${sign} ${name}` : sign];
  }

  // Long names are broken once, behind a hyphen or a blank.
  function broken(name) {
    if (lengthOf(name) <= SPACE) return [name];
    const indices = [...name.matchAll(/[-/ ]/g)].map((hit) => hit.index + 1);
    const index = indices.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
    return index ? [name.slice(0, index).trim(), name.slice(index)] : [name];
  }

  // A stretch ends at a break and at a value that is missing; a year without a row is only skipped.
  function stretches(values) {
    const finished = [];
    let points = [], before = 0;
    const close = () => {
      if (points.length) finished.push(points);
      points = [];
    };
    indikator.jahre.forEach((one, index) => {
      const value = values[index];
      if (value === "") return;
      if (!isNumber(value) || breaks.some((breakYear) => before < breakYear && breakYear <= one)) close();
      if (isNumber(value)) points.push([x(one), y(value)]);
      before = one;
    });
    close();
    return finished;
  }

  function* axes() {
    for (const step of steps) {
      yield element("path", { class: "netz", d: `M${left} ${y(step)}H${right}` });
      yield element("text", { class: "leise", x: left - 6, y: y(step) + 4, "text-anchor": "end" }, textOf(step));
    }
    yield element("text", { class: "leise", x: left, y: HEIGHT - 6 }, first);
    yield element("text", { class: "leise", x: right, y: HEIGHT - 6, "text-anchor": "end" }, last);
    for (const breakYear of breaks.filter((one) => one > first && one <= last)) {
      const place = x(breakYear) - Math.min(6, (right - left) / (last - first) / 2);
      yield element("path", { class: "bruch", d: `M${place} ${TOP - 6}V${HEIGHT - BOTTOM}` });
    }
    if (year > first && year < last) yield element("path", { class: "jahr", d: `M${x(year)} ${TOP - 6}V${HEIGHT - BOTTOM}` });
  }

  function* drawLine(line) {
    for (const points of stretches(line.values)) {
      if (points.length === 1) yield element("circle", { class: `punkt linie-${line.kind}`, cx: points[0][0], cy: points[0][1], r: 3 });
      else yield element("path", { class: `linie linie-${line.kind}`, d: `M${points.map((point) => point.map((one) => one.toFixed(1)).join(" ")).join("L")}` });
    }
    const now = line.values[indikator.jahre.indexOf(year)];
    if (isNumber(now)) yield element("circle", { class: `punkt linie-${line.kind}`, cx: x(year), cy: y(now), r: 4 });
  }

  // Names stand at the ends of their lines and move apart where they would lie on one another.
  function* names() {
    const labels = shown.map((line) => {
      const index = line.values.findLastIndex(isNumber);
      const text = labelOf(line);
      return { line, text, middle: y(line.values[index]), high: text.length * LINE };
    }).sort((a, b) => a.middle - b.middle);
    let free = 0;
    for (const one of labels) {
      one.top = Math.max(free, one.middle - one.high / 2);
      free = one.top + one.high + 1;
    }
    let limit = HEIGHT;
    for (const one of [...labels].reverse()) {
      one.top = Math.min(one.top, limit - one.high);
      limit = one.top - 1;
    }
    for (const { line, text, top } of labels) {
      for (const [index, row] of text.entries()) {
        yield element("text", { class: `name linie-${line.kind}`, x: right + 9, y: top + LINE * index + 12 }, row);
      }
    }
  }

  const picture = element("svg", { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: "img", "aria-labelledby": "verlauf-titel verlauf-text" });
  const spans = shown.map((line) => {
    const from = line.values.findIndex(isNumber), to = line.values.findLastIndex(isNumber);
    return `${line.name}: ${figures.text(indikator, line.values[from])} (${indikator.jahre[from]}), ${figures.text(indikator, line.values[to])} (${indikator.jahre[to]}).`;
  });
  const gap = breaks.length ? ` ${fill(words.course_gap, { years: listing(breaks, and) })}` : "";
  picture.append(
    element("title", { id: "verlauf-titel" }, fill(words.course, { title: indikator.titel, first, last })),
    element("desc", { id: "verlauf-text" }, spans.join(" ") + gap),
    ...axes(),
    ...[...shown].reverse().flatMap((line) => [...drawLine(line)]),
    ...names(),
  );
  return picture;
}
