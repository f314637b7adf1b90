// Elements of HTML and SVG, made with their attributes and what is in them.
const zeichnen = (() => {
  "use strict";
  const SVG = "http://www.w3.org/2000/svg";

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

  return { neu, form };
})();
