// Asks the browser to keep what is read (sw.js), unless readers have said that it shall not. Where that
// lies the manifest tells.
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

  // What sw.js has to say it sends with the script that shows it: most pages never need that.
  workers.addEventListener("message", ({ data: { script: src, ...said } }) => {
    const tag = Object.assign(document.createElement("script"), { src });
    Object.assign(tag.dataset, said);
    document.head.append(tag);
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
