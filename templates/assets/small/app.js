// Asks the browser to keep what is read (sw.js), unless readers have said that it shall not, and shows
// what that has to say. What it says it is told by sw.js; its place is that of the manifest.
function startApp() {
  const workers = navigator.serviceWorker;
  const manifest = document.querySelector("link[rel=manifest]");
  if (!workers || !manifest || isOff()) return;
  const root = new URL("./", manifest.href).href;
  const LOOK_AGAIN = 600_000; // ms
  let looked = Date.now();

  function isOff() {
    try {
      return localStorage.getItem(`fokus:${new URL("./", manifest.href).pathname}:app`) === "aus";
    } catch {
      return true; // who lets nothing be kept wants nothing to be kept
    }
  }

  workers.addEventListener("message", ({ data: { text, action } }) => {
    if (!text || (document.getElementById("stand-hinweis") && !action)) return;
    const line = Object.assign(document.createElement("p"), { className: "weite" });
    const box = document.getElementById("stand-hinweis") ?? Object.assign(document.createElement("div"), { id: "stand-hinweis", className: "leiste-hinweis" });
    box.setAttribute("role", "status");
    document.body.prepend(box);
    line.append(text);
    if (action) {
      const button = Object.assign(document.createElement("button"), { type: "button", className: "knopf-leise", textContent: action });
      button.addEventListener("click", () => location.reload());
      line.append(" ", button);
    }
    setTimeout(() => box.replaceChildren(line)); // an empty box that is filled is read out
  });

  async function begin() {
    try {
      const registration = await workers.register(`${root}sw.js`, { scope: root, updateViaCache: "none" });
      if (!workers.controller) keepThis((await workers.ready).active);
      addEventListener("visibilitychange", () => {
        if (document.hidden || Date.now() - looked < LOOK_AGAIN) return;
        looked = Date.now();
        registration.update().catch(() => {}); // without network
      });
    } catch {
      // Not allowed here: nothing is kept, and all reads as before.
    }
  }

  // What was loaded before there was anybody to keep it.
  function keepThis(worker) {
    const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
    worker.postMessage({ keep: [...new Set([location.href, ...loaded])].map((address) => address.split("#")[0]) });
  }

  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
}

startApp();
