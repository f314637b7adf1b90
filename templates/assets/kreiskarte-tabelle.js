// The table under the Kreiskarte follows the map: all places with rank and value, sorted as one likes.
function kreiskarteTabelle(daten, sprache, wurzel) {
  "use strict";
  const abschnitt = document.getElementById("tabelle");
  const rollt = abschnitt.querySelector(".tabelle");
  const tabelle = abschnitt.querySelector("table");
  const muster = document.getElementById("kreiskarte-muster").content.querySelector("[data-muster=balken] svg");
  const { compare } = new Intl.Collator("de");
  let nach = "wert";
  let letzte = null;

  function zelle(art, inhalt, klasse = "") {
    const neue = document.createElement(art);
    if (art === "th") neue.scope = "row";
    if (klasse) neue.className = klasse;
    neue.append(inhalt);
    return neue;
  }

  function verweis(gebiet) {
    if (!gebiet[2]) return gebiet[1];
    const link = document.createElement("a");
    link.href = `${wurzel.dataset.wurzel}${gebiet[2]}`;
    link.textContent = gebiet[1];
    return link;
  }

  function reihenfolge(sicht) {
    const nummern = [...sicht.gebiete.keys()];
    const namen = (a, b) => compare(sicht.gebiete[a][1], sicht.gebiete[b][1]);
    const wert = (nummer) => (sprache.istZahl(sicht.werte[nummer]) ? sicht.werte[nummer] : -Infinity);
    if (sicht.ebene === "masse") return nummern;
    return nummern.sort(nach === "name" ? namen : (a, b) => (wert(a) === wert(b) ? namen(a, b) : wert(b) - wert(a)));
  }

  function zeile(sicht, nummer, hoechster, mitRaum) {
    const gebiet = sicht.gebiete[nummer];
    const wert = sicht.werte[nummer];
    const reihe = document.createElement("tr");
    if (nummer === sicht.raum) reihe.className = "gewaehlt";
    if (sicht.ebene !== "masse") reihe.append(zelle("td", sicht.raenge.platz[nummer] ? `${sicht.raenge.platz[nummer]}.` : "–", "zahl"));
    reihe.append(zelle("th", verweis(gebiet)));
    if (mitRaum) reihe.append(zelle("td", verweis(daten.gebiete.raeume.find(([id]) => id === gebiet[3]) || ["", "", ""])));
    const zahl = sprache.istZahl(wert) ? daten.zahl(wert, sicht.kennzahl.ziffern) : KREISDATEN_FEHLT[wert];
    const bild = muster.cloneNode(true);
    bild.firstElementChild.setAttribute("width", hoechster ? Math.max(0, sprache.istZahl(wert) ? (wert / hoechster) * 100 : 0) : 0);
    reihe.append(zelle("td", zahl, "zahl"), zelle("td", bild, "mit-balken"));
    return reihe;
  }

  function kopf(text, wonach, klasse = "") {
    const feld = document.createElement("th");
    feld.scope = "col";
    if (klasse) feld.className = klasse;
    if (!wonach) {
      feld.textContent = text;
      return feld;
    }
    feld.setAttribute("aria-sort", nach === wonach ? (wonach === "name" ? "ascending" : "descending") : "none");
    const knopf = document.createElement("button");
    knopf.type = "button";
    knopf.textContent = text;
    knopf.addEventListener("click", () => {
      nach = wonach;
      zeige(letzte);
      tabelle.querySelector(`[aria-sort]:not([aria-sort=none]) button`).focus();
    });
    feld.append(knopf);
    return feld;
  }

  function zeige(sicht) {
    letzte = sicht;
    const mitRaum = sicht.ebene === "kommunen" || sicht.ebene === "quartiere";
    abschnitt.classList.toggle("mit-raum", mitRaum);
    const sortierbar = sicht.ebene !== "masse";
    const hoechster = Math.max(0, ...sicht.werte.filter(sprache.istZahl).map(Math.abs));
    const name = sicht.ebene === "masse" ? "Gebiet" : { kommunen: "Kommune", raeume: "Betrachtungsraum", quartiere: "Quartier" }[sicht.ebene];
    const koepfe = [kopf(name, sortierbar && "name")];
    if (sortierbar) koepfe.unshift(kopf("Rang", "", "zahl"));
    if (mitRaum) koepfe.push(kopf("Betrachtungsraum", ""));
    koepfe.push(kopf(sicht.kennzahl.einheit || "Wert", sortierbar && "wert", "zahl"), zelle("td", "", "mit-balken"));
    const kopfzeile = document.createElement("tr");
    kopfzeile.append(...koepfe);
    tabelle.tHead.replaceChildren(kopfzeile);
    tabelle.tBodies[0].replaceChildren(...reihenfolge(sicht).map((nummer) => zeile(sicht, nummer, hoechster, mitRaum)));
    const titel = `${sprache.titel(sicht)}, ${sortierbar ? "alle " : ""}${sprache.EBENE[sicht.ebene]}`;
    tabelle.caption.firstElementChild.textContent = titel;
    rollt.setAttribute("aria-label", titel);
    abschnitt.querySelector("[data-geheim]").hidden = !sicht.werte.includes("x");
    abschnitt.querySelector("h2").textContent = sortierbar ? `Alle ${sicht.gebiete.length} ${sprache.EBENE[sicht.ebene]}` : sprache.EBENE.masse;
    const mehr = abschnitt.querySelector(".abschnitt-kopf a");
    mehr.href = `${wurzel.dataset.wurzel}sozialbericht/${sicht.kennzahl.id}/`;
    mehr.firstElementChild.textContent = sicht.kennzahl.titel;
  }

  return { zeige };
}
