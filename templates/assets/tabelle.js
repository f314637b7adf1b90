// Tables marked with data-sortierbar get a button in each heading: a first press sorts, a second
// turns the order round, a third brings back the order of the page. Missing values stay last.
(() => {
  "use strict";
  const wortfolge = new Intl.Collator("de", { numeric: true });
  const RICHTUNGEN = { ascending: "aufsteigend", descending: "absteigend" };

  const text = (zelle) => [...zelle.childNodes].filter((teil) => teil.nodeName !== "SMALL")
    .map((teil) => teil.textContent).join("").trim();

  // "1.234,5", "−0,3 %" and "12." become numbers; words, marks and blanks have none.
  function zahl(zelle) {
    const gelesen = /^[−-]?[\d.]+(,\d+)?/.exec(text(zelle));
    return gelesen ? Number(gelesen[0].replaceAll(".", "").replace("−", "-").replace(",", ".")) : NaN;
  }

  function vergleiche(eins, zwei, spalte, faktor) {
    if (!spalte.zahlen) return faktor * wortfolge.compare(text(eins), text(zwei));
    const [a, b] = [zahl(eins), zahl(zwei)];
    if (isNaN(a) || isNaN(b)) return isNaN(a) - isNaN(b);
    return faktor * (a - b);
  }

  function ordne(rumpf, zeilen, spalte, richtung) {
    const faktor = richtung === "descending" ? -1 : 1;
    const sortiert = richtung
      ? [...zeilen].sort((a, b) => vergleiche(a.cells[spalte.stelle], b.cells[spalte.stelle], spalte, faktor))
      : zeilen;
    rumpf.append(...sortiert);
  }

  function folgende(spalte) {
    const folge = spalte.zahlen ? ["descending", "ascending"] : ["ascending", "descending"];
    return folge[folge.indexOf(spalte.kopf.getAttribute("aria-sort")) + 1] ?? null;
  }

  function richteEin(tabelle) {
    const rumpf = tabelle.tBodies[0];
    const zeilen = [...rumpf.rows];
    const koepfe = [...tabelle.tHead.rows[0].cells];
    const ansage = document.createElement("p");
    ansage.className = "nur-vorgelesen";
    ansage.setAttribute("role", "status");
    tabelle.closest(".tabelle").after(ansage);
    koepfe.forEach((kopf, stelle) => {
      if (kopf.nodeName !== "TH") return;
      const spalte = { kopf, stelle, zahlen: kopf.classList.contains("zahl") };
      const knopf = document.createElement("button");
      knopf.type = "button";
      knopf.className = "sortierer";
      knopf.append(...kopf.childNodes);
      const name = knopf.textContent.trim();
      kopf.append(knopf);
      knopf.addEventListener("click", () => {
        const richtung = folgende(spalte);
        for (const einer of koepfe) einer.removeAttribute("aria-sort");
        if (richtung) kopf.setAttribute("aria-sort", richtung);
        ordne(rumpf, zeilen, spalte, richtung);
        ansage.textContent = richtung
          ? `Sortiert nach ${name}, ${RICHTUNGEN[richtung]}.`
          : "Ursprüngliche Reihenfolge.";
      });
    });
  }

  for (const tabelle of document.querySelectorAll("table[data-sortierbar]")) {
    if (tabelle.tBodies[0].rows.length > 2) richteEin(tabelle);
  }
})();
