// How many letters two words differ in; two that changed places count as one. Beyond `most` it is no longer counted.
function distance(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = [], last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let at = 1; at <= one.length; at += 1) {
    const row = [at];
    for (let to = 1; to <= other.length; to += 1) {
      const isSame = one[at - 1] === other[to - 1];
      row[to] = Math.min(last[to] + 1, row[to - 1] + 1, last[to - 1] + (isSame ? 0 : 1));
      if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) row[to] = Math.min(row[to], before[to - 2] + 1);
    }
    if (Math.min(...row) > most) return most + 1;
    [before, last] = [last, row];
  }
  return last[other.length];
}

// Which letters a word has, a bit each: of two words that are near, neither has many letters that the other lacks.
const letterBits = (word) => Array.from(word).reduce((bits, letter) => bits | (1 << letter.charCodeAt(0) % 32), 0);
const lacking = (one, other) => Math.max(countOf(one & ~other), countOf(other & ~one));

function countOf(bits) {
  let count = 0;
  for (; bits; count += 1) bits &= bits - 1;
  return count;
}

// Short words bear no typo: each would be another word.
const typosIn = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);
