// The Kreiskarte: one state – figure, level, year, place, pins – that all parts show and the address keeps.
async function kreiskarte(teile) {
  "use strict";
  const wurzel = document.getElementById("kreiskarte");
  const find = (auswahl) => wurzel.querySelector(auswahl);
  const ebenen = [...wurzel.querySelectorAll("input[name=ebene]")];
  const FEHLT = { x: "geheim" };
  let daten, geometrie;
  try {
    [daten, geometrie] = await Promise.all([
      ladeKreisdaten(wurzel.dataset.daten),
      fetch(wurzel.dataset.flaechen).then((antwort) => (antwort.ok ? antwort.json() : Promise.reject(new Error(antwort.statusText)))),
    ]);
  } catch {
    wurzel.classList.add("gescheitert"); // the picture, the table and the links stay
    return;
  }

  const sprache = kreiskarteSprache(daten);
  const flaechen = kreiskarteFlaechen(teile, wurzel, geometrie);
  const tafel = kreiskarteTafel(daten, sprache, wurzel);
  const tabelle = kreiskarteTabelle(daten, sprache, wurzel);
  const jahre = kreiskarteJahre(wurzel, neuesJahr);
  const wahl = kreiskarteWahl(daten, wurzel, (kennzahl) => setze({ kennzahl }));
  let stand = null;
  let sicht = null;

  // --- State ---

  const hatEbene = (kennzahl, ebene) => Object.hasOwn(geometrie, ebene) && Object.hasOwn(kennzahl.werte, ebene) && Boolean(kennzahl.stufen);
  const name = (ebene, gebiet) => (ebene === "kommunen" ? gebiet[2].split("/")[1] : gebiet[0]);
  const nummerVon = (ebene, gesucht) => daten.gebiete[ebene].findIndex((gebiet) => name(ebene, gebiet) === gesucht);

  // What is not there is left out: a wrong address shows the map that comes nearest.
  function ausAdresse() {
    const angaben = new URL(location.href).searchParams;
    const finde = (id) => daten.kennzahlen.find((eine) => eine.id === id);
    const kennzahl = finde(angaben.get("kennzahl")) || finde(wurzel.dataset.kennzahl);
    const ebene = hatEbene(kennzahl, angaben.get("ebene")) ? angaben.get("ebene") : "kommunen";
    const angeheftet = (angaben.get("vergleich") || "").split(",").map((eines) => nummerVon(ebene, eines)).filter((nummer) => nummer >= 0);
    return { kennzahl, ebene, jahr: Number(angaben.get("jahr")), raum: nummerVon(ebene, angaben.get("raum")), angeheftet: [...new Set(angeheftet)].slice(0, tafel.MEISTE) };
  }

  function merke() {
    const angaben = new URLSearchParams({ kennzahl: sicht.kennzahl.id, ebene: stand.ebene, jahr: sicht.jahr });
    if (stand.raum >= 0) angaben.set("raum", name(stand.ebene, daten.gebiete[stand.ebene][stand.raum]));
    const namen = stand.angeheftet.map((nummer) => name(stand.ebene, daten.gebiete[stand.ebene][nummer]));
    const adresse = `${location.pathname}?${angaben}${namen.length ? `&vergleich=${namen.map(encodeURIComponent).join(",")}` : ""}`;
    if (adresse !== location.pathname + location.search) history.pushState(null, "", adresse);
  }

  // A figure without values at the level asked for is shown at another, or for the county alone.
  function schau() {
    const { kennzahl } = stand;
    if (!hatEbene(kennzahl, stand.ebene) && hatEbene(kennzahl, "kommunen")) wechsle("kommunen");
    const oertlich = hatEbene(kennzahl, stand.ebene);
    const ebene = oertlich ? stand.ebene : "masse";
    const alle = daten.jahre(kennzahl, ebene);
    const jahr = alle.includes(stand.jahr) ? stand.jahr : alle[alle.length - 1];
    const werte = daten.spalte(kennzahl, ebene, jahr);
    return {
      kennzahl, ebene, jahr, jahre: alle, werte, gebiete: daten.gebiete[ebene], raenge: daten.raenge(kennzahl, ebene, jahr),
      klassen: oertlich ? werte.map((wert) => klasse(kennzahl, ebene, wert)) : [],
      raum: oertlich ? stand.raum : -1, angeheftet: oertlich ? stand.angeheftet : [],
    };
  }

  // Sums for rooms have classes of their own; all else is classed alike at every level and in every year.
  const klassenVon = (kennzahl, ebene) => (ebene === "raeume" && kennzahl.raeume) || kennzahl;

  function klasse(kennzahl, ebene, wert) {
    if (typeof wert !== "number") return FEHLT[wert] || "fehlt";
    const { stufen, klassen } = klassenVon(kennzahl, ebene);
    return klassen[stufen.filter((stufe) => stufe <= wert).length][0];
  }

  // A Kommune becomes the room it lies in; the other way no place is meant more than another.
  function wechsle(ebene) {
    const gebiet = stand.raum >= 0 && stand.ebene === "kommunen" && ebene === "raeume" ? daten.gebiete.kommunen[stand.raum] : null;
    stand = { ...stand, ebene, raum: gebiet ? nummerVon("raeume", gebiet[3]) : -1, angeheftet: [] };
  }

  function setze(neues, merken = true) {
    stand = { ...stand, ...neues };
    zeige();
    if (merken) merke();
    melde();
  }

  // --- Showing ---

  function zeige() {
    zeigeKarte();
    zeigeTexte();
  }

  function zeigeTexte() {
    wahl.zeige(sicht.kennzahl);
    tafel.zeige(sicht);
    tabelle.zeige(sicht);
  }

  function zeigeKarte() {
    sicht = schau();
    const oertlich = sicht.ebene !== "masse";
    find("#karte").textContent = sprache.titel(sicht);
    find(".kreiskarte-frage").textContent = sicht.kennzahl.kurz;
    find(".kreiskarte-quelle").textContent = `${sicht.jahr} · ${sicht.kennzahl.quelle}`;
    for (const knopf of ebenen) {
      knopf.disabled = !hatEbene(sicht.kennzahl, knopf.value);
      knopf.checked = oertlich && knopf.value === stand.ebene;
      if (knopf.value === "quartiere") knopf.parentElement.hidden = knopf.disabled;
    }
    zeigeFlaechen(oertlich);
    legende();
    jahre.zeige(sicht);
  }

  function zeigeFlaechen(oertlich) {
    const hinweis = find(".kreiskarte-nurkreis");
    hinweis.hidden = oertlich;
    hinweis.textContent = `Diese Zahl gibt es nur für den ganzen Kreis: ${daten.text(sicht.kennzahl, sicht.werte[0])} (${sicht.jahr}).`;
    find(".kreiskarte-karten").toggleAttribute("inert", !oertlich);
    find(".kreiskarte-rahmen").classList.toggle("nurkreis", !oertlich);
    flaechen.zeichne(oertlich ? sicht.ebene : "kommunen");
    const gebiete = daten.gebiete[oertlich ? sicht.ebene : "kommunen"];
    const texte = gebiete.map((gebiet, nummer) => (oertlich ? `${gebiet[1]}: ${daten.text(sicht.kennzahl, sicht.werte[nummer])}` : gebiet[1]));
    flaechen.faerbe(oertlich ? sicht.klassen : gebiete.map(() => "leer"), texte, `${sprache.titel(sicht)}: ${sprache.EBENE[sicht.ebene]}`);
    flaechen.markiere(sicht.raum, sicht.angeheftet);
    flaechen.betone("");
  }

  // How many places each class has; who points at one sees them stand out.
  function legende() {
    const liste = find(".kreiskarte-legende ul");
    const klassen = klassenVon(sicht.kennzahl, sicht.ebene).klassen || [];
    const namen = [...klassen, ["fehlt", "keine Angabe"], ["geheim", "geheim gehalten"]];
    const da = (eine) => sicht.klassen.filter((andere) => andere === eine).length;
    const zeilen = namen.filter(([eine], stelle) => sicht.ebene !== "masse" && (stelle < klassen.length || da(eine)));
    liste.replaceChildren(...zeilen.map(([eine, text]) => {
      const zeile = document.createElement("li");
      zeile.className = eine === "fehlt" || eine === "geheim" ? "abseits" : "";
      zeile.append(legendenknopf(eine, text, sprache.anzahl(sicht.ebene, da(eine))));
      return zeile;
    }));
  }

  function legendenknopf(eine, text, anzahl) {
    const knopf = document.createElement("button");
    knopf.type = "button";
    knopf.setAttribute("aria-pressed", "false");
    const zahl = document.createElement("span");
    zahl.className = "anzahl";
    zahl.textContent = anzahl;
    const muster = document.getElementById("kreiskarte-muster").content.querySelector(`[data-muster=${eine}] svg`);
    knopf.append(muster.cloneNode(true), text, " ", zahl);
    const fest = () => find(".kreiskarte-legende [aria-pressed=true]");
    const bleibt = () => flaechen.betone(fest() ? fest().dataset.klasse : "");
    knopf.dataset.klasse = eine;
    knopf.addEventListener("pointerenter", (ereignis) => ereignis.pointerType === "mouse" && flaechen.betone(eine));
    knopf.addEventListener("pointerleave", bleibt);
    knopf.addEventListener("focus", () => knopf.matches(":focus-visible") && flaechen.betone(eine));
    knopf.addEventListener("blur", bleibt);
    knopf.addEventListener("click", () => {
      const war = knopf.getAttribute("aria-pressed") === "true";
      fest()?.setAttribute("aria-pressed", "false");
      knopf.setAttribute("aria-pressed", String(!war));
      flaechen.betone(war ? "" : eine);
    });
    return knopf;
  }

  // What a screen reader hears of a change: the map in a sentence, and the place that is chosen.
  function melde() {
    const ort = sicht.raum >= 0 ? `${sicht.gebiete[sicht.raum][1]}: ${daten.text(sicht.kennzahl, sicht.werte[sicht.raum])}. ` : "";
    const worum = `${sprache.titel(sicht)}, ${sprache.EBENE[sicht.ebene]}. `;
    find(".kreiskarte-ansage").textContent = worum + ort + sprache.satz(sicht, sicht.raum);
  }

  // --- Choices ---

  function neuesJahr(jahr, fertig) {
    setze({ jahr }, false);
    if (fertig) merke();
  }

  function hefte(nummer) {
    const schon = stand.angeheftet.includes(nummer);
    if (!schon && stand.angeheftet.length >= tafel.MEISTE) return;
    setze({ angeheftet: schon ? stand.angeheftet.filter((eine) => eine !== nummer) : [...stand.angeheftet, nummer] });
  }

  flaechen.waehle = (nummer) => setze({ raum: nummer === stand.raum ? -1 : nummer });
  flaechen.hefte = hefte;
  flaechen.hebeAuf = () => stand.raum >= 0 && setze({ raum: -1 });
  tafel.hefte = () => hefte(stand.raum);
  tafel.hebeAuf = () => {
    setze({ raum: -1 });
    find("#karte").focus({ preventScroll: true });
  };
  tafel.loese = (nummer) => {
    hefte(nummer);
    (find(".kreiskarte-vergleich button") || find("#karte")).focus({ preventScroll: true });
  };
  for (const knopf of ebenen) {
    knopf.addEventListener("change", () => {
      jahre.halte();
      wechsle(knopf.value);
      setze({});
    });
  }
  addEventListener("popstate", () => {
    jahre.halte();
    stand = ausAdresse();
    zeige();
    melde();
  });

  // The ground of the map comes from another host, so only who asks for it gets it.
  const grund = find(".kreiskarte-hintergrund button");
  let kacheln = null;
  grund?.addEventListener("click", () => {
    const an = !kacheln;
    if (an) kacheln = L.tileLayer(grund.dataset.adresse, { maxZoom: 19 }).addTo(flaechen.karte);
    else {
      kacheln.remove();
      kacheln = null;
    }
    grund.setAttribute("aria-pressed", String(an));
    find(".kreiskarte-hintergrund [data-quelle]").hidden = !an;
    find(".kreiskarte-rahmen").classList.toggle("mit-grund", an);
  });

  // On paper the picture stands for the map: it takes the same colours.
  addEventListener("beforeprint", () => {
    const bild = [...find(".kreiskarte-bild").querySelectorAll(".gebiete path")];
    bild.forEach((pfad, nummer) => {
      const stelle = sicht.ebene === "raeume" ? nummerVon("raeume", daten.gebiete.kommunen[nummer][3]) : nummer;
      const eine = sicht.klassen[stelle] || "leer";
      pfad.setAttribute("class", eine);
      pfad.setAttribute("fill", eine === "fehlt" || eine === "geheim" ? `url(#kreiskarte-${eine})` : "none");
    });
  });

  // The start is cut into short tasks, so that slow phones stay responsive.
  const pause = () => new Promise((weiter) => setTimeout(weiter));
  stand = ausAdresse();
  await pause();
  flaechen.einpassen();
  await pause();
  await flaechen.beginne(hatEbene(stand.kennzahl, stand.ebene) ? stand.ebene : "kommunen", pause);
  zeigeKarte();
  await pause();
  zeigeTexte();
  wurzel.classList.add("bereit");
}
