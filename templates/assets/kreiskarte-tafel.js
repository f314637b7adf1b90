// The panel of the Kreiskarte: the chosen place as number, sentence, course, and beside the pinned ones.
function kreiskarteTafel(daten, sprache, wurzel) {
  "use strict";
  const tafel = wurzel.querySelector(".kreiskarte-tafel");
  const find = (auswahl) => tafel.querySelector(auswahl);
  const hier = { hefte() {}, loese() {}, hebeAuf() {} };
  const MEISTE = 4;

  function verweis(gebiet) {
    if (!gebiet[2]) return document.createTextNode(gebiet[1]);
    const link = document.createElement("a");
    link.href = `${wurzel.dataset.wurzel}${gebiet[2]}`;
    link.textContent = gebiet[1];
    return link;
  }

  function zeige(sicht) {
    const gewaehlt = sicht.raum >= 0;
    const gebiet = gewaehlt ? sicht.gebiete[sicht.raum] : daten.gebiete.masse[0];
    const wert = gewaehlt ? sicht.werte[sicht.raum] : daten.spalte(sicht.kennzahl, "masse", sicht.jahr)[0];
    find(".dachzeile").textContent = `${gewaehlt ? "Ausgewählt" : "Ganzer Kreis"}, ${sicht.jahr}`;
    find("h2").replaceChildren(verweis(gebiet));
    find(".wert").textContent = daten.text(sicht.kennzahl, wert);
    find(".wert").classList.toggle("ohne", typeof wert !== "number");
    find(".satz").textContent = sprache.satz(sicht, sicht.raum);
    knoepfe(sicht, gewaehlt);
    find(".kreiskarte-vergleich").replaceChildren(...vergleich(sicht));
    find("[data-hinweis]").hidden = gewaehlt || sicht.ebene === "masse" || sicht.angeheftet.length > 0;
    verlauf(sicht);
    const mehr = find("[data-mehr] a");
    mehr.href = `${wurzel.dataset.wurzel}sozialbericht/${sicht.kennzahl.id}/`;
    mehr.textContent = `${sicht.kennzahl.titel}: alle Jahre und Daten`;
  }

  function knoepfe(sicht, gewaehlt) {
    find(".knoepfe").hidden = !gewaehlt;
    const heften = find("[data-tun=anheften]");
    const schon = sicht.angeheftet.includes(sicht.raum);
    heften.textContent = schon ? "Nicht mehr anheften" : sicht.angeheftet.length < MEISTE ? "Zum Vergleich anheften" : "Vier Orte sind angeheftet";
    heften.disabled = !schon && sicht.angeheftet.length >= MEISTE;
  }

  // Counts of the county would flatten the lines of its parts: they are drawn without it.
  function linien(sicht) {
    const eigene = daten.reihen(sicht.kennzahl, sicht.ebene);
    const orte = sicht.angeheftet.map((nummer, stelle) => ({ name: sicht.gebiete[nummer][1], zeichen: "ABCD"[stelle], art: stelle, werte: eigene[nummer] }));
    if (sicht.raum >= 0 && !sicht.angeheftet.includes(sicht.raum)) orte.unshift({ name: sicht.gebiete[sicht.raum][1], art: "gewaehlt", werte: eigene[sicht.raum] });
    const masse = daten.reihen(sicht.kennzahl, "masse").map((werte, nummer) => ({ name: kurz(daten.gebiete.masse[nummer][1], nummer), art: nummer ? "mass" : "kreis", werte }));
    if (!sicht.kennzahl.zaehlt) return [...orte, ...masse];
    return orte.length ? orte : masse.slice(0, 1);
  }

  const kurz = (name, nummer) => (nummer ? name : name.replace(/^(Landkreis|Kreis) .*/, "$1"));

  function verlauf(sicht) {
    letzte = sicht;
    const bild = kreiskarteVerlauf(daten, sicht.kennzahl, sicht.jahr, linien(sicht), Math.min(480, breite));
    ort.replaceChildren(...(bild ? [bild] : []));
  }

  // Its width is asked only when it changes: asking each time would lay out the page twice.
  const ort = find(".kreiskarte-verlauf");
  let letzte = null;
  let breite = ort.clientWidth || 272;
  new ResizeObserver(() => {
    if (!ort.clientWidth || ort.clientWidth === breite) return;
    breite = ort.clientWidth;
    if (letzte) verlauf(letzte);
  }).observe(ort);

  // The pinned places in a table, with what they are measured by; without any there is none.
  function vergleich(sicht) {
    if (!sicht.angeheftet.length) return [];
    const masse = daten.spalte(sicht.kennzahl, "masse", sicht.jahr);
    const eigene = sicht.raum >= 0 && !sicht.angeheftet.includes(sicht.raum) ? [zeile("", sicht.gebiete[sicht.raum], sicht.werte[sicht.raum], sicht)] : [];
    const tabelle = document.createElement("table");
    const titel = tabelle.createCaption();
    titel.textContent = sprache.titel(sicht);
    tabelle.createTBody().append(
      ...eigene,
      ...sicht.angeheftet.map((nummer, stelle) => zeile(stelle, sicht.gebiete[nummer], sicht.werte[nummer], sicht, nummer)),
      ...daten.gebiete.masse.flatMap((gebiet, nummer) => (typeof masse[nummer] === "number" ? [zeile("", gebiet, masse[nummer], sicht)] : [])),
    );
    return [tabelle];
  }

  function zeile(stelle, gebiet, wert, sicht, nummer) {
    const reihe = document.createElement("tr");
    const kopf = document.createElement("th");
    kopf.scope = "row";
    if (stelle !== "") {
      const zeichen = document.createElement("span");
      zeichen.className = `kreiskarte-buchstabe linie-${stelle}`;
      zeichen.textContent = "ABCD"[stelle];
      kopf.append(zeichen, " ");
    }
    kopf.append(verweis(gebiet));
    const zahl = document.createElement("td");
    zahl.className = "zahl";
    zahl.textContent = daten.text(sicht.kennzahl, wert);
    const tun = document.createElement("td");
    if (nummer !== undefined) tun.append(loeseknopf(gebiet, nummer));
    reihe.append(kopf, zahl, tun);
    return reihe;
  }

  function loeseknopf(gebiet, nummer) {
    const knopf = document.createElement("button");
    knopf.type = "button";
    knopf.className = "knopf-leise";
    knopf.textContent = "×";
    knopf.setAttribute("aria-label", `${gebiet[1]} nicht mehr anheften`);
    knopf.addEventListener("click", () => hier.loese(nummer));
    return knopf;
  }

  find("[data-tun=anheften]").addEventListener("click", () => hier.hefte());
  find("[data-tun=aufheben]").addEventListener("click", () => hier.hebeAuf());
  return Object.assign(hier, { zeige, MEISTE });
}
