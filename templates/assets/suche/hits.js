// What was found as people see it: the answer itself first, large; each entry begins with its link.
function createHits(root) {
  // From a file system no server adds the name of a folder's page.
  const isLocal = location.protocol === "file:";
  const address = (href) => root + (isLocal ? href.replace(/(^|\/)(?=$|[?#])/, "$1index.html") : href);
  const question = (text) => `${address("suche/")}?q=${encodeURIComponent(text)}`;

  // The words that were asked for, as they stand in a title.
  function marked(text, terms) {
    const parts = text.split(/([\p{L}\p{N}]+)/u);
    return parts.map((part) => (terms.includes(part.toLowerCase()) ? html("mark", {}, part) : part));
  }

  const target = (title, terms) => html("span", { class: "ziel" }, ...marked(title, terms));
  const beside = (text) => html("span", { class: "dazu" }, text);

  function answer({ title, value, note, href, lines = [] }, terms) {
    const link = html("a", { href: address(href) }, target(title, terms));
    if (value) link.append(" ", html("b", {}, value));
    link.append(...lines.flatMap((line) => [" ", html("span", { class: "zeile" }, line)]));
    if (note) link.append(" ", beside(note));
    return html("li", { class: "antwort" }, link);
  }

  // Short, for the list under the field: the whole entry is the link.
  function short({ href, title, kindName, summary }, terms) {
    const said = [kindName, summary].filter(Boolean).join(": ");
    return html("li", {}, html("a", { href: address(href) }, target(title, terms), " ", beside(said)));
  }

  function long({ href, title, kindName, summary, where }, terms) {
    const item = html("li", {}, html("a", { href: address(href) }, target(title, terms)));
    item.append(" ", html("span", { class: "dazu" }, [kindName, where].filter(Boolean).join(" · ")));
    if (summary) item.append(html("p", {}, ...marked(summary, terms)));
    return item;
  }

  // What is heard of the first: an answer with its figure.
  function first({ answers, hits }) {
    const [one] = [...answers, ...hits];
    return [one.title, one.value].filter(Boolean).join(": ");
  }

  return { address, question, answer, short, long, first };
}
