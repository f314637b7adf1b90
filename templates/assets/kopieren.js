// Texts marked with data-copy get a button that copies them.
(() => {
  "use strict";
  const words = document.currentScript.dataset; // fokusbericht/words/controls.py

  // Without leave to write to the clipboard the text is at least selected.
  async function copy(source) {
    getSelection().selectAllChildren(source);
    try {
      await navigator.clipboard.writeText(source.textContent.replaceAll("\u00ad", "").trim());
      return words.copied;
    } catch {
      return words.marked;
    }
  }

  for (const source of document.querySelectorAll("[data-copy]")) {
    const bar = document.createElement("div");
    const button = document.createElement("button");
    const announcement = document.createElement("span");
    bar.className = "kopierer";
    button.type = "button";
    button.className = "knopf-leise";
    button.textContent = source.dataset.copy;
    announcement.setAttribute("role", "status");
    button.addEventListener("click", async () => {
      announcement.textContent = await copy(source);
    });
    bar.append(button, announcement);
    source.after(bar);
  }
})();
