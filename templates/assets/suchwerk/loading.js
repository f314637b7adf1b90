// Data comes as scripts that set a name: nothing else may be read by a page in a folder of one's own computer.
const waiting = new Map();
function loadData(root, file, name) {
  if (globalThis[name]) return Promise.resolve(globalThis[name]);
  if (!waiting.has(name)) waiting.set(name, loadScript(`${root}suche/${file}`, name));
  return waiting.get(name);
}

function loadScript(address, name) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.addEventListener("load", () => resolve(globalThis[name]));
    script.addEventListener("error", () => {
      waiting.delete(name);
      reject(new Error(address));
    });
    document.head.append(script);
  });
}
