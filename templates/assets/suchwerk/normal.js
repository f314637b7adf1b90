// Words as the search compares them, by the rules of fokusbericht/search/normal.py and stemmer.py:
// small letters without dots, ae as ä, ß as ss, as stems. A test holds both against each other.
const unseen = /[\u00ad\u200b\u200c\u200d\u2060\ufeff]/g;
const gendered = /(?<=[a-zäöüß])[*:_/]-?in(nen)?(?![a-zäöüß])/g;
const wordPattern = /[0-9a-z\u00df-\u00f6\u00f8-\u017f]+/g;

const rawWords = (text) => text.replace(unseen, "").normalize("NFC").toLowerCase().replace(gendered, "in$1").match(wordPattern) ?? [];

const fold = (word) => word.replaceAll("ß", "ss").replace(/[ao]e|(?<![aeq])ue/g, (two) => two[0]).normalize("NFD").replace(/[\u0300-\u036f]/g, "");

function stem(word) {
  while (word.length >= 4) {
    const shorter = withoutEnding(word);
    if (shorter === word) break;
    word = shorter;
  }
  return word;
}

function withoutEnding(word) {
  if (word.length > 5) {
    for (const ending of [/inn$|(?<![ae])in$/, /e[mr]$|nd$/]) if (ending.test(word)) return word.replace(ending, "");
  }
  return word.replace(/[en]$|(?<=...[^s])s$/, "");
}

const known = new Map();
function termOf(word) {
  if (!known.has(word)) known.set(word, stem(fold(word)));
  return known.get(word);
}
