// The choice of the Kreiskarte: links that switch the map in place, and a field that finds them.
function kreiskarteWahl(daten, wurzel, beiWahl) {
  "use strict";
  const wahl = wurzel.querySelector(".kreiskarte-wahl");
  const klappe = wahl.querySelector("details");
  const feld = document.getElementById("kreiskarte-suche");
  const gezaehlt = wahl.querySelector("[role=status]");
  const themen = [...wahl.querySelectorAll(".kreiskarte-thema")];
  const offen = new Map();

  // Beside the map the list is always open, and says so.
  const istKlappe = () => getComputedStyle(klappe.querySelector("summary")).display !== "none";
  klappe.open = !istKlappe();

  // "Größe" is found by "grosse", "groesse" and "größe".
  const gefaltet = (text) => text.toLocaleLowerCase("de").replaceAll("ß", "ss");
  const formen = (text) => {
    const klein = gefaltet(text);
    return [klein.normalize("NFD").replace(/[\u0300-\u036f]/g, ""), klein.replaceAll("ä", "ae").replaceAll("ö", "oe").replaceAll("ü", "ue")];
  };

  const eintraege = [...wahl.querySelectorAll("a")].map((link) => {
    const id = link.getAttribute("href").split("/").filter(Boolean).pop();
    const kennzahl = daten.kennzahlen.find((eine) => eine.id === id);
    return { link, kennzahl, text: formen(`${kennzahl.titel} ${kennzahl.kurz}`), zeile: link.closest("li") };
  });

  function suche() {
    const woerter = feld.value.trim().split(/\s+/).filter(Boolean).map(formen);
    let treffer = 0;
    for (const { zeile, text } of eintraege) {
      zeile.hidden = !woerter.every((wort) => wort.some((form, art) => text[art].includes(form)));
      treffer += !zeile.hidden;
    }
    for (const liste of wahl.querySelectorAll(".kreiskarte-thema ul")) {
      const leer = ![...liste.children].some((zeile) => !zeile.hidden);
      if (liste.previousElementSibling) liste.previousElementSibling.hidden = leer;
    }
    for (const thema of themen) klappeThema(thema, woerter.length > 0);
    gezaehlt.textContent = !woerter.length ? "" : treffer ? `${treffer} Treffer` : "keine Treffer";
  }

  // While one searches all themes with hits are open; afterwards they are as they were.
  function klappeThema(thema, sucht) {
    if (sucht && !offen.has(thema)) offen.set(thema, thema.open);
    thema.hidden = sucht && !thema.querySelector("li:not([hidden])");
    if (sucht) thema.open = true;
    else if (offen.has(thema)) {
      thema.open = offen.get(thema) || Boolean(thema.querySelector("[aria-current]"));
      offen.delete(thema);
    }
  }

  let gezeigt = null;
  function zeige(kennzahl) {
    if (kennzahl === gezeigt) return;
    gezeigt = kennzahl;
    for (const { link, kennzahl: eine } of eintraege) {
      if (eine === kennzahl) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    }
    const link = eintraege.find((eintrag) => eintrag.kennzahl === kennzahl).link;
    link.closest(".kreiskarte-thema").open = true;
    // Only the list scrolls, and only as far as it must.
    const rand = link.getBoundingClientRect(), kasten = wahl.getBoundingClientRect();
    if (rand.bottom > kasten.bottom) wahl.scrollTop += rand.bottom - kasten.bottom + 8;
    else if (rand.top < kasten.top) wahl.scrollTop -= kasten.top - rand.top + 8;
  }

  function nimm(eintrag) {
    beiWahl(eintrag.kennzahl);
    // On phones the choice closes, and the map is what one sees next.
    if (!istKlappe()) return;
    klappe.open = false;
    document.getElementById("karte").focus({ preventScroll: true });
    document.getElementById("karte").scrollIntoView();
  }

  for (const eintrag of eintraege) {
    eintrag.link.addEventListener("click", (ereignis) => {
      if (ereignis.button || ereignis.ctrlKey || ereignis.metaKey || ereignis.shiftKey || ereignis.altKey) return;
      ereignis.preventDefault();
      nimm(eintrag);
    });
  }
  feld.addEventListener("input", suche);
  feld.addEventListener("keydown", (ereignis) => {
    if (ereignis.key !== "Enter") return;
    const erster = eintraege.find(({ zeile }) => !zeile.hidden);
    if (feld.value.trim() && erster) nimm(erster);
  });
  return { zeige };
}
