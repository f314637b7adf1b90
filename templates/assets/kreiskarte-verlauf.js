// The course over the years as SVG: one line a place, named at its end, gaps where figures do not compare.
// A line is { name, zeichen, art, werte }: `art` is its style, `werte` stand in the order of the years.
function kreiskarteVerlauf(daten, kennzahl, jahr, linien, breite) {
  "use strict";
  const NS = "http://www.w3.org/2000/svg";
  const HOEHE = 210, OBEN = 12, UNTEN = 24, ZEILE = 15, SCHRIFT = 13, PLATZ = 100;
  const istZahl = (wert) => typeof wert === "number";
  const brueche = kennzahl.brueche || [];
  const gezeigte = linien.filter((linie) => linie.werte.some(istZahl));
  const jahre = kennzahl.jahre.filter((_, stelle) => gezeigte.some((linie) => istZahl(linie.werte[stelle])));
  if (jahre.length < 2) return null;

  const alle = gezeigte.flatMap((linie) => linie.werte.filter(istZahl));
  const stufen = runde(Math.min(...alle), Math.max(...alle));
  const links = Math.max(...stufen.map((stufe) => laenge(beschriftung(stufe)))) + 8;
  const rechts = breite - Math.min(PLATZ, Math.max(...gezeigte.map((linie) => Math.max(...schild(linie).map(laenge))))) - 10;
  const [erstes, letztes] = [jahre[0], jahre[jahre.length - 1]];
  const x = (eines) => links + ((eines - erstes) / (letztes - erstes)) * (rechts - links);
  const y = (wert) => HOEHE - UNTEN - ((wert - stufen[0]) / (stufen[stufen.length - 1] - stufen[0])) * (HOEHE - OBEN - UNTEN);

  function element(name, eigenschaften, text) {
    const neues = document.createElementNS(NS, name);
    for (const [eigenschaft, wert] of Object.entries(eigenschaften)) neues.setAttribute(eigenschaft, wert);
    if (text !== undefined) neues.textContent = text;
    return neues;
  }

  function laenge(text) {
    return text.length * SCHRIFT * 0.58;
  }

  function beschriftung(stufe) {
    const ziffern = Math.max(0, Math.min(kennzahl.ziffern, 2));
    return daten.zahl(stufe, stufen && stufen.every((eine) => Number.isInteger(eine)) ? 0 : ziffern);
  }

  // Two to five round numbers around all values.
  function runde(unten, oben) {
    const spanne = oben - unten || Math.abs(oben) || 1;
    const potenz = 10 ** Math.floor(Math.log10(spanne / 3));
    const schritt = [1, 2, 5, 10].map((faktor) => faktor * potenz).find((einer) => spanne / einer <= 3.5);
    const erste = Math.floor(unten / schritt + 1e-9), letzte = Math.max(erste + 1, Math.ceil(oben / schritt - 1e-9));
    return Array.from({ length: letzte - erste + 1 }, (_, stelle) => Number(((erste + stelle) * schritt).toPrecision(12)));
  }

  // A pinned place has its letter, which the table under the chart explains where the name is too long.
  function schild({ name, zeichen }) {
    if (!zeichen) return zeilen(name);
    return [laenge(`${zeichen} ${name}`) <= PLATZ ? `${zeichen} ${name}` : zeichen];
  }

  // Long names are broken once, behind a hyphen or a blank.
  function zeilen(name) {
    if (laenge(name) <= PLATZ) return [name];
    const stellen = [...name.matchAll(/[-/ ]/g)].map((treffer) => treffer.index + 1);
    const stelle = stellen.sort((a, b) => Math.abs(a - name.length / 2) - Math.abs(b - name.length / 2))[0];
    return stelle ? [name.slice(0, stelle).trim(), name.slice(stelle)] : [name];
  }

  // A stretch ends at a break and at a value that is missing; a year without a row is only skipped.
  function strecken(werte) {
    const fertige = [];
    let punkte = [], vorher = 0;
    const schliesse = () => {
      if (punkte.length) fertige.push(punkte);
      punkte = [];
    };
    kennzahl.jahre.forEach((eines, stelle) => {
      const wert = werte[stelle];
      if (wert === "") return;
      if (!istZahl(wert) || brueche.some((bruch) => vorher < bruch && bruch <= eines)) schliesse();
      if (istZahl(wert)) punkte.push([x(eines), y(wert)]);
      vorher = eines;
    });
    schliesse();
    return fertige;
  }

  function* achsen() {
    for (const stufe of stufen) {
      yield element("path", { class: "netz", d: `M${links} ${y(stufe)}H${rechts}` });
      yield element("text", { class: "leise", x: links - 6, y: y(stufe) + 4, "text-anchor": "end" }, beschriftung(stufe));
    }
    yield element("text", { class: "leise", x: links, y: HOEHE - 6 }, erstes);
    yield element("text", { class: "leise", x: rechts, y: HOEHE - 6, "text-anchor": "end" }, letztes);
    for (const bruch of brueche.filter((einer) => einer > erstes && einer <= letztes)) {
      const ort = x(bruch) - Math.min(6, (rechts - links) / (letztes - erstes) / 2);
      yield element("path", { class: "bruch", d: `M${ort} ${OBEN - 6}V${HOEHE - UNTEN}` });
    }
    if (jahr > erstes && jahr < letztes) yield element("path", { class: "jahr", d: `M${x(jahr)} ${OBEN - 6}V${HOEHE - UNTEN}` });
  }

  function* linie(eine) {
    for (const punkte of strecken(eine.werte)) {
      if (punkte.length === 1) yield element("circle", { class: `punkt linie-${eine.art}`, cx: punkte[0][0], cy: punkte[0][1], r: 3 });
      else yield element("path", { class: `linie linie-${eine.art}`, d: `M${punkte.map((punkt) => punkt.map((zahl) => zahl.toFixed(1)).join(" ")).join("L")}` });
    }
    const jetzt = eine.werte[kennzahl.jahre.indexOf(jahr)];
    if (istZahl(jetzt)) yield element("circle", { class: `punkt linie-${eine.art}`, cx: x(jahr), cy: y(jetzt), r: 4 });
  }

  // Names stand at the ends of their lines and move apart where they would lie on one another.
  function* namen() {
    const schilder = gezeigte.map((eine) => {
      const stelle = eine.werte.findLastIndex(istZahl);
      const text = schild(eine);
      return { eine, text, mitte: y(eine.werte[stelle]), hoch: text.length * ZEILE };
    }).sort((a, b) => a.mitte - b.mitte);
    let frei = 0;
    for (const eines of schilder) {
      eines.oben = Math.max(frei, eines.mitte - eines.hoch / 2);
      frei = eines.oben + eines.hoch + 1;
    }
    let grenze = HOEHE;
    for (const eines of [...schilder].reverse()) {
      eines.oben = Math.min(eines.oben, grenze - eines.hoch);
      grenze = eines.oben - 1;
    }
    for (const { eine, text, oben } of schilder) {
      for (const [stelle, zeile] of text.entries()) {
        yield element("text", { class: `name linie-${eine.art}`, x: rechts + 9, y: oben + ZEILE * stelle + 12 }, zeile);
      }
    }
  }

  const bild = element("svg", { viewBox: `0 0 ${breite} ${HOEHE}`, width: breite, height: HOEHE, role: "img", "aria-labelledby": "verlauf-titel verlauf-text" });
  const spannen = gezeigte.map((eine) => {
    const von = eine.werte.findIndex(istZahl), bis = eine.werte.findLastIndex(istZahl);
    return `${eine.name}: ${daten.text(kennzahl, eine.werte[von])} (${kennzahl.jahre[von]}), ${daten.text(kennzahl, eine.werte[bis])} (${kennzahl.jahre[bis]}).`;
  });
  const luecke = brueche.length ? ` Werte vor und ab ${brueche.join(" und ")} sind nicht vergleichbar.` : "";
  bild.append(
    element("title", { id: "verlauf-titel" }, `${kennzahl.titel}, Verlauf ${erstes} bis ${letztes}`),
    element("desc", { id: "verlauf-text" }, spannen.join(" ") + luecke),
    ...achsen(),
    ...[...gezeigte].reverse().flatMap((eine) => [...linie(eine)]),
    ...namen(),
  );
  return bild;
}
