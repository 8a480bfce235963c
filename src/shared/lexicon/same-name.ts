import type { NameEvidence } from '../domain/speaker.ts'
import type { Lexicon } from './lexicon.ts'
import { NameMatcher } from './name-evidence.ts'

/** A person's name in Chinese and what may be the same name in English. */
export interface NamePair {
  readonly chinese: string
  readonly english: string
}

/** Less than this is chance: one syllable, or what sounds alike only in part. */
const LEAST = 0.6

/** For each pair, why the two may be one person's name; null where nothing speaks for it. */
export function sameNames(pairs: readonly NamePair[], lexicon: Lexicon): (NameEvidence | null)[] {
  const matcher = new NameMatcher(lexicon)
  return pairs.map(({ chinese, english }) => {
    // Without the dots between its parts, which no sound stands for.
    const han = lexicon.simplify(chinese.normalize('NFKC')).replace(/\P{Script=Han}/gu, '')
    const words = wordsOf(english)
    // Li Na is one syllable and one syllable; 李娜 is both, in one order or the other.
    const whole = words.length > 1 ? [words.join(''), words.toReversed().join('')] : []
    const found = [...words, ...whole]
      .flatMap((word) => matcher.find(word, han) ?? [])
      .filter(({ score }) => score >= LEAST)
    return found.some(({ by }) => by === 'pinyin') ? 'pinyin' : found.length > 0 ? 'sound' : null
  })
}

/** The words of a name in lower case, without accents. */
function wordsOf(name: string): string[] {
  const plain = name
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
  return plain.match(/[a-z]{2,}/gu) ?? []
}
