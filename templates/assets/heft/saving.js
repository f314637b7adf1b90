// A dossier as one file that needs nothing else: styles and pictures are within it, no script is.
const POLICY = "default-src 'none'; style-src data:; img-src data:";

const textOf = async (address) => (await fetch(address)).text();

async function dataOf(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(address);
  const blob = await answer.blob();
  return new Promise((done, fail) => {
    const reader = Object.assign(new FileReader(), { onload: () => done(reader.result), onerror: fail });
    reader.readAsDataURL(blob);
  });
}

const styleOf = (text) => new Promise((done) => {
  const reader = Object.assign(new FileReader(), { onload: () => done(reader.result) });
  reader.readAsDataURL(new Blob([text], { type: "text/css" }));
});

async function wholeOf(content, title, styles) {
  const copy = content.cloneNode(true);
  const data = new Map();
  const pictures = [...copy.querySelectorAll("img[src], source[srcset], image[href]")];
  for (const one of pictures) {
    const name = ["srcset", "src", "href"].find((name) => one.hasAttribute(name));
    const address = one.getAttribute(name);
    if (!data.has(address)) data.set(address, await dataOf(address));
    one.setAttribute(name, data.get(address));
  }
  const page = document.implementation.createHTMLDocument(title);
  page.documentElement.lang = document.documentElement.lang;
  const metas = ["[charset]", "[name=viewport]", "[name=color-scheme]", "[http-equiv]"].map((one) => page.importNode(document.head.querySelector(`meta${one}`)));
  metas.at(-1).setAttribute("content", POLICY);
  page.head.prepend(...metas, html("link", { rel: "stylesheet", href: await styleOf(styles.join("\n")) }));
  const main = html("main", { id: "inhalt", class: "heft-datei" }, ...copy.childNodes);
  page.body.append(main);
  return `<!DOCTYPE html>\n${page.documentElement.outerHTML}\n`;
}

function download(text, name) {
  const file = URL.createObjectURL(new Blob([text], { type: "text/html;charset=utf-8" }));
  const link = html("a", { href: file, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(file), 1000);
}
