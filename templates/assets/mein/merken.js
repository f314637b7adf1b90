// Puts the page that is read into the reader's own collection, or takes it out. What is chosen on a page
// is part of its address (merkzettel.js).
const words = document.currentScript.dataset; // fokusbericht/words/controls.py
const { root } = words;
const collection = createCollection(root);
const { here, show } = window.fokusMerkzettel;
const box = document.querySelector(".merkzettel");
const [button, way] = box.children;
const status = html("p", { class: "suchstand", role: "status" });
box.append(status);

function name() {
  const told = [...document.querySelectorAll(button.dataset.name || "h1")].map((one) => one.textContent.trim());
  return told.filter(Boolean).join(", ").replace(/\u00ad/g, "").replace(/\s+/g, " ") || document.title;
}

function toggle() {
  const collected = collection.read(), address = here();
  const others = collected.entries.filter((entry) => entry.address !== address);
  const isNew = others.length === collected.entries.length;
  const isFull = isNew && others.length >= MOST;
  const entries = isNew ? [...others, { address, title: name() }] : others;
  const isDone = !isFull && collection.write({ ...collected, entries });
  show();
  box.classList.toggle("neu", isDone);
  status.classList.toggle("nur-vorgelesen", isDone);
  status.textContent = isDone ? way.textContent : isFull ? words.full : words.blocked;
}

toggle();
button.addEventListener("click", toggle);

// On phones the way to the collection lies over the page, until somebody points elsewhere.
addEventListener("pointerdown", ({ target }) => {
  if (box.contains(target)) return;
  box.classList.remove("neu");
  status.textContent = "";
});
