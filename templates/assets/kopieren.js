// Texts marked with data-kopieren get a button that copies them.
(() => {
  "use strict";

  // Without leave to write to the clipboard the text is at least selected.
  async function kopiere(quelle) {
    getSelection().selectAllChildren(quelle);
    try {
      await navigator.clipboard.writeText(quelle.textContent.trim());
      return "Kopiert.";
    } catch {
      return "Markiert. Kopieren Sie mit Strg + C.";
    }
  }

  for (const quelle of document.querySelectorAll("[data-kopieren]")) {
    const leiste = document.createElement("div");
    const knopf = document.createElement("button");
    const ansage = document.createElement("span");
    leiste.className = "kopierer";
    knopf.type = "button";
    knopf.className = "knopf-leise";
    knopf.textContent = quelle.dataset.kopieren;
    ansage.setAttribute("role", "status");
    knopf.addEventListener("click", async () => {
      ansage.textContent = await kopiere(quelle);
    });
    leiste.append(knopf, ansage);
    quelle.after(leiste);
  }
})();
