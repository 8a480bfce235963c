import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What a gloss says of the entry instead of its meaning. */
const NOT_A_MEANING =
  /^(?:CL:|(?:old |archaic |Japanese |ancient |Taiwan |erhua |colloquial |nonstandard )*(?:variant|form) of |also written |also pr\.|Taiwan pr\.|used in |classifier|abbr\. for \S+$|particle)/u

/** Entries of CC-CEDICT: `{ traditional, simplified, pinyin, english }`. */
export function readCedict(folder) {
  return JSON.parse(readFileSync(join(folder, 'cedict.json'), 'utf8'))
}

/**
 * The glosses of an entry as `[text, weight]`, without notes, readings and Chinese. What stands behind the
 * first comma of a name's gloss describes the bearer (`Zhengzhou, capital of Henan`) and counts little.
 */
export function glossesOf(entry) {
  const isName = /^[A-Z]/u.test(entry.pinyin)
  const glosses = []
  for (const english of entry.english) {
    for (const part of english.split(/[;/]/u)) {
      const text = part
        .replaceAll(/\([^()]*\)/gu, ' ')
        .replaceAll(/\[[^\]]*\]/gu, ' ')
        .trim()
      if (text === '' || NOT_A_MEANING.test(text)) continue
      const plain = text.replace(/^surname /u, '').replace(/^(?:abbr\. for|see also|see) /u, '')
      const comma = isName ? plain.indexOf(',') : -1
      if (comma < 0) glosses.push([plain, 1])
      else glosses.push([plain.slice(0, comma), 1], [plain.slice(comma), 0.25])
    }
  }
  return glosses.slice(0, 40)
}

/** The headwords, simplified, that an entry refers to instead of explaining itself. */
export function referencesOf(entry) {
  return entry.english.flatMap((english) =>
    [
      ...english.matchAll(
        /(?:^|; )(?:see(?: also)?|abbr\. for|(?:\w+ )?variant of|erhua variant of) (?:[^\s|[\]]+\|)?([^\s|[\],]+)/gu,
      ),
    ].map(([, headword]) => headword),
  )
}

/**
 * Traditional characters and the simplified one that most entries give for them. A character that stands for
 * itself more often is left out.
 */
export function simplifiedCharacters(entries) {
  const counts = new Map()
  for (const { traditional, simplified } of entries) {
    if (traditional.length !== simplified.length) continue
    for (let at = 0; at < traditional.length; at += 1) {
      const [from, to] = [traditional[at], simplified[at]]
      if (/[\ud800-\udfff]/u.test(from + to) || !/\p{Script=Han}/u.test(from)) continue
      const targets = counts.get(from) ?? new Map()
      targets.set(to, (targets.get(to) ?? 0) + 1)
      counts.set(from, targets)
    }
  }
  return new Map(
    [...counts]
      .map(([from, targets]) => [from, [...targets].toSorted((one, other) => other[1] - one[1])[0][0]])
      .filter(([from, to]) => from !== to),
  )
}

/**
 * The readings of each character, the commonest first: from entries of one character, ordered by the running
 * words in which a longer entry gives the character that reading. `countOf` says how often a word occurs.
 */
export function characterReadings(entries, simplify, countOf) {
  const readings = new Map()
  for (const { simplified, pinyin } of entries) {
    const syllable = syllablesOf(pinyin)[0]
    if ([...simplified].length !== 1 || !/^\p{Script=Han}$/u.test(simplified) || syllable === undefined)
      continue
    const character = simplify(simplified)
    const known = readings.get(character) ?? new Map()
    known.set(syllable, known.get(syllable) ?? 0)
    readings.set(character, known)
  }
  for (const { simplified, pinyin } of entries) {
    const characters = [...simplified]
    const syllables = syllablesOf(pinyin)
    if (characters.length < 2 || characters.length !== syllables.length) continue
    const count = 1 + countOf(simplify(simplified))
    characters.forEach((character, index) => {
      const known = readings.get(simplify(character))
      if (known?.has(syllables[index])) known.set(syllables[index], known.get(syllables[index]) + count)
    })
  }
  return [...readings].map(([character, known]) => [
    character,
    [...known]
      .toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
      .map(([reading]) => reading),
  ])
}

/** Pinyin syllables without tones, `v` for ü; empty when something else is among them. */
function syllablesOf(pinyin) {
  const syllables = pinyin.toLowerCase().replaceAll('u:', 'v').replaceAll(/\d/gu, '').split(' ')
  return syllables.every((syllable) => /^[a-z]+$/u.test(syllable) && syllable !== 'xx') ? syllables : []
}
