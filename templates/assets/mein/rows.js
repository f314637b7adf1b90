// The entries of a collection as rows with their controls. What readers write is only ever text.
function createRows(list, pattern, base, acts) {
  const known = new Map(); // rows by address: who writes a note keeps the field

  function rowOf(entry) {
    if (!known.has(entry.address)) known.set(entry.address, make(entry.address));
    return known.get(entry.address);
  }

  function make(address) {
    const row = pattern.content.firstElementChild.cloneNode(true);
    const note = row.querySelector("textarea");
    row.querySelector("a").href = base + address;
    note.maxLength = LENGTHS.note;
    note.addEventListener("input", () => acts.note(address, note.value));
    for (const button of row.querySelectorAll("[data-act]")) {
      button.addEventListener("click", () => acts[button.dataset.act](address));
    }
    row.querySelector("[data-parts]").addEventListener("change", () => {
      const chosen = [...row.querySelectorAll("[data-parts] input:checked")].map((box) => box.value);
      acts.choose(address, chosen);
    });
    return row;
  }

  function show(entries) {
    const rows = entries.map(rowOf);
    // Who works in a row keeps the focus.
    if (rows.length !== list.children.length || rows.some((row, index) => row !== list.children[index])) list.replaceChildren(...rows);
    entries.forEach((entry, index) => fillRow(rows[index], entry, index, entries.length));
  }

  function fillRow(row, { title, note }, index, total) {
    const name = title || row.querySelector("a").href;
    setText(row.querySelector("a"), name);
    for (const label of row.querySelectorAll("[data-name]")) setText(label, `: ${name}`);
    row.querySelector("[data-act=up]").setAttribute("aria-disabled", index === 0);
    row.querySelector("[data-act=down]").setAttribute("aria-disabled", index === total - 1);
    const field = row.querySelector("textarea");
    if (field.value !== note) field.value = note;
    if (note) row.querySelector("details").open = true;
  }

  // What of a page can be taken, once the page is known; or that there is no such page.
  function tell({ address, parts }, page) {
    const row = known.get(address);
    const box = row.querySelector("[data-parts]");
    const missing = row.querySelector("[data-missing]");
    missing.hidden = !page.isMissing;
    setText(missing, page.told ?? "");
    const names = page.parts ?? [];
    box.hidden = !names.length;
    if (box.dataset.names !== String(names)) {
      box.replaceChildren(box.firstElementChild, ...names.map((name) => html("label", {}, html("input", { type: "checkbox", value: name }), ` ${name}`)));
      box.dataset.names = names;
    }
    const chosen = parts ?? page.usual ?? [];
    for (const one of box.querySelectorAll("input")) one.checked = chosen.includes(one.value);
  }

  return { show, tell, focus: (address, act) => known.get(address).querySelector(act).focus() };
}
