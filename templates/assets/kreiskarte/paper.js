// On paper the page's own picture stands for the map: it takes the colours of what is shown, and the
// marks of the places. What is chosen is printed with its table alone, not with that of all places.
function createPaper(figures, geometry, root) {
  const picture = root.querySelector(".kreiskarte-bild svg");
  const paths = [...picture.querySelectorAll(".gebiete path")]; // in the order of the Kommunen
  let marks = [];

  // The number of the area of a level in which a Kommune lies.
  function numberAt(level, kommune) {
    if (level === "raeume") return figures.areas.raeume.findIndex(([id]) => id === figures.areas.kommunen[kommune][3]);
    if (level === "aemter") return geometry.aemter.findIndex(({ kommunen }) => kommunen.includes(kommune));
    return kommune;
  }

  function show(view) {
    draw(view);
    printAddress();
    document.documentElement.classList.toggle("mit-auswahl", view.place >= 0 || view.pinned.length > 0);
  }

  function draw({ level, classes, place, pinned }) {
    const numbers = paths.map((_, kommune) => numberAt(level, kommune));
    paths.forEach((path, kommune) => {
      const one = classes[numbers[kommune]] || "leer";
      const inAmt = level === "aemter" && numbers[kommune] >= 0 && geometry.aemter[numbers[kommune]].kommunen.length > 1;
      path.setAttribute("class", inAmt ? `${one} im-amt` : one); // no border runs through an Amt
      path.setAttribute("fill", one === "fehlt" || one === "geheim" ? `url(#kreiskarte-${one})` : "none");
    });
    for (const mark of marks) mark.remove();
    const partsOf = (wanted) => paths.filter((_, kommune) => numbers[kommune] === wanted);
    const { signs } = figures.phrases;
    marks = [
      ...(place >= 0 ? [outline(partsOf(place), level)] : []),
      ...pinned.flatMap((number, index) => [outline(partsOf(number), level), letter(partsOf(number), signs[index])]),
    ];
    picture.append(...marks);
    coverNames();
  }

  // Of rooms and Ämter there is no outline in the picture: those of their Kommunen are thin.
  const outline = (parts, level) =>
    svg("g", { class: level === "kommunen" ? "papier-umriss" : "papier-umriss duenn" }, ...parts.map((path) => svg("path", { d: path.getAttribute("d") })));

  function letter(parts, sign) {
    const boxes = parts.map((path) => path.getBBox());
    const middle = (start, length) => (Math.min(...boxes.map((box) => box[start])) + Math.max(...boxes.map((box) => box[start] + box[length]))) / 2;
    const [x, y] = [middle("x", "width"), middle("y", "height")];
    return svg("g", { class: "papier-buchstabe" }, svg("circle", { cx: x, cy: y, r: 11 }), svg("text", { x, y: y + 5 }, sign));
  }

  // A name gives way to a letter that would lie on it.
  function coverNames() {
    const circles = [...picture.querySelectorAll(".papier-buchstabe circle")].map((one) => one.getBBox());
    for (const name of picture.querySelectorAll("text.name")) {
      const box = name.getBBox();
      const overlaps = (one) => one.x < box.x + box.width && one.x + one.width > box.x && one.y < box.y + box.height && one.y + one.height > box.y;
      name.classList.toggle("verdeckt", circles.some(overlaps));
    }
  }

  return { show, draw };
}
