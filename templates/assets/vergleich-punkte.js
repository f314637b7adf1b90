// The scatter plot of the comparison: a list of dots to point at, to tap, and to walk by the arrows.
function vergleichPunkte(daten, worte, platz, tat) {
  "use strict";
  const { form } = zeichnen;
  const vergleicher = new Intl.Collator("de");
  const messer = document.createElement("canvas").getContext("2d");
  let fall;
  let stand;
  let punkte = new Map();

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

  function zeichne(neuerFall, neuerStand) {
    fall = neuerFall;
    stand = neuerStand;
    punkte = new Map();
    if (!fall.beziehung) return platz.replaceChildren();
    const breite = Math.max(260, Math.round(platz.clientWidth));
    const hoehe = Math.round(Math.min(520, Math.max(320, breite * 0.8)));
    const [sx, sy] = [skala(fall.xs, fall.x.ziffern, breite < 480 ? 4 : 6), skala(fall.ys, fall.y.ziffern, 5)];
    messer.font = `14px ${getComputedStyle(platz).fontFamily}`;
    const links = Math.ceil(Math.max(...sy.marken.map((marke) => messer.measureText(sy.text(marke)).width))) + 12;
    const innen = { links, oben: 12, rechts: breite - 22, unten: hoehe - 30 };
    const px = (wert) => innen.links + ((wert - sx.von) / (sx.bis - sx.von)) * (innen.rechts - innen.links);
    const py = (wert) => innen.unten - ((wert - sy.von) / (sy.bis - sy.von)) * (innen.unten - innen.oben);
    const gewaehlt = fall.beide.some((einer) => einer.id === stand.raum) ? `vergleich-punkt-${stand.raum}` : "";
    const bild = form("svg", { viewBox: `0 0 ${breite} ${hoehe}`, width: breite, height: hoehe, role: "listbox", tabindex: "0", "aria-label": `Punktwolke: ${worte.mitJahr(fall, 0)} und ${worte.mitJahr(fall, 1)}` });
    if (gewaehlt) bild.setAttribute("aria-activedescendant", gewaehlt);
    bild.append(achsen(innen, sx, sy, px, py));
    for (const einer of [...fall.beide].sort((a, b) => a.x - b.x || a.y - b.y)) {
      const kreis = form("circle", { cx: px(einer.x).toFixed(1), cy: py(einer.y).toFixed(1), r: 6.5, class: einer.klasse });
      const option = form("g", { role: "option", id: `vergleich-punkt-${einer.id}`, "aria-selected": "false", "aria-label": worte.gesagt(fall, einer) }, kreis);
      punkte.set(einer.id, { ort: einer, x: px(einer.x), y: py(einer.y), option });
      bild.append(option);
    }
    bild.append(form("g", { class: "schilder", "aria-hidden": "true" }));
    bild.innen = { links: innen.links - 2, oben: 0, rechts: breite, unten: innen.unten };
    bild.addEventListener("pointermove", (ereignis) => { if (ereignis.pointerType === "mouse") tat.markiere(naechster(ereignis)); });
    bild.addEventListener("pointerleave", () => tat.markiere());
    bild.addEventListener("click", (ereignis) => tat.waehle(naechster(ereignis)));
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
    const bild = platz.firstElementChild;
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
    if (ereignis.key === "Escape" && stand.raum) return tat.waehle("");
    if (!weg || ereignis.ctrlKey || ereignis.metaKey || ereignis.altKey) return;
    ereignis.preventDefault();
    const [achse, schritt] = weg;
    const andere = achse === "x" ? "y" : "x";
    const reihe = [...fall.beide].sort((a, b) => a[achse] - b[achse] || a[andere] - b[andere]);
    const hier = reihe.findIndex((einer) => einer.id === stand.raum);
    const start = hier < 0 ? (schritt > 0 ? -1 : reihe.length) : hier;
    tat.waehle(reihe[Math.max(0, Math.min(reihe.length - 1, start + schritt))].id);
  }

  // Names beside their dots: that of the chosen place first, then the farthest from the middle,
  // where there is room. The one pointed at takes its room from others, which stay where they are.
  function beschrifte(gezeigt) {
    const bild = platz.firstElementChild;
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
    messer.font = `650 14px ${getComputedStyle(platz).fontFamily}`;
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

  // Shows which place is chosen, and which one is pointed at.
  function markiere(gezeigt) {
    beschrifte(gezeigt);
    for (const [id, punkt] of punkte) punkt.option.setAttribute("aria-selected", String(id === stand.raum));
    const bild = platz.firstElementChild;
    if (bild && punkte.has(stand.raum)) bild.setAttribute("aria-activedescendant", `vergleich-punkt-${stand.raum}`);
    else if (bild) bild.removeAttribute("aria-activedescendant");
  }

  return { zeichne, markiere };
}
