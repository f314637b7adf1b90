// What stands beside the chosen figure: the other series of its group, a step away from the title.
function createBeside(figures, root, onChoice) {
  const place = root.querySelector(".kreiskarte-neben");
  const list = place.querySelector("ul");
  const known = new Map(figures.indikatoren.map((one) => [one.id, one]));
  const groupOf = new Map(figures.groups.flatMap((group) => group[1].map(([id]) => [id, group])));
  let shown = null; // between the series of a group only the mark moves, and the focus stays

  function show(indikator) {
    const group = groupOf.get(indikator.id);
    place.hidden = !group;
    if (!group) return;
    if (group !== shown) draw(group);
    shown = group;
    for (const { firstElementChild: link } of list.children) {
      if (link.dataset.id === indikator.id) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
  }

  // On phones many series are one row that is moved sideways: the shown one is in the middle of it.
  function reveal() {
    const link = list.querySelector("[aria-current]");
    if (!link || list.scrollWidth <= list.clientWidth) return;
    const edge = link.getBoundingClientRect(), row = list.getBoundingClientRect();
    list.scrollLeft += edge.left + edge.width / 2 - row.left - row.width / 2;
  }

  function draw([title, series]) {
    setText(place.querySelector("p"), title);
    list.setAttribute("aria-label", title);
    list.replaceChildren(...series.map(([id, name]) => html("li", {}, linkTo(id, name))));
  }

  function linkTo(id, name) {
    const link = html("a", { href: `${root.dataset.root}sozialbericht/${id}/`, "data-id": id }, name);
    link.addEventListener("click", (event) => isPlainClick(event) && onChoice(known.get(id)));
    return link;
  }

  return { show, reveal };
}

// A click that means this page; who wants a new tab gets the page of the figure.
function isPlainClick(event) {
  if (event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return false;
  event.preventDefault();
  return true;
}
