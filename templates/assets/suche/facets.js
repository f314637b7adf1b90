// By what one narrows a search: a box for each value with the number of its hits. Many values are folded
// but for the first, and what is chosen is always in sight. Each box stays the same element, so that it
// keeps the focus.
function createFacets(box, words, toggle) {
  const AT_ONCE = 6;
  const parts = new Map([...box.querySelectorAll("[data-facet]")].map((part) => [part.dataset.facet, { part, boxes: new Map() }]));

  function boxOf({ boxes }, name, key) {
    if (!boxes.has(key)) {
      const input = html("input", { type: "checkbox" });
      input.addEventListener("change", () => toggle(name, key));
      boxes.set(key, { input, label: html("label", {}, input, html("span", {}), html("span", { class: "anzahl" })) });
    }
    return boxes.get(key);
  }

  function show(counts, chosen) {
    const focused = document.activeElement;
    for (const [name, facet] of parts) showOne(facet, name, counts[name] || [], chosen[name]);
    box.querySelector(".facetten").hidden = [...parts.values()].every(({ part }) => part.hidden);
    if (document.activeElement !== focused && box.contains(focused)) focused.focus();
  }

  function showOne(facet, name, counts, chosen) {
    const given = counts.map(([key, title, number]) => [String(key), title, number]);
    const values = given.filter(([key,, number]) => number || chosen.includes(key));
    const labels = values.map(([key, title, number]) => {
      const { input, label } = boxOf(facet, name, key);
      const isChosen = chosen.includes(key);
      input.checked = isChosen;
      setText(label.children[1], title);
      setText(label.children[2], number);
      return { label, isChosen };
    });
    const isLong = labels.length > AT_ONCE + 2;
    const isFirst = ({ isChosen }, place) => !isLong || isChosen || place < AT_ONCE;
    const [, first, fold] = facet.part.children;
    const others = labels.filter((one, place) => !isFirst(one, place));
    first.replaceChildren(...labels.filter(isFirst).map(({ label }) => label));
    fold.lastElementChild.replaceChildren(...others.map(({ label }) => label));
    setText(fold.firstElementChild, fill(words.others, { count: others.length }));
    fold.hidden = !others.length;
    facet.part.hidden = values.length < 2 && !chosen.length; // nothing to choose between
  }

  const titleOf = (name, key) => parts.get(name).boxes.get(key)?.label.children[1].textContent || key;
  return { names: [...parts.keys()], show, titleOf };
}
