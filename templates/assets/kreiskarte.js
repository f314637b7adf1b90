// The interactive map: fills Leaflet maps made by folium with areas that one can reach by keyboard.
// Colours are classes, so that the style sheet decides over light and dark.
function kreiskarte(teile) {
  "use strict";
  const wurzel = document.getElementById("kreiskarte");
  const find = (name) => wurzel.querySelector(`.kreiskarte-${name}`);
  const wahl = document.getElementById("kreiskarte-kennzahl");
  const ebenen = [...wurzel.querySelectorAll("input[type=radio]")];
  const auskunft = find("auskunft");
  const FEHLT = { "-": ["fehlt", "keine Angabe"], x: ["geheim", "geheim gehalten"] };
  const karten = [teile.karte, teile.insel].filter(Boolean);
  const ruhig = matchMedia("(prefers-reduced-motion: reduce)").matches;
  let flaechen = [];
  let geometrie;

  const kennzahl = () => teile.kennzahlen[wahl.selectedIndex];
  const ebene = () => ebenen.find((knopf) => knopf.checked).value;

  function dekodiert(zahlen) {
    const punkte = [];
    for (let i = 0, x = 0, y = 0; i < zahlen.length; i += 2) {
      x += zahlen[i];
      y += zahlen[i + 1];
      punkte.push([y / 1e4, x / 1e4]);
    }
    return punkte;
  }

  // What is said of an area: its name, its figure, and its class.
  function aussage(nummer) {
    const stand = kennzahl()[ebene()];
    const zeichen = stand.klassen[nummer];
    const [klasse, text] = FEHLT[zeichen] || [
      kennzahl().stufen[Number(zeichen)][0],
      `${stand.werte.split("|")[nummer]}\u202f${kennzahl().einheit}`,
    ];
    return { klasse, text: `${geometrie[ebene()][nummer].name}: ${text.trim()}` };
  }

  function zeichne() {
    for (const gruppe of Object.values(teile.gruppen)) gruppe.clearLayers();
    flaechen = geometrie[ebene()].map((gebiet, nummer) => {
      const flaeche = L.polygon(gebiet.latlngs, { weight: 1, fillOpacity: 1 });
      flaeche.addTo(gebiet.fern ? teile.gruppen.fern : teile.gruppen.festland);
      flaeche.bindTooltip(document.createElement("span"), { sticky: true, className: "kreiskarte-zettel" });
      flaeche.on("mouseover", () => zeige(nummer)).on("mouseout", () => marke(null));
      flaeche.on("click", () => oeffne(nummer));
      const pfad = flaeche.getElement();
      pfad.setAttribute("tabindex", "0");
      pfad.setAttribute("role", "link");
      pfad.addEventListener("focus", () => {
        if (!gebiet.fern) teile.karte.panInside(flaeche.getBounds().getCenter(), { padding: [40, 40], animate: false });
        zeige(nummer);
      });
      pfad.addEventListener("blur", () => {
        marke(null);
        flaeche.closeTooltip();
      });
      pfad.addEventListener("keydown", (ereignis) => {
        if (ereignis.key === "Enter") oeffne(nummer);
        if (ereignis.key === "Escape") flaeche.closeTooltip();
      });
      return flaeche;
    });
    umrisse();
    for (const karte of karten) {
      const bild = karte.getPane("overlayPane").querySelector("svg");
      bild.setAttribute("role", "group");
      bild.setAttribute("aria-label", `${ebene() === "raeume" ? "Betrachtungsräume" : "Kommunen"}${karte === teile.insel ? " außerhalb des Festlands" : ""}`);
    }
    for (const bild of wurzel.querySelectorAll(".leaflet-marken-pane svg")) bild.setAttribute("aria-hidden", "true");
  }

  // The rooms' outlines lie over the Kommunen, and the mark of the area one is at over all.
  for (const karte of karten) {
    const ebene = karte.createPane("marken");
    ebene.style.zIndex = 450;
    ebene.style.pointerEvents = "none";
  }
  let linien = [];
  function umrisse() {
    for (const linie of linien) linie.remove();
    linien = [];
    if (ebene() !== "kommunen") return;
    for (const raum of geometrie.raeume) {
      linien.push(L.polygon(raum.latlngs, { className: "kreiskarte-raum", fill: false, interactive: false, pane: "marken" })
        .addTo(raum.fern ? teile.insel : teile.karte));
    }
  }
  let gemerkt = null;
  function marke(nummer) {
    if (gemerkt) gemerkt.remove();
    gemerkt = null;
    if (nummer === null) return;
    const gebiet = geometrie[ebene()][nummer];
    gemerkt = L.polygon(gebiet.latlngs, { className: "kreiskarte-marke", fill: false, interactive: false, pane: "marken" })
      .addTo(gebiet.fern ? teile.insel : teile.karte);
  }

  function zeige(nummer) {
    marke(nummer);
    auskunft.textContent = aussage(nummer).text;
    if (document.activeElement === flaechen[nummer].getElement()) flaechen[nummer].openTooltip();
  }

  function oeffne(nummer) {
    location.href = `${wurzel.dataset[ebene()]}${geometrie[ebene()][nummer].pfad}/`;
  }

  // Colours, names and legend follow the indicator; the areas stay, and so does the focus.
  function faerbe() {
    flaechen.forEach((flaeche, nummer) => {
      const { klasse, text } = aussage(nummer);
      const pfad = flaeche.getElement();
      pfad.setAttribute("class", `leaflet-interactive kreiskarte-flaeche ${klasse}`);
      flaeche.setStyle({ fillColor: klasse === "fehlt" || klasse === "geheim" ? `url(#kreiskarte-${klasse})` : "currentColor" });
      pfad.setAttribute("aria-label", text);
      flaeche.getTooltip().getContent().textContent = text;
    });
    find("titel").textContent = [kennzahl().titel, kennzahl().einheit].filter(Boolean).join(", ");
    const hinweis = find("hinweis");
    hinweis.textContent = kennzahl().hinweis;
    if (kennzahl().adresse) {
      const verweis = document.createElement("a");
      verweis.href = kennzahl().adresse;
      verweis.textContent = `${kennzahl().titel}: alle Jahre, Tabelle und Daten`;
      hinweis.append(kennzahl().hinweis ? " · " : "", verweis);
    }
    legende();
  }

  function legende() {
    const zeichen = [...kennzahl()[ebene()].klassen];
    const orte = (zahl) => ebene() === "raeume" ? (zahl === 1 ? "Raum" : "Räume") : zahl === 1 ? "Kommune" : "Kommunen";
    const zeilen = kennzahl().stufen.map(([klasse, text], nummer) => [klasse, text, String(nummer)]);
    for (const [mark, [klasse, text]] of Object.entries(FEHLT)) if (zeichen.includes(mark)) zeilen.push([klasse, text, mark]);
    find("legende").replaceChildren(...zeilen.map(([klasse, text, mark]) => {
      const zeile = document.createElement("li");
      const zahl = zeichen.filter((eines) => eines === mark).length;
      const feld = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      const rechteck = document.createElementNS("http://www.w3.org/2000/svg", "rect");
      feld.setAttribute("viewBox", "0 0 48 12");
      feld.setAttribute("aria-hidden", "true");
      feld.setAttribute("preserveAspectRatio", "none");
      rechteck.setAttribute("width", "48");
      rechteck.setAttribute("height", "12");
      rechteck.setAttribute("class", klasse);
      if (klasse === "fehlt" || klasse === "geheim") rechteck.setAttribute("fill", `url(#kreiskarte-${klasse})`);
      feld.append(rechteck);
      const anzahl = document.createElement("small");
      anzahl.textContent = `${zahl} ${orte(zahl)}`;
      zeile.append(feld, `${text} `, anzahl);
      return zeile;
    }));
  }

  function melde() {
    const name = ebene() === "raeume" ? "Betrachtungsräume" : "Kommunen";
    auskunft.textContent = `${kennzahl().titel}, ${name}. ${kennzahl()[ebene()].satz}`;
  }

  // An indicator without figures for the Betrachtungsräume is shown for Kommunen.
  function pruefeEbene() {
    const raeume = ebenen.find((knopf) => knopf.value === "raeume");
    raeume.disabled = !kennzahl().raeume;
    if (raeume.disabled && raeume.checked) {
      ebenen.find((knopf) => knopf.value === "kommunen").checked = true;
      return true;
    }
    return false;
  }

  function neueKennzahl() {
    if (pruefeEbene()) zeichne();
    faerbe();
    melde();
    merke();
  }

  function neueEbene() {
    marke(null);
    zeichne();
    faerbe();
    melde();
    merke();
  }

  // What is seen stands in the address.
  function merke() {
    const adresse = new URL(location.href);
    adresse.searchParams.set("kennzahl", kennzahl().id);
    adresse.searchParams.set("ebene", ebene());
    history.replaceState(null, "", adresse);
  }

  function ausAdresse() {
    const angaben = new URL(location.href).searchParams;
    const nummer = teile.kennzahlen.findIndex((eine) => eine.id === angaben.get("kennzahl"));
    if (nummer >= 0) wahl.selectedIndex = nummer;
    const knopf = ebenen.find((einer) => einer.value === angaben.get("ebene"));
    if (knopf) knopf.checked = true;
    pruefeEbene();
  }

  // The whole county fills the frame; only who has zoomed in can drag, so that a thumb on the map
  // still scrolls the page.
  function einpassen() {
    const fern = geometrie.kommunen.filter((eine) => eine.fern);
    const nah = geometrie.kommunen.filter((eine) => !eine.fern);
    const grenzen = (gebiete) => L.latLngBounds(gebiete.flatMap((eines) => eines.latlngs.flat()));
    teile.karte.invalidateSize({ pan: false }).setMinZoom(0);
    const rand = teile.insel ? teile.karte.getSize().x * 0.14 : 4;
    const lage = { paddingTopLeft: [rand, 4], paddingBottomRight: [4, 4], animate: false };
    teile.karte.setMaxBounds(null).fitBounds(grenzen(nah), lage);
    teile.karte.setMinZoom(teile.karte.getZoom()).setMaxZoom(teile.karte.getZoom() + 4);
    teile.karte.setMaxBounds(teile.karte.getBounds());
    if (teile.insel) teile.insel.invalidateSize({ pan: false }).fitBounds(grenzen(fern), { padding: [3, 3], animate: false });
    beweglich();
  }

  function beweglich() {
    const nah = teile.karte.getZoom() > teile.karte.getMinZoom() + 0.05;
    teile.karte.dragging[nah ? "enable" : "disable"]();
    find("alles").hidden = !nah;
  }

  function namen() {
    for (const raum of geometrie.raeume.filter((einer) => !einer.fern)) {
      const text = document.createElement("span");
      text.textContent = raum.name;
      const schild = L.divIcon({ className: "kreiskarte-name", html: text, iconSize: null });
      L.marker([raum.ort[1] / 1e4, raum.ort[0] / 1e4], { icon: schild, interactive: false, keyboard: false }).addTo(teile.karte);
    }
    teile.karte.getPane("markerPane").setAttribute("aria-hidden", "true");
  }

  function beginne(daten) {
    geometrie = daten;
    for (const gebiet of [...daten.kommunen, ...daten.raeume]) gebiet.latlngs = gebiet.ringe.map(dekodiert);
    wurzel.hidden = false;
    const ersetzt = document.getElementById(wurzel.dataset.ersetzt);
    if (ersetzt) ersetzt.hidden = true;
    if (ruhig) for (const karte of karten) Object.assign(karte.options, { zoomAnimation: false, fadeAnimation: false, inertia: false });
    L.control.zoom({ position: "topright", zoomInTitle: "Vergrößern", zoomOutTitle: "Verkleinern" }).addTo(teile.karte);
    ausAdresse();
    einpassen();
    zeichne();
    namen();
    faerbe();
    auskunft.textContent = kennzahl()[ebene()].satz;
    wahl.addEventListener("change", neueKennzahl);
    for (const knopf of ebenen) knopf.addEventListener("change", neueEbene);
    teile.karte.on("zoomend", beweglich);
    find("alles").addEventListener("click", () => { einpassen(); wahl.focus(); });
    let breite = find("rahmen").offsetWidth;
    new ResizeObserver(() => {
      const neu = find("rahmen").offsetWidth;
      if (neu && neu !== breite) einpassen();
      breite = neu || breite;
    }).observe(find("rahmen"));
  }

  fetch(wurzel.dataset.geometrie)
    .then((antwort) => (antwort.ok ? antwort.json() : Promise.reject(new Error(antwort.statusText))))
    .then(beginne)
    .catch(() => { wurzel.hidden = true; });
}
