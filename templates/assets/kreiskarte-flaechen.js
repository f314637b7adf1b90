// The areas of the Kreiskarte: drawn by Leaflet over the page's own picture, reached by pointer, touch
// and arrow keys. Colours are classes, so that the style sheet decides over light and dark.
function kreiskarteFlaechen(teile, wurzel, geometrie) {
  "use strict";
  const find = (name) => wurzel.querySelector(`.kreiskarte-${name}`);
  const rahmen = find("rahmen");
  const liste = find("karten");
  const zettel = find("zettel");
  const masse = JSON.parse(liste.dataset.rahmen);
  const karten = [teile.karte, teile.insel].filter(Boolean);
  const hier = { waehle() {}, hefte() {}, hebeAuf() {} };
  const PORTION = 6;
  let ebene = "";
  let flaechen = [];
  let texte = [];
  let aktiv = 0;
  let linien = [];
  let fokusmarke = null;
  let marken = [];
  let orte = [];

  for (const gebiete of Object.values(geometrie)) {
    for (const gebiet of gebiete) gebiet.latlngs = gebiet.ringe.map(dekodiert);
  }

  function dekodiert(zahlen) {
    const punkte = [];
    for (let i = 0, x = 0, y = 0; i < zahlen.length; i += 2) {
      x += zahlen[i];
      y += zahlen[i + 1];
      punkte.push([y / 1e4, x / 1e4]);
    }
    return punkte;
  }

  // The middle of an area's largest ring: there its letter stands, and from there the arrows count.
  function mitte(gebiet) {
    if (gebiet.mitte) return gebiet.mitte;
    let groesste = 0;
    for (const ring of gebiet.latlngs) {
      let flaeche = 0, y = 0, x = 0;
      ring.forEach(([y1, x1], i) => {
        const [y2, x2] = ring[(i + 1) % ring.length];
        const kreuz = x1 * y2 - x2 * y1;
        flaeche += kreuz;
        y += (y1 + y2) * kreuz;
        x += (x1 + x2) * kreuz;
      });
      if (Math.abs(flaeche) > groesste) {
        groesste = Math.abs(flaeche);
        gebiet.mitte = L.latLng(y / (3 * flaeche), x / (3 * flaeche));
      }
    }
    return gebiet.mitte;
  }

  const karteVon = (gebiet) => (gebiet.fern && teile.insel ? teile.insel : teile.karte);

  // Where an area lies in the frame, in px.
  function punkt(gebiet) {
    const karte = karteVon(gebiet);
    const aussen = karte.getContainer().getBoundingClientRect();
    const innen = rahmen.getBoundingClientRect();
    return karte.latLngToContainerPoint(mitte(gebiet)).add([aussen.left - innen.left, aussen.top - innen.top]);
  }

  // --- Drawing ---

  // Outlines of rooms and marks lie over the areas; none of them takes a pointer.
  for (const karte of karten) {
    for (const [name, hoehe] of [["umrisse", 440], ["marken", 450]]) {
      const ort = karte.createPane(name);
      ort.style.zIndex = hoehe;
      ort.style.pointerEvents = "none";
      ort.setAttribute("aria-hidden", "true");
    }
    for (const name of ["markerPane", "tilePane", "shadowPane", "tooltipPane", "popupPane"]) karte.getPane(name).setAttribute("aria-hidden", "true");
  }

  const umriss = (gebiet, className, pane) =>
    L.polygon(gebiet.latlngs, { className, pane, fill: false, interactive: false }).addTo(karteVon(gebiet));

  // The first drawing comes in small portions, so that slow phones stay responsive.
  async function beginne(neue, pause) {
    leere(neue);
    for (const [nummer, gebiet] of geometrie[neue].entries()) {
      flaechen.push(flaeche(gebiet, nummer));
      if (nummer % PORTION === PORTION - 1) await pause();
    }
    zieheUmrisse();
    await pause();
  }

  function zeichne(neue) {
    if (ebene === neue) return;
    leere(neue);
    flaechen = geometrie[ebene].map((gebiet, nummer) => flaeche(gebiet, nummer));
    zieheUmrisse();
  }

  function leere(neue) {
    ebene = neue;
    for (const gruppe of Object.values(teile.gruppen)) gruppe.clearLayers();
    for (const linie of linien) linie.remove();
    flaechen = [];
  }

  function zieheUmrisse() {
    linien = ebene === "raeume" ? [] : geometrie.raeume.map((raum) => umriss(raum, "kreiskarte-raum", "umrisse"));
    for (const karte of karten) karte.getPane("overlayPane").querySelector("svg")?.setAttribute("role", "presentation");
    aktiv = Math.min(aktiv, flaechen.length - 1);
    orte = [];
  }

  function flaeche(gebiet, nummer) {
    const neue = L.polygon(gebiet.latlngs, { weight: 1, fillOpacity: 1 });
    neue.addTo(gebiet.fern && teile.insel ? teile.gruppen.fern : teile.gruppen.festland);
    neue.on("mouseover mousemove", (ereignis) => zeigeZettel(nummer, ereignis.originalEvent));
    neue.on("mouseout", () => (zettel.hidden = true));
    neue.on("click", () => {
      aktiviere(nummer);
      hier.waehle(nummer);
    });
    const pfad = neue.getElement();
    pfad.setAttribute("role", "option");
    pfad.setAttribute("tabindex", "-1");
    pfad.addEventListener("focus", () => beiFokus(nummer));
    pfad.addEventListener("blur", () => {
      zettel.hidden = true;
      fokusmarke?.remove();
    });
    pfad.addEventListener("keydown", (ereignis) => taste(ereignis, nummer));
    return pfad;
  }

  // Classes and names of all areas; nothing is drawn anew, so the focus stays where it is.
  function faerbe(klassen, neueTexte, name) {
    texte = neueTexte;
    liste.setAttribute("aria-label", name);
    flaechen.forEach((pfad, nummer) => {
      const klasse = klassen[nummer];
      pfad.setAttribute("class", `leaflet-interactive kreiskarte-flaeche ${klasse}`);
      pfad.setAttribute("fill", klasse === "fehlt" || klasse === "geheim" ? `url(#kreiskarte-${klasse})` : "currentColor");
      pfad.setAttribute("aria-label", texte[nummer]);
    });
  }

  // The chosen area and the pinned ones, these with a letter each.
  function markiere(gewaehlt, angeheftet) {
    for (const marke of marken) marke.remove();
    marken = [];
    flaechen.forEach((pfad, nummer) => pfad.setAttribute("aria-selected", String(nummer === gewaehlt)));
    for (const nummer of angeheftet) marken.push(umriss(geometrie[ebene][nummer], "kreiskarte-marke", "marken"));
    if (gewaehlt >= 0) marken.push(umriss(geometrie[ebene][gewaehlt], "kreiskarte-marke gewaehlt", "marken"));
    angeheftet.forEach((nummer, stelle) => marken.push(buchstabe(geometrie[ebene][nummer], stelle)));
    verdecke();
    if (gewaehlt >= 0) aktiv = gewaehlt;
    flaechen.forEach((pfad, nummer) => pfad.setAttribute("tabindex", nummer === aktiv ? "0" : "-1"));
  }

  // A name gives way to a letter that would lie on it.
  function verdecke() {
    const kreise = [...liste.querySelectorAll(".kreiskarte-buchstabe")].map((eines) => eines.getBoundingClientRect());
    if (!kreise.length && !liste.querySelector(".verdeckt")) return;
    for (const name of liste.querySelectorAll(".kreiskarte-name span")) {
      const rand = name.getBoundingClientRect();
      const trifft = (eines) => eines.left < rand.right && eines.right > rand.left && eines.top < rand.bottom && eines.bottom > rand.top;
      name.classList.toggle("verdeckt", kreise.some(trifft));
    }
  }

  function buchstabe(gebiet, stelle) {
    const text = document.createElement("span");
    text.textContent = "ABCD"[stelle];
    const icon = L.divIcon({ className: `kreiskarte-buchstabe linie-${stelle}`, html: text, iconSize: [22, 22] });
    return L.marker(mitte(gebiet), { icon, interactive: false, keyboard: false, zIndexOffset: 1000 }).addTo(karteVon(gebiet));
  }

  // Areas of one class stand out, all others fade; without a class all are as they were.
  function betone(klasse) {
    liste.classList.toggle("betont", Boolean(klasse));
    for (const pfad of flaechen) pfad.classList.toggle("steht-vor", Boolean(klasse) && pfad.classList.contains(klasse));
  }

  // --- Pointer and keys ---

  function zeigeZettel(nummer, ereignis) {
    if (ereignis && ereignis.pointerType === "touch") return;
    const ecke = rahmen.getBoundingClientRect();
    const ort = ereignis ? L.point(ereignis.clientX - ecke.left, ereignis.clientY - ecke.top) : punkt(geometrie[ebene][nummer]);
    zettel.textContent = texte[nummer];
    zettel.hidden = false;
    const platz = rahmen.clientWidth - zettel.offsetWidth;
    zettel.style.left = `${Math.max(0, Math.min(ort.x - zettel.offsetWidth / 2, platz))}px`;
    zettel.style.top = `${ort.y > zettel.offsetHeight + 16 ? ort.y - zettel.offsetHeight - 14 : ort.y + 18}px`;
  }

  function aktiviere(nummer) {
    flaechen[aktiv]?.setAttribute("tabindex", "-1");
    aktiv = nummer;
    flaechen[aktiv].setAttribute("tabindex", "0");
  }

  function beiFokus(nummer) {
    if (!flaechen[nummer].matches(":focus-visible")) return;
    const gebiet = geometrie[ebene][nummer];
    fokusmarke?.remove();
    fokusmarke = umriss(gebiet, "kreiskarte-marke fokus", "marken");
    if (!gebiet.fern) teile.karte.panInside(mitte(gebiet), { padding: [40, 40], animate: false });
    zeigeZettel(nummer, null);
  }

  const RICHTUNG = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

  // The nearest area in a direction: what lies straight ahead counts as nearer than what lies aside.
  function nachbar(nummer, [dx, dy]) {
    if (!orte.length) orte = geometrie[ebene].map(punkt);
    let beste = nummer, kuerzeste = Infinity;
    orte.forEach((ort, andere) => {
      const x = ort.x - orte[nummer].x, y = ort.y - orte[nummer].y;
      const voraus = x * dx + y * dy;
      const seitlich = Math.abs(x * dy) + Math.abs(y * dx);
      if (andere === nummer || voraus <= 1) return;
      const weit = voraus + 2 * seitlich + (seitlich > voraus ? 1e4 : 0);
      if (weit < kuerzeste) [beste, kuerzeste] = [andere, weit];
    });
    return beste;
  }

  function mitBuchstaben(nummer, zeichen) {
    const wie = (andere) => texte[andere].toLocaleLowerCase("de").startsWith(zeichen.toLocaleLowerCase("de"));
    const reihenfolge = [...flaechen.keys()].map((stelle) => (nummer + 1 + stelle) % flaechen.length);
    return reihenfolge.find(wie) ?? nummer;
  }

  function ziel(ereignis, nummer) {
    if (RICHTUNG[ereignis.key]) return nachbar(nummer, RICHTUNG[ereignis.key]);
    if (ereignis.key === "Home") return 0;
    if (ereignis.key === "End") return flaechen.length - 1;
    return ereignis.key.length === 1 && ereignis.key !== " " ? mitBuchstaben(nummer, ereignis.key) : -1;
  }

  function taste(ereignis, nummer) {
    if (ereignis.ctrlKey || ereignis.metaKey || ereignis.altKey) return;
    const neue = ziel(ereignis, nummer);
    if (neue >= 0) {
      aktiviere(neue);
      flaechen[neue].focus();
    } else if (ereignis.key === "Enter") hier.waehle(nummer);
    else if (ereignis.key === " ") hier.hefte(nummer);
    else return;
    ereignis.preventDefault();
  }

  // Escape puts away what hovers, and with the focus on the map the choice.
  document.addEventListener("keydown", (ereignis) => {
    if (ereignis.key !== "Escape") return;
    if (liste.contains(document.activeElement)) hier.hebeAuf();
    zettel.hidden = true;
  });

  // --- Place and zoom ---

  // The map takes the place of the picture under it to the point.
  function einpassen() {
    const faktor = Math.min(rahmen.clientWidth / masse.groesse[0], rahmen.clientHeight / masse.groesse[1]);
    const links = (rahmen.clientWidth - masse.groesse[0] * faktor) / 2;
    const oben = (rahmen.clientHeight - masse.groesse[1] * faktor) / 2;
    rahmen.style.setProperty("--faktor", faktor);
    const [west, nord, ost, sued] = masse.festland;
    const lage = {
      paddingTopLeft: [links + west * faktor, oben + nord * faktor],
      paddingBottomRight: [links + (masse.groesse[0] - ost) * faktor, oben + (masse.groesse[1] - sued) * faktor],
      animate: false,
    };
    teile.karte.invalidateSize({ pan: false }).setMinZoom(0).setMaxBounds(null).fitBounds(grenzen(false), lage);
    teile.karte.setMinZoom(teile.karte.getZoom()).setMaxZoom(teile.karte.getZoom() + 4).setMaxBounds(teile.karte.getBounds());
    if (teile.insel) passeInselEin(links, oben, faktor);
    orte = [];
    schilder(links, oben, faktor);
    beweglich();
  }

  const grenzen = (fern) => L.latLngBounds(geometrie.kommunen.filter((eine) => eine.fern === fern).flatMap((eine) => eine.latlngs.flat()));

  function passeInselEin(links, oben, faktor) {
    const [x1, y1, x2, y2] = masse.kasten;
    const seiten = { left: links + x1 * faktor, top: oben + y1 * faktor, width: (x2 - x1) * faktor, height: (y2 - y1) * faktor };
    for (const [seite, wert] of Object.entries(seiten)) find("kasten").style[seite] = `${wert}px`;
    teile.insel.invalidateSize({ pan: false }).setMinZoom(0);
    teile.insel.setView(grenzen(true).getCenter(), teile.karte.getZoom() + Math.log2(masse.faktor), { animate: false });
    teile.insel.panBy([0, -19 * faktor], { animate: false }); // under the two lines of the caption
  }

  // The names stand where the picture has them: there they keep off one another at every width.
  let namen = null;
  function schilder(links, oben, faktor) {
    if (namen) return;
    namen = [...find("bild").querySelectorAll("text.name")].map((text) => {
      const schild = document.createElement("span");
      schild.textContent = text.textContent;
      const ort = L.point(links + Number(text.getAttribute("x")) * faktor, oben + (Number(text.getAttribute("y")) - 5) * faktor);
      const icon = L.divIcon({ className: "kreiskarte-name", html: schild, iconSize: null });
      return L.marker(teile.karte.containerPointToLatLng(ort), { icon, interactive: false, keyboard: false }).addTo(teile.karte);
    });
  }

  // Only who has zoomed in can drag, so that a thumb on the map still scrolls the page.
  function beweglich() {
    const nah = teile.karte.getZoom() > teile.karte.getMinZoom() + 0.05;
    teile.karte.dragging[nah ? "enable" : "disable"]();
    find("zoom").querySelector("[data-zoom='0']").hidden = !nah;
    find("zoom").querySelector("[data-zoom='-1']").disabled = !nah;
  }

  function zoome(richtung) {
    if (!richtung) einpassen();
    else teile.karte[richtung > 0 ? "zoomIn" : "zoomOut"]();
  }

  if (matchMedia("(prefers-reduced-motion: reduce)").matches) {
    for (const karte of karten) Object.assign(karte.options, { zoomAnimation: false, fadeAnimation: false, inertia: false });
  }
  teile.karte.on("zoomend moveend", () => (orte = []));
  teile.karte.on("zoomend", beweglich);
  teile.karte.on("zoomend", verdecke);
  for (const knopf of find("zoom").children) {
    knopf.addEventListener("click", () => {
      zoome(Number(knopf.dataset.zoom));
      if (knopf.hidden || knopf.disabled) find("zoom").firstElementChild.focus();
    });
  }
  new ResizeObserver(() => {
    if (rahmen.clientWidth && teile.karte.getSize().x !== rahmen.clientWidth) einpassen();
  }).observe(rahmen);

  return Object.assign(hier, { beginne, zeichne, faerbe, markiere, betone, einpassen, karte: teile.karte });
}
