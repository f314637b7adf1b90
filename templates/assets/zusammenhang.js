// Two figures of the same areas: how far they go together, in numbers, in thirds and in words.
// The same rules as fokusbericht/statistics/relate.py and fokusbericht/pages/vergleich_words.py.
const zusammenhang = (() => {
  "use strict";
  const WENIGSTE = 3; // areas without which nothing is said
  const KLEIN = 10; // areas below which chance alone makes strong relations
  const ABSTAND = 0.2; // from this difference of the two coefficients on, single areas shape one
  const RUCK = 0.1; // an area without which a coefficient changes by so much is named
  const STUFEN = [[0.2, "kein nennenswerter"], [0.4, "schwacher"], [0.7, "mittlerer"], [2, "starker"]];

  // As shown, halves away from zero; what a float cannot tell from a half is one.
  const gezeigt = (wert) => Math.sign(wert) * Math.round(Math.abs(wert) * 100 + 1e-9) / 100;

  function zahl(wert) {
    const text = Math.abs(gezeigt(wert)).toLocaleString("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    return gezeigt(wert) < 0 ? `\u2212${text}` : text;
  }

  // The rank of each value from 1 for the lowest on; equal ones share their mean.
  function raenge(werte) {
    const geordnet = [...werte].sort((a, b) => a - b);
    return werte.map((wert) => (geordnet.indexOf(wert) + geordnet.lastIndexOf(wert)) / 2 + 1);
  }

  function korrelation(xs, ys) {
    if (xs.length < WENIGSTE || new Set(xs).size < 2 || new Set(ys).size < 2) return null;
    const mittel = (werte) => werte.reduce((summe, wert) => summe + wert, 0) / werte.length;
    const [mx, my] = [mittel(xs), mittel(ys)];
    let [xy, xx, yy] = [0, 0, 0];
    xs.forEach((x, i) => {
      xy += (x - mx) * (ys[i] - my);
      xx += (x - mx) ** 2;
      yy += (ys[i] - my) ** 2;
    });
    return Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  }

  function beziehung(xs, ys) {
    const pearson = korrelation(xs, ys);
    if (pearson === null) return null;
    return { spearman: korrelation(raenge(xs), raenge(ys)), pearson, n: xs.length };
  }

  // Whether each value is in the lower (0), middle (1) or upper third (2); equal ones in the same.
  function drittel(werte) {
    return raenge(werte).map((rang) => {
      const platz = 3 * (2 * rang - 1);
      return platz < 2 * werte.length ? 0 : platz > 4 * werte.length ? 2 : 1;
    });
  }

  function worte({ spearman }) {
    const staerke = STUFEN.find(([grenze]) => Math.abs(gezeigt(spearman)) < grenze)[1];
    if (staerke === STUFEN[0][1]) return `${staerke} Zusammenhang`;
    return `${staerke} ${spearman > 0 ? "gleichläufiger" : "gegenläufiger"} Zusammenhang`;
  }

  const ohneStelle = (werte, stelle) => werte.filter((_, nummer) => nummer !== stelle);
  const gross = (text) => text[0].toUpperCase() + text.slice(1);

  function antwort(x, y, eine, orte) {
    const gesagt = worte(eine);
    const mass = `(Spearman ${zahl(eine.spearman)}, ${eine.n} ${orte})`;
    if (gesagt.startsWith(STUFEN[0][1])) return `${gross(gesagt)} ${mass}.`;
    const wenig = gesagt.startsWith(STUFEN[1][1]) ? "ein wenig " : "";
    const andere = eine.spearman > 0 ? "höheren" : "niedrigeren";
    return `${gross(gesagt)} ${mass}: Höhere Werte bei „${x}“ gehen ${wenig}mit ${andere} bei „${y}“ einher.`;
  }

  // Without which area a coefficient changes most; null if hardly.
  function ruck(eine, ohne, mass) {
    const wege = ohne.map((andere) => (andere ? Math.abs(gezeigt(andere[mass]) - gezeigt(eine[mass])) : 0));
    const weit = Math.max(0, ...wege);
    return gezeigt(weit) >= RUCK ? wege.indexOf(weit) : null;
  }

  // What to beware of: few areas, single ones that shape the result, years.
  function vorbehalte(xs, ys, namen, jahre, orte) {
    const eine = beziehung(xs, ys);
    const ohne = xs.map((_, i) => beziehung(ohneStelle(xs, i), ohneStelle(ys, i)));
    const saetze = [];
    if (eine.n < KLEIN) saetze.push(`Nur ${eine.n} ${orte}: So wenige können auch durch Zufall einen starken Zusammenhang zeigen.`);
    if (Math.abs(eine.spearman - eine.pearson) >= ABSTAND) {
      saetze.push(`Mit den Werten statt den Rangplätzen gerechnet (Pearson), ergibt sich anderes: Einzelne ${orte} mit ungewöhnlichen Werten oder ein gebogener Verlauf prägen das Bild.`);
    }
    const gezogen = ruck(eine, ohne, "pearson");
    if (gezogen !== null) {
      saetze.push(`Am stärksten wirkt ${namen[gezogen]} auf das Maß nach Pearson: Ohne diesen Ort läge es bei ${zahl(ohne[gezogen].pearson)} statt ${zahl(eine.pearson)}.`);
    }
    const gepraegt = ruck(eine, ohne, "spearman");
    if (gepraegt !== null) saetze.push(ohneDen(namen[gepraegt], eine, ohne[gepraegt]));
    else if (ohne.some(Boolean)) saetze.push(fest(ohne.filter(Boolean).map((andere) => andere.spearman)));
    saetze.push(zeit(...jahre));
    return saetze;
  }

  function ohneDen(name, eine, andere) {
    const artikel = worte(andere).startsWith(STUFEN[0][1]) ? "" : "ein ";
    return `Ohne ${name} ergäbe sich ${artikel}${worte(andere)} (Spearman ${zahl(andere.spearman)} statt ${zahl(eine.spearman)}): Ein einzelner Ort prägt hier das Ergebnis.`;
  }

  function fest(werte) {
    const texte = [...new Set([Math.min(...werte), Math.max(...werte)].map(zahl))];
    const wo = texte.length === 1 ? `bei ${texte[0]}` : `zwischen ${texte.join(" und ")}`;
    return `Das Ergebnis hängt an keinem einzelnen Ort: Lässt man je einen weg, liegt das Maß nach Spearman ${wo}.`;
  }

  function zeit(x, y) {
    if (x === y) return `Beide Zahlen sind von ${x}, dem letzten Jahr, das es für beide gibt.`;
    return `Die Zahlen sind aus zwei verschiedenen Jahren, ${x} und ${y}: Ein gemeinsames Jahr gibt es nicht.`;
  }

  return { beziehung, drittel, antwort, vorbehalte };
})();
