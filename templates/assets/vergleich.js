// Any two figures against each other: a scatter plot, a map of nine classes, words and a table, each
// marking the same place. What is chosen stands in the address. Without this script the list of
// questions is all.
(() => {
  "use strict";
  const werkzeug = document.getElementById("vergleich");
  if (!werkzeug || !window.fetch) return;
  const SVG = "http://www.w3.org/2000/svg";
  const rahmen = JSON.parse(werkzeug.dataset.rahmen);
  const find = (name) => werkzeug.querySelector(`.vergleich-${name}`);
  const wahl = { x: document.getElementById("vergleich-x"), y: document.getElementById("vergleich-y") };
  const ebenen = [...werkzeug.querySelectorAll("input[name=ebene]")];
  const ortswahl = document.getElementById("vergleich-ort");
  const status = werkzeug.querySelector("[role=status]");
  const paare = new Set(werkzeug.dataset.paare.split("|").map((paar) => paar.replace(" ", "-und-")));
  const DRITTEL = ["unteres Drittel", "mittleres Drittel", "oberes Drittel"];
  const EBENEN = { kommunen: "Kommunen", raeume: "Betrachtungsräume" };
  const SCHRAFFUR = { fehlt: "M-2 2L2-2M-2 8L8-2M-2 14L14-2M4 14L14 4M10 14L14 10", geheim: "M-2 2L2-2M-2 14L14-2M10 14L14 10M-2 10L2 14M-2-2L14 14M10-2L14 2" };
  const vergleicher = new Intl.Collator("de");
  const messer = document.createElement("canvas").getContext("2d");
  let daten;
  let geometrie;
  let stand; // what is chosen: x, y, ebene, raum (a key, or "")
  let fall; // what follows from it: the places with both figures, the relation, the classes
  let flaechen = [];
  let punkte = new Map();
  let ordnung = [0, 1];

  // --- What is chosen, and what follows ---

  const kennzahl = (id) => daten.kennzahlen.find((eine) => eine.id === id);
  const waehlbar = (id) => [...wahl.x.options].some((option) => option.value === id);
  const ort = (id) => fall.orte.find((einer) => einer.id === id);

  function ausAdresse() {
    const angaben = new URL(location.href).searchParams;
    const x = waehlbar(angaben.get("x")) ? angaben.get("x") : werkzeug.dataset.x;
    let y = waehlbar(angaben.get("y")) ? angaben.get("y") : werkzeug.dataset.y;
    if (x === y) y = [werkzeug.dataset.x, werkzeug.dataset.y].find((id) => id !== x);
    const ebene = angaben.get("ebene") === "raeume" ? "raeume" : "kommunen";
    return { x, y, ebene, raum: angaben.get("raum") || "" };
  }

  function inAdresse(neu) {
    const adresse = new URL(location.href);
    adresse.searchParams.set("x", stand.x);
    adresse.searchParams.set("y", stand.y);
    for (const [name, wert] of [["ebene", stand.ebene === "raeume" ? "raeume" : ""], ["raum", stand.raum]]) {
      if (wert) adresse.searchParams.set(name, wert);
      else adresse.searchParams.delete(name);
    }
    if (adresse.href !== location.href) history[neu ? "pushState" : "replaceState"](null, "", adresse);
  }

  // The last year that both figures have, else the last of each.
  function jahreVon(x, y, ebene) {
    const [jx, jy] = [x, y].map((eine) => daten.jahre(eine, ebene));
    const beide = jx.filter((jahr) => jy.includes(jahr));
    return beide.length ? [beide.at(-1), beide.at(-1)] : [jx.at(-1), jy.at(-1)];
  }

  function berechne() {
    const [x, y] = [kennzahl(stand.x), kennzahl(stand.y)];
    const moeglich = [x, y].every((eine) => daten.jahre(eine, "raeume").length);
    if (!moeglich) stand.ebene = "kommunen";
    const jahre = jahreVon(x, y, stand.ebene);
    const [wx, wy] = [x, y].map((eine, stelle) => daten.spalte(eine, stand.ebene, jahre[stelle]));
    const orte = daten.gebiete[stand.ebene].map(([id, name, pfad], nummer) => ({ id, name, pfad, nummer, x: wx[nummer], y: wy[nummer] }));
    const beide = orte.filter((einer) => typeof einer.x === "number" && typeof einer.y === "number");
    const [xs, ys] = [beide.map((einer) => einer.x), beide.map((einer) => einer.y)];
    const [dx, dy] = [zusammenhang.drittel(xs), zusammenhang.drittel(ys)];
    beide.forEach((einer, i) => Object.assign(einer, { dx: dx[i], dy: dy[i], klasse: `b${dx[i]}${dy[i]}` }));
    for (const einer of orte) if (!einer.klasse) einer.klasse = einer.x === "x" || einer.y === "x" ? "geheim" : "fehlt";
    fall = { x, y, jahre, orte, beide, xs, ys, moeglich, beziehung: zusammenhang.beziehung(xs, ys) };
    if (!ort(stand.raum)) stand.raum = "";
  }

  function zeige() {
    berechne();
    wahl.x.value = stand.x;
    wahl.y.value = stand.y;
    for (const knopf of ebenen) {
      knopf.checked = knopf.value === stand.ebene;
      knopf.disabled = knopf.value === "raeume" && !fall.moeglich;
    }
    zeigeWorte();
    zeigeOrtswahl();
    zeichneKarte();
    zeichnePunkte();
    zeigeTabelle();
    markiere();
  }

  // --- In words ---

  const mitJahr = (eine, stelle) => `${eine.titel} ${fall.jahre[stelle]}`;
  const mitEinheit = (eine) => (eine.einheit ? `${eine.titel}, ${eine.einheit}` : eine.titel);

  function antwort() {
    if (!fall.beziehung) return "Für diese beiden Zahlen gibt es zu wenige gemeinsame Werte.";
    return zusammenhang.antwort(fall.x.titel, fall.y.titel, fall.beziehung, EBENEN[stand.ebene]);
  }

  function zeigeWorte() {
    document.getElementById("vergleich-beide").textContent = `${mitJahr(fall.x, 0)} und ${mitJahr(fall.y, 1)}`;
    find("antwort").textContent = antwort();
    const namen = fall.beide.map((einer) => einer.name);
    const saetze = fall.beziehung ? zusammenhang.vorbehalte(fall.xs, fall.ys, namen, fall.jahre, EBENEN[stand.ebene]) : [];
    werkzeug.querySelector(".vorbehalte").replaceChildren(...saetze.map((satz) => neu("li", {}, satz)));
    find("hoch").textContent = `↑ ${mitEinheit(fall.y)}`;
    find("quer").textContent = `${mitEinheit(fall.x)} →`;
    werkzeug.querySelector(".quadrat-hoch").textContent = `↑ ${fall.y.titel} höher`;
    werkzeug.querySelector(".quadrat-quer").textContent = `${fall.x.titel} höher →`;
    find("quellen").textContent = [fall.x, fall.y].map((eine, stelle) => `${mitJahr(eine, stelle)}: ${eine.quelle}`).join(" – ");
    const paar = [`${stand.x}-und-${stand.y}`, `${stand.y}-und-${stand.x}`].find((eines) => paare.has(eines));
    find("seite").replaceChildren(...(paar ? [neu("a", { href: `${paar}/` }, "Diese beiden Zahlen auf einer Seite"), ", mit Bildern und Werten zum Mitnehmen"] : []));
  }

  function gesagt(einer) {
    const teile = [["x", "dx"], ["y", "dy"]].map(([achse, drittel]) => {
      const text = `${fall[achse].titel} ${daten.text(fall[achse], einer[achse])}`;
      return drittel in einer ? `${text} (${DRITTEL[einer[drittel]]})` : text;
    });
    return `${einer.name}: ${teile.join(", ")}`;
  }

  function zeigeOrtswahl() {
    const geordnet = [...fall.orte].sort((a, b) => vergleicher.compare(a.name, b.name));
    const optionen = geordnet.map((einer) => neu("option", { value: einer.id }, einer.name));
    ortswahl.replaceChildren(neu("option", { value: "" }, "keiner"), ...optionen);
  }

  // --- Making elements ---

  function neu(art, angaben, ...inhalt) {
    const element = document.createElement(art);
    for (const [name, wert] of Object.entries(angaben)) element.setAttribute(name, wert);
    element.append(...inhalt);
    return element;
  }

  function form(art, angaben, ...inhalt) {
    const element = document.createElementNS(SVG, art);
    for (const [name, wert] of Object.entries(angaben)) element.setAttribute(name, wert);
    element.append(...inhalt);
    return element;
  }

  // --- The scatter plot ---

  // Round numbers around all values.
  function skala(werte, ziffern, anzahl) {
    const [tief, hoch] = [Math.min(...werte), Math.max(...werte)];
    const roh = Math.max((hoch - tief) / anzahl, 10 ** -ziffern);
    const potenz = 10 ** Math.floor(Math.log10(roh));
    const schritt = [1, 2, 5, 10].map((mal) => mal * potenz).find((einer) => einer >= roh * 0.999);
    const [erste, letzte] = [Math.floor(tief / schritt + 1e-9), Math.ceil(hoch / schritt - 1e-9)];
    const marken = Array.from({ length: letzte - erste + 1 }, (_, i) => Number(((erste + i) * schritt).toFixed(9)));
    const noetig = [0, 1, 2, 3].find((zahl) => marken.every((marke) => Number(marke.toFixed(zahl)) === marke)) ?? ziffern;
    return { marken, von: marken[0], bis: marken.at(-1), text: (wert) => daten.zahl(wert, noetig) };
  }

  // Where one third ends and the next begins.
  function grenzen(werte, drittel) {
    return [0, 1].flatMap((stufe) => {
      const [unten, oben] = [werte.filter((_, i) => drittel[i] <= stufe), werte.filter((_, i) => drittel[i] > stufe)];
      return unten.length && oben.length ? [(Math.max(...unten) + Math.min(...oben)) / 2] : [];
    });
  }

  function zeichnePunkte() {
    const platz = find("punkte");
    punkte = new Map();
    if (!fall.beziehung) return platz.replaceChildren();
    const breite = Math.max(260, Math.round(platz.clientWidth));
    const hoehe = Math.round(Math.min(520, Math.max(320, breite * 0.8)));
    const [sx, sy] = [skala(fall.xs, fall.x.ziffern, breite < 480 ? 4 : 6), skala(fall.ys, fall.y.ziffern, 5)];
    messer.font = `14px ${getComputedStyle(werkzeug).fontFamily}`;
    const links = Math.ceil(Math.max(...sy.marken.map((marke) => messer.measureText(sy.text(marke)).width))) + 12;
    const innen = { links, oben: 12, rechts: breite - 22, unten: hoehe - 30 };
    const px = (wert) => innen.links + ((wert - sx.von) / (sx.bis - sx.von)) * (innen.rechts - innen.links);
    const py = (wert) => innen.unten - ((wert - sy.von) / (sy.bis - sy.von)) * (innen.unten - innen.oben);
    const gewaehlt = fall.beide.some((einer) => einer.id === stand.raum) ? `vergleich-punkt-${stand.raum}` : "";
    const bild = form("svg", { viewBox: `0 0 ${breite} ${hoehe}`, width: breite, height: hoehe, role: "listbox", tabindex: "0", "aria-label": `Punktwolke: ${mitJahr(fall.x, 0)} und ${mitJahr(fall.y, 1)}` });
    if (gewaehlt) bild.setAttribute("aria-activedescendant", gewaehlt);
    bild.append(achsen(innen, sx, sy, px, py));
    for (const einer of [...fall.beide].sort((a, b) => a.x - b.x || a.y - b.y)) {
      const kreis = form("circle", { cx: px(einer.x).toFixed(1), cy: py(einer.y).toFixed(1), r: 6.5, class: einer.klasse });
      const option = form("g", { role: "option", id: `vergleich-punkt-${einer.id}`, "aria-selected": "false", "aria-label": gesagt(einer) }, kreis);
      punkte.set(einer.id, { ort: einer, x: px(einer.x), y: py(einer.y), option });
      bild.append(option);
    }
    bild.append(form("g", { class: "schilder", "aria-hidden": "true" }));
    bild.innen = { links: innen.links - 2, oben: 0, rechts: breite, unten: innen.unten };
    bild.addEventListener("pointermove", (ereignis) => { if (ereignis.pointerType === "mouse") markiere(naechster(ereignis)); });
    bild.addEventListener("pointerleave", () => markiere());
    bild.addEventListener("click", (ereignis) => waehle(naechster(ereignis)));
    bild.addEventListener("keydown", taste);
    platz.replaceChildren(bild);
  }

  function achsen(innen, sx, sy, px, py) {
    const gruppe = form("g", { "aria-hidden": "true" });
    const striche = [...sx.marken.map((marke) => `M${px(marke).toFixed(1)} ${innen.oben}V${innen.unten}`), ...sy.marken.map((marke) => `M${innen.links} ${py(marke).toFixed(1)}H${innen.rechts}`)];
    const gx = grenzen(fall.xs, fall.beide.map((einer) => einer.dx)).map((wert) => `M${px(wert).toFixed(1)} ${innen.oben}V${innen.unten}`);
    const gy = grenzen(fall.ys, fall.beide.map((einer) => einer.dy)).map((wert) => `M${innen.links} ${py(wert).toFixed(1)}H${innen.rechts}`);
    const zahlen = form("g", { class: "zahlen" },
      ...sx.marken.map((marke) => form("text", { x: px(marke).toFixed(1), y: innen.unten + 22, "text-anchor": "middle" }, sx.text(marke))),
      ...sy.marken.map((marke) => form("text", { x: innen.links - 8, y: (py(marke) + 5).toFixed(1), "text-anchor": "end" }, sy.text(marke))));
    gruppe.append(form("g", { class: "gitter" }, form("path", { d: striche.join("") })), form("path", { class: "grund", d: `M${innen.links} ${innen.unten}H${innen.rechts}` }), form("path", { class: "drittel", d: [...gx, ...gy].join("") }), zahlen);
    return gruppe;
  }

  // The dot nearest to the pointer, at most 24 px away: so the small dots are large targets.
  function naechster(ereignis) {
    const bild = find("punkte").firstElementChild;
    const flaeche = bild.getBoundingClientRect();
    const mal = bild.viewBox.baseVal.width / flaeche.width;
    const [x, y] = [(ereignis.clientX - flaeche.left) * mal, (ereignis.clientY - flaeche.top) * mal];
    const weit = (punkt) => Math.hypot(punkt.x - x, punkt.y - y);
    const nah = [...punkte.values()].sort((a, b) => weit(a) - weit(b))[0];
    return nah && weit(nah) <= 24 * mal ? nah.ort.id : "";
  }

  // The arrows go from dot to dot: by the one figure to the sides, by the other up and down.
  function taste(ereignis) {
    const weg = { ArrowRight: ["x", 1], ArrowLeft: ["x", -1], ArrowUp: ["y", 1], ArrowDown: ["y", -1], Home: ["x", -Infinity], End: ["x", Infinity] }[ereignis.key];
    if (ereignis.key === "Escape" && stand.raum) return waehle("");
    if (!weg || ereignis.ctrlKey || ereignis.metaKey || ereignis.altKey) return;
    ereignis.preventDefault();
    const [achse, schritt] = weg;
    const andere = achse === "x" ? "y" : "x";
    const reihe = [...fall.beide].sort((a, b) => a[achse] - b[achse] || a[andere] - b[andere]);
    const hier = reihe.findIndex((einer) => einer.id === stand.raum);
    const start = hier < 0 ? (schritt > 0 ? -1 : reihe.length) : hier;
    waehle(reihe[Math.max(0, Math.min(reihe.length - 1, start + schritt))].id);
  }

  // Names beside their dots: that of the chosen place first, then the farthest from the middle,
  // where there is room. The one pointed at takes its room from others, which stay where they are.
  function beschrifte(gezeigt) {
    const bild = find("punkte").firstElementChild;
    if (!bild) return;
    const schilder = verteilt(bild.innen);
    const hier = punkte.get(gezeigt);
    if (hier) {
      const kasten = schilder.get(gezeigt) || freierKasten(hier, breiteVon(hier), bild.innen, [], true);
      for (const [id, anderer] of schilder) if (kasten && trifft(kasten, anderer)) schilder.delete(id);
      if (kasten) schilder.set(gezeigt, kasten);
    }
    const fest = [...new Set([gezeigt, stand.raum])].filter((id) => punkte.has(id));
    const marken = fest.map((id) => form("circle", { class: "marke", cx: punkte.get(id).x, cy: punkte.get(id).y, r: 10 }));
    const texte = [...schilder].map(([id, kasten]) => form("text", { class: fest.includes(id) ? "schild fest" : "schild", x: ((kasten[0] + kasten[2]) / 2).toFixed(1), y: (kasten[3] - 5).toFixed(1), "text-anchor": "middle" }, punkte.get(id).ort.name));
    bild.querySelector(".schilder").replaceChildren(...marken, ...texte);
  }

  const trifft = (kasten, anderer) => kasten[0] < anderer[2] && anderer[0] < kasten[2] && kasten[1] < anderer[3] && anderer[1] < kasten[3];

  function breiteVon(punkt) {
    messer.font = `650 14px ${getComputedStyle(werkzeug).fontFamily}`;
    return messer.measureText(punkt.ort.name).width + 2;
  }

  function verteilt(innen) {
    const alle = [...punkte.values()];
    const belegt = alle.map(({ x, y }) => [x - 6, y - 6, x + 6, y + 6]);
    const mitte = ["x", "y"].map((achse) => alle.reduce((summe, punkt) => summe + punkt[achse], 0) / alle.length);
    const fern = ({ x, y }) => Math.hypot(x - mitte[0], y - mitte[1]);
    const zuerst = (punkt) => Number(punkt.ort.id === stand.raum);
    const reihe = alle.sort((a, b) => zuerst(b) - zuerst(a) || fern(b) - fern(a) || vergleicher.compare(a.ort.name, b.ort.name));
    const schilder = new Map();
    for (const punkt of reihe.slice(0, innen.rechts < 480 ? 12 : 18)) {
      const kasten = freierKasten(punkt, breiteVon(punkt), innen, belegt, zuerst(punkt));
      if (!kasten) continue;
      belegt.push(kasten);
      schilder.set(punkt.ort.id, kasten);
    }
    return schilder;
  }

  function freierKasten({ x, y }, breite, innen, belegt, stark) {
    const weg = stark ? 13 : 9;
    const lagen = [[x + weg, y - 9], [x - weg - breite, y - 9], [x - breite / 2, y - weg - 18], [x - breite / 2, y + weg], [x + 5, y - weg - 16], [x - 5 - breite, y - weg - 16], [x + 5, y + weg - 2], [x - 5 - breite, y + weg - 2]];
    const kaesten = lagen.map(([links, oben]) => [links, oben, links + breite, oben + 18])
      .filter((kasten) => kasten[0] >= innen.links && kasten[1] >= innen.oben && kasten[2] <= innen.rechts && kasten[3] <= innen.unten);
    // A name next to another dot than its own would mislead.
    const weit = (kasten, punkt) => Math.hypot(Math.max(kasten[0] - punkt.x, 0, punkt.x - kasten[2]), Math.max(kasten[1] - punkt.y, 0, punkt.y - kasten[3]));
    const eigen = (kasten) => [...punkte.values()].every((punkt) => weit(kasten, punkt) >= weit(kasten, { x, y }) - 0.1);
    const frei = (kasten) => eigen(kasten) && !belegt.some((anderer) => trifft(kasten, anderer));
    return kaesten.find(frei) || (stark && kaesten[0]) || null;
  }

  // --- The map ---

  function pfad(gebiet) {
    const [westen, norden, mal, schmal, links, oben] = gebiet.fern && rahmen.insel ? rahmen.insel : rahmen.festland;
    return gebiet.ringe.map((zahlen) => {
      let [x, y] = [0, 0];
      const ecken = [];
      for (let i = 0; i < zahlen.length; i += 2) {
        x += zahlen[i];
        y += zahlen[i + 1];
        ecken.push(`${(links + (x / 1e4 - westen) * mal * schmal).toFixed(1)} ${(oben + (norden - y / 1e4) * mal).toFixed(1)}`);
      }
      return `M${ecken.join("L")}z`;
    }).join("");
  }

  function zeichneKarte() {
    const bild = form("svg", { class: "karte", viewBox: `0 0 ${rahmen.breite} ${rahmen.hoehe}`, role: "img", "aria-label": `Karte: ${mitJahr(fall.x, 0)} und ${mitJahr(fall.y, 1)}. Die Werte stehen in der Tabelle.` });
    bild.append(form("defs", {}, ...Object.entries(SCHRAFFUR).map(([name, d]) => form("pattern", { id: `vergleich-${name}`, width: 12, height: 12, patternUnits: "userSpaceOnUse", patternTransform: "scale(.7)" }, form("path", { class: "schraffur-grund", d: "M0 0h12v12H0z" }), form("path", { class: "schraffur", d })))));
    if (rahmen.kasten) {
      const [links, oben, rechts, unten] = rahmen.kasten;
      bild.append(form("rect", { class: "kasten", x: links, y: oben, width: rechts - links, height: unten - oben, rx: 3 }));
      bild.append(form("text", { class: "klein", x: links + 8, y: oben + 19 }, rahmen.inselname));
    }
    flaechen = fall.orte.map((einer, nummer) => {
      const gebiet = geometrie[stand.ebene].find(({ id }) => id === einer.id);
      const flaeche = form("path", { class: einer.klasse, d: gebiet ? pfad(gebiet) : "", "fill-rule": "evenodd", "data-nummer": nummer }, form("title", {}, gesagt(einer)));
      if (einer.klasse in SCHRAFFUR) flaeche.setAttribute("fill", `url(#vergleich-${einer.klasse})`);
      return flaeche;
    });
    bild.append(...flaechen);
    if (stand.ebene === "kommunen") bild.append(...geometrie.raeume.map((raum) => form("path", { class: "raum", d: pfad(raum) })));
    bild.append(form("g", { class: "marken" }));
    const unter = (ereignis) => {
      const flaeche = ereignis.target.closest("[data-nummer]");
      return flaeche ? fall.orte[flaeche.dataset.nummer].id : "";
    };
    bild.addEventListener("pointermove", (ereignis) => { if (ereignis.pointerType === "mouse") markiere(unter(ereignis)); });
    bild.addEventListener("pointerleave", () => markiere());
    bild.addEventListener("click", (ereignis) => waehle(unter(ereignis)));
    find("karte").replaceChildren(bild);
    zeigeFehlende();
  }

  function zeigeFehlende() {
    const quadrat = werkzeug.querySelector(".quadrat");
    quadrat.querySelector(".quadrat-fehlt")?.remove();
    const arten = Object.keys(SCHRAFFUR).filter((art) => fall.orte.some((einer) => einer.klasse === art));
    if (!arten.length) return;
    quadrat.append(neu("ul", { class: "quadrat-fehlt" }, ...arten.map((art) => neu("li", {},
      form("svg", { class: "muster", viewBox: "0 0 48 12", "aria-hidden": "true" }, form("rect", { width: 48, height: 12, fill: `url(#vergleich-${art})` })),
      art === "geheim" ? " geheim gehalten" : " keine Angabe"))));
  }

  // --- The table ---

  function zeigeTabelle() {
    const spalten = [EBENEN[stand.ebene] === "Kommunen" ? "Kommune" : "Betrachtungsraum", mitEinheit(fall.x), mitEinheit(fall.y)];
    const kopf = spalten.map((titel, stelle) => {
      const knopf = neu("button", { type: "button" }, titel);
      knopf.addEventListener("click", () => {
        ordnung = [stelle, ordnung[0] === stelle ? -ordnung[1] : stelle ? -1 : 1];
        zeigeTabelle();
        find("tabelle").querySelectorAll("button")[stelle].focus();
      });
      const zelle = neu("th", { scope: "col" }, knopf);
      if (stelle) zelle.className = "zahl";
      if (ordnung[0] === stelle) zelle.setAttribute("aria-sort", ordnung[1] > 0 ? "ascending" : "descending");
      return zelle;
    });
    find("tabelle").tHead.replaceChildren(neu("tr", {}, ...kopf, neu("th", { scope: "col" }, "Drittel")));
    find("tabelle").tBodies[0].replaceChildren(...geordnet().map(zeile));
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
    const drittel = "dx" in einer ? `${DRITTEL[einer.dx].split(" ")[0]}, ${DRITTEL[einer.dy].split(" ")[0]}` : "–";
    const tr = neu("tr", { "data-id": einer.id }, neu("th", { scope: "row" }, neu("a", { href: werkzeug.dataset.wurzel + einer.pfad }, einer.name)),
      neu("td", { class: "zahl" }, text("x")), neu("td", { class: "zahl" }, text("y")), neu("td", {}, drittel));
    tr.classList.toggle("gewaehlt", einer.id === stand.raum);
    return tr;
  }

  // --- One place, marked everywhere ---

  function markiere(gezeigt = "") {
    const ids = [...new Set([gezeigt, stand.raum])].filter(Boolean);
    beschrifte(gezeigt);
    const marken = find("karte").querySelector(".marken");
    marken.replaceChildren(...ids.map((id) => form("path", { class: "gewaehlt", fill: "none", "pointer-events": "none", d: flaechen[ort(id).nummer].getAttribute("d") })));
    for (const [id, punkt] of punkte) punkt.option.setAttribute("aria-selected", String(id === stand.raum));
    const bild = find("punkte").firstElementChild;
    if (bild && punkte.has(stand.raum)) bild.setAttribute("aria-activedescendant", `vergleich-punkt-${stand.raum}`);
    else if (bild) bild.removeAttribute("aria-activedescendant");
    ortswahl.value = stand.raum;
    for (const tr of find("tabelle").tBodies[0].rows) tr.classList.toggle("gewaehlt", tr.dataset.id === stand.raum);
    const einer = ort(gezeigt || stand.raum);
    const auskunft = find("auskunft");
    if (!einer) auskunft.textContent = "Wählen Sie einen Ort in einem der Bilder: Er wird in beiden markiert.";
    else auskunft.replaceChildren(`${gesagt(einer)}. `, neu("a", { href: werkzeug.dataset.wurzel + einer.pfad }, `Alle Zahlen zu ${einer.name}`));
  }

  function waehle(id) {
    stand.raum = id;
    markiere();
    inAdresse(false);
    status.textContent = id ? gesagt(ort(id)) : "Kein Ort ist hervorgehoben.";
  }

  function aendere(neues) {
    const raum = neues.ebene && neues.ebene !== stand.ebene ? "" : stand.raum;
    stand = { ...stand, raum, ...neues };
    zeige();
    inAdresse(true);
    status.textContent = antwort();
  }

  // Who chooses the same figure twice wants them the other way round.
  function neueZahl(achse) {
    const andere = achse === "x" ? "y" : "x";
    const id = wahl[achse].value;
    aendere(id === stand[andere] ? { x: stand.y, y: stand.x } : { [achse]: id });
  }

  function beginne([alle, formen]) {
    daten = alle;
    geometrie = formen;
    stand = ausAdresse();
    werkzeug.hidden = false;
    zeige();
    for (const achse of ["x", "y"]) wahl[achse].addEventListener("change", () => neueZahl(achse));
    for (const knopf of ebenen) knopf.addEventListener("change", () => aendere({ ebene: knopf.value }));
    document.getElementById("vergleich-tausch").addEventListener("click", () => aendere({ x: stand.y, y: stand.x }));
    ortswahl.addEventListener("change", () => waehle(ortswahl.value));
    addEventListener("popstate", () => {
      stand = ausAdresse();
      zeige();
      status.textContent = antwort();
    });
    let breite = find("punkte").clientWidth;
    new ResizeObserver(() => {
      if (find("punkte").clientWidth === breite) return;
      breite = find("punkte").clientWidth;
      zeichnePunkte();
      markiere();
    }).observe(find("punkte"));
    werkzeug.querySelector("form").addEventListener("submit", (ereignis) => ereignis.preventDefault());
  }

  const geholt = fetch(werkzeug.dataset.geometrie).then((antwort) => (antwort.ok ? antwort.json() : Promise.reject(new Error(antwort.statusText))));
  Promise.all([ladeKreisdaten(werkzeug.dataset.daten), geholt]).then(beginne).catch(() => { werkzeug.hidden = true; });
})();
