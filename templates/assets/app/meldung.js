// Shows what sw.js has to say of the page, in a line above it. A page that came from the store as a whole
// says so already; that there is a new version takes its place.
function startMeldung() {
  const { currentScript } = document;
  const { text, action } = currentScript.dataset; // as sw.js sends them
  const known = document.getElementById("stand-hinweis");
  if (known && !action) return;
  const box = known ?? document.createElement("div");
  box.id = "stand-hinweis";
  box.className = "leiste-hinweis";
  box.setAttribute("role", "status");
  document.body.prepend(box);
  const line = document.createElement("p");
  line.className = "weite";
  line.append(text);
  if (action) {
    const button = Object.assign(document.createElement("button"), { type: "button", className: "knopf-leise", textContent: action });
    button.addEventListener("click", () => location.reload());
    line.append(" ", button);
  }
  setTimeout(() => box.replaceChildren(line)); // an empty box that is filled is read out
}

startMeldung();
