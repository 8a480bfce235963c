import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { stemByRule, stripDerivation, stripInflection } from '../../src/shared/lexicon/stem-english.ts'
import { ENGLISH_STOPWORDS } from '../../src/shared/lexicon/stopwords.ts'
import { foldText } from '../../src/shared/text/fold.ts'
import {
  characterReadings,
  glossesOf,
  readCedict,
  referencesOf,
  simplifiedCharacters,
} from './read-cedict.mjs'
import { chineseTerms, isRanked, lemmasOf, readEcdict, shareOf } from './read-ecdict.mjs'
import { SOURCES } from './sources.mjs'

/** As many stems a headword may have. */
const MOST_STEMS = 40
/** What a translation counts by the English word's rank: translators choose common words. Found by trying. */
const WEIGHT_BY_RANK = [
  [2000, 3],
  [5000, 2],
  [15_000, 1],
  [Infinity, 0.5],
]
const WEIGHT_WITHOUT_RANK = 0.15
/** By how much each translation of an English word counts less than the one before. */
const DECAY = 0.25

/** Everything the lexicon is made of, as `buildLexicon` takes it, from the unpacked packages. */
export function gatherEntries(folders) {
  const cedict = readCedict(folders.cedict)
  const ecdict = readEcdict(folders.ecdict)
  const simplified = simplifiedCharacters(cedict)
  const fold = (text) => foldText(text).text.replaceAll(/./gu, (sign) => simplified.get(sign) ?? sign)
  const counts = readCounts(join(folders.jieba, 'dict.txt'), fold)
  const stems = createStemmer(ecdict)

  const headwords = new Map()
  const add = (word, stem, weight) => {
    const glosses = headwords.get(word) ?? new Map()
    glosses.set(stem, (glosses.get(stem) ?? 0) + weight)
    headwords.set(word, glosses)
  }
  const addGloss = (word, text, weight) => {
    const words = contentWords(text)
    for (const english of words) add(word, stems.stem(english), weight / words.length)
  }

  const bySimplified = Map.groupBy(cedict, ({ simplified: word }) => word)
  for (const entry of cedict) {
    const word = fold(entry.simplified)
    for (const [text, weight] of glossesOf(entry)) addGloss(word, text, weight)
    for (const target of referencesOf(entry)) {
      for (const other of bySimplified.get(target) ?? []) {
        if (other === entry) continue
        for (const [text, weight] of glossesOf(other)) addGloss(word, text, weight / 2)
      }
    }
  }
  const known = new Set(headwords.keys())
  for (const row of ecdict) {
    const weight = weightOf(row)
    const words = row.word.trim().split(/\s+/u).length
    if (words > 4) continue
    for (const [place, term] of chineseTerms(row.translation).entries()) {
      const word = fold(term)
      const isWord = known.has(word) || counts.of(word) > 0
      if (isWord || (isRanked(row) && words === 1 && term.length <= 4)) {
        addGloss(word, row.word, weight / (1 + DECAY * place))
      }
    }
  }

  return {
    sources: SOURCES,
    chinese: [...headwords].map(([word, glosses]) => ({
      word,
      share: counts.of(word) / counts.total,
      glosses: [...glosses]
        .toSorted((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
        .slice(0, MOST_STEMS),
    })),
    english: stems.shares,
    forms: stems.exceptions(),
    pinyin: characterReadings(cedict, fold, counts.of),
    simplified,
  }
}

function weightOf(row) {
  if (!isRanked(row)) return WEIGHT_WITHOUT_RANK
  const rank = Math.min(...[row.bnc, row.frq].filter((number) => number > 0))
  return WEIGHT_BY_RANK.find(([last]) => rank < last)[1]
}

/** The words of a gloss that mean something; all of them when none does. */
function contentWords(text) {
  const words = text
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘]/gu, "'")
    .replaceAll(/n't\b|'(?:s|re|ve|ll|d|m)\b/gu, ' ')
    .match(/[a-z]+|[a-z][a-z\d]+/gu)
  const content = (words ?? []).filter((word) => !ENGLISH_STOPWORDS.has(word))
  return content.length > 0 ? content : (words ?? []).slice(0, 2)
}

/** How often each Chinese word occurs in jieba's counts; spellings that fold together are added up. */
function readCounts(path, fold) {
  const counts = new Map()
  let total = 0
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const [text = '', count = ''] = line.split(' ')
    if (text === '') continue
    const word = fold(text)
    counts.set(word, (counts.get(word) ?? 0) + Number(count))
    total += Number(count)
  }
  return { of: (word) => counts.get(word) ?? 0, total }
}

/** Stems of English words by ECDICT's lists of forms, the words' shares, and where the rules alone fail. */
function createStemmer(ecdict) {
  const { lemmas, ranked } = lemmasOf(ecdict)
  const isVerbForm = (word) => /(?:ed|ing)$/u.test(word)
  const bases = new Set(
    [...ranked.keys()].filter((word) => !isVerbForm(word)).map((word) => stripDerivation(word)),
  )
  // `civilized` has an entry of its own, `news` too: only the first goes to its base.
  const isOwnLemma = (word) =>
    ranked.has(word) && !(isVerbForm(word) && bases.has(stripDerivation(stripInflection(word))))
  const stems = new Map()
  const stem = (word) => {
    let found = stems.get(word)
    if (found === undefined) {
      found = stripDerivation(lemmas.get(word) ?? (isOwnLemma(word) ? word : stripInflection(word)))
      stems.set(word, found)
    }
    return found
  }
  const shares = new Map()
  for (const [word, row] of ranked) {
    if (/^[a-z]+$/u.test(word)) shares.set(stem(word), (shares.get(stem(word)) ?? 0) + shareOf(row))
  }
  for (const form of lemmas.keys()) stem(form)
  return {
    stem,
    shares,
    exceptions: () => [...stems].filter(([word, found]) => stemByRule(word) !== found),
  }
}
