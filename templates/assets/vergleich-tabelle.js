// The table of the comparison, sorted by each of its columns.
function vergleichTabelle(daten, worte, tabelle, wurzel) {
  "use strict";
  const { neu } = zeichnen;
  const vergleicher = new Intl.Collator("de");
  const geheim = document.querySelector(".vergleich-geheim");
  let fall;
  let stand;
  let ordnung = [0, 1];

  function zeige(neuerFall, neuerStand) {
    fall = neuerFall;
    stand = neuerStand;
    const spalten = [worte.EBENEN[stand.ebene] === "Kommunen" ? "Kommune" : "Betrachtungsraum", worte.mitEinheit(fall.x), worte.mitEinheit(fall.y)];
    const kopf = spalten.map((titel, stelle) => {
      const knopf = neu("button", { type: "button" }, titel);
      knopf.addEventListener("click", () => {
        ordnung = [stelle, ordnung[0] === stelle ? -ordnung[1] : stelle ? -1 : 1];
        zeige(fall, stand);
        tabelle.querySelectorAll("button")[stelle].focus();
      });
      const zelle = neu("th", { scope: "col" }, knopf);
      if (stelle) zelle.className = "zahl";
      if (ordnung[0] === stelle) zelle.setAttribute("aria-sort", ordnung[1] > 0 ? "ascending" : "descending");
      return zelle;
    });
    tabelle.tHead.replaceChildren(neu("tr", {}, ...kopf, neu("th", { scope: "col" }, "Drittel")));
    tabelle.tBodies[0].replaceChildren(...geordnet().map(zeile));
    geheim.textContent = `Geheim gehalten heißt: ${KREISDATEN_GEHEIM}`;
    geheim.hidden = !fall.orte.some((einer) => einer.x === "x" || einer.y === "x");
  }

  function geordnet() {
    const [stelle, richtung] = ordnung;
    const wert = (einer) => einer[stelle === 1 ? "x" : "y"];
    return [...fall.orte].sort((a, b) => {
      if (!stelle) return richtung * vergleicher.compare(a.name, b.name);
      const [va, vb] = [a, b].map((einer) => (typeof wert(einer) === "number" ? wert(einer) : null));
      if (va === null || vb === null) return (va === null) - (vb === null);
      return richtung * (va - vb) || vergleicher.compare(a.name, b.name);
    });
  }

  function zeile(einer) {
    const text = (achse) => (typeof einer[achse] === "number" ? daten.zahl(einer[achse], fall[achse].ziffern) : daten.text(fall[achse], einer[achse]));
    const drittel = "dx" in einer ? `${worte.DRITTEL[einer.dx].split(" ")[0]}, ${worte.DRITTEL[einer.dy].split(" ")[0]}` : "–";
    const tr = neu("tr", { "data-id": einer.id }, neu("th", { scope: "row" }, neu("a", { href: wurzel + einer.pfad }, einer.name)),
      neu("td", { class: "zahl" }, text("x")), neu("td", { class: "zahl" }, text("y")), neu("td", {}, drittel));
    tr.classList.toggle("gewaehlt", einer.id === stand.raum);
    return tr;
  }

  // Shows which place is chosen.
  function markiere() {
    for (const tr of tabelle.tBodies[0].rows) tr.classList.toggle("gewaehlt", tr.dataset.id === stand.raum);
  }

  return { zeige, markiere };
}
