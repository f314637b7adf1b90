// What the comparison says of two figures, and of a place in both.
function vergleichWorte(daten) {
  "use strict";
  const DRITTEL = ["unteres Drittel", "mittleres Drittel", "oberes Drittel"];
  const EBENEN = { kommunen: "Kommunen", raeume: "Betrachtungsräume" };

  const mitJahr = (fall, stelle) => `${[fall.x, fall.y][stelle].titel} ${fall.jahre[stelle]}`;
  const mitEinheit = (eine) => (eine.einheit ? `${eine.titel}, ${eine.einheit}` : eine.titel);

  function antwort(fall, ebene) {
    if (!fall.beziehung) return "Für diese beiden Zahlen gibt es zu wenige gemeinsame Werte.";
    return zusammenhang.antwort(fall.x.titel, fall.y.titel, fall.beziehung, EBENEN[ebene]);
  }

  function gesagt(fall, einer) {
    const teile = [["x", "dx"], ["y", "dy"]].map(([achse, drittel]) => {
      const text = `${fall[achse].titel} ${daten.text(fall[achse], einer[achse])}`;
      return drittel in einer ? `${text} (${DRITTEL[einer[drittel]]})` : text;
    });
    return `${einer.name}: ${teile.join(", ")}`;
  }

  return { DRITTEL, EBENEN, mitJahr, mitEinheit, antwort, gesagt };
}
