// Elements of HTML and SVG, made with their attributes and what is in them.
const html = (tag, attributes, ...content) => filled(document.createElement(tag), attributes, content);
const svg = (tag, attributes, ...content) => filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, content);

function filled(element, attributes, content) {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

// What is as it should be is left alone: each change makes the browser lay out and paint anew.
function setText(element, text) {
  if (element.textContent !== String(text)) element.textContent = text;
}

function setAttributes(element, attributes) {
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== String(value)) element.setAttribute(name, value);
  }
}

// On paper the address is that of what is shown, not of the page as it begins.
function printAddress() {
  const place = document.querySelector(".fuss .nur-druck");
  const { href } = document.querySelector("link[rel=canonical]");
  if (place) setText(place, place.textContent.replace(/https?:\S+/, () => href + location.search));
}
