/** How much of a word must be left when an ending is taken off. */
const LEAST_LEFT = 3

/**
 * Endings that make one word of another, the longest first, and what stands in their place. After the idea
 * of M. F. Porter's stemmer (1980), but lighter: what a translator does with a word (develop, development) is
 * brought together, what changes its meaning (hope, hopeless) is not.
 */
const DERIVED: readonly (readonly [ending: string, instead: string, leastLeft: number])[] = [
  // These look like the others and are not.
  ['business', 'business', 0],
  ['university', 'university', 0],
  ['ience', 'ience', 0],
  ['ization', 'ize', 3],
  ['isation', 'ize', 3],
  ['ational', 'ate', 4],
  ['ically', 'ic', 3],
  ['ation', 'ate', 4],
  ['ement', '', 4],
  ['tion', 't', 4],
  ['sion', 's', 4],
  ['ical', 'ic', 3],
  ['our', 'or', 3],
  ['ics', 'ic', 3],
  ['ness', '', 4],
  ['ment', '', 4],
  ['ance', '', 5],
  ['ence', '', 5],
  ['ancy', '', 5],
  ['ency', '', 5],
  ['ity', '', 4],
  ['ise', 'ize', 4],
  ['ily', 'y', 3],
  // What is left of `organised`.
  ['is', 'iz', 5],
  ['ive', '', 5],
  ['ful', '', 4],
  ['al', '', 5],
  ['ly', '', 4],
]

/** The plain form of a regular noun or verb form; a guess where no list of forms knows the word. */
export function stripInflection(word: string): string {
  if (word.length < 4) return word
  if (word.endsWith('ies')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  if (/(?:ss|sh|ch|x|z)es$/u.test(word)) return word.slice(0, -2)
  if (word.endsWith('s')) return /(?:ss|us|is)$/u.test(word) ? word : word.slice(0, -1)
  if (word.endsWith('ied')) return word.length > 4 ? `${word.slice(0, -3)}y` : word.slice(0, -1)
  for (const ending of ['ed', 'ing']) {
    const left = word.slice(0, -ending.length)
    if (!word.endsWith(ending) || left.length < LEAST_LEFT || !/[aeiouy]/u.test(left)) continue
    return /([bdfgkmnprt])\1$/u.test(left) ? left.slice(0, -1) : left
  }
  return word
}

/** The stem of a plain form: `civilization`, `civilize` → `civiliz`; `governance`, `govern` → `govern`. */
export function stripDerivation(lemma: string): string {
  let stem = lemma
  // Twice, for `diversifications` and its like: an ending may stand behind another.
  for (let round = 0; round < 2; round += 1) stem = withoutEnding(stem)
  if (stem.length > 3 && stem.endsWith('e')) stem = stem.slice(0, -1)
  return stem.length > 2 && stem.endsWith('y') ? `${stem.slice(0, -1)}i` : stem
}

function withoutEnding(word: string): string {
  for (const [ending, instead, leastLeft] of DERIVED) {
    if (word.endsWith(ending) && word.length - ending.length >= leastLeft) {
      return word.slice(0, -ending.length) + instead
    }
  }
  return word
}

/** The stem of a word no list of forms knows. */
export function stemByRule(lowerCaseWord: string): string {
  return stripDerivation(stripInflection(lowerCaseWord))
}
