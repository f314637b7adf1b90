// Sentences out of phrases that the program says, too: what stands in braces is filled in.
// Which there are is told in fokusbericht/words/scripts.py.
const fill = (phrase, values) => phrase.replace(/\{(\w+)\}/g, (_, name) => values[name]);
const begun = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const listing = (names, and) => (names.length > 1 ? `${names.slice(0, -1).join(", ")}${and}${names.at(-1)}` : names[0]);
