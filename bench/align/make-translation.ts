import type { Lexicon } from '../../src/shared/lexicon/lexicon.ts'
import { randomNumbers } from './random.ts'

export interface MadeTranslation {
  readonly chinese: string[]
  readonly english: string[]
}

const LEAST_WORDS = 6
const MOST_WORDS = 30
/** How many words of the lexicon the texts are made of. */
const VOCABULARY = 6000

/**
 * Two texts of so many sentences made from a lexicon: words by Zipf's law, each rendered by one of its glosses
 * or left out, in nearly the same order; sentences are now and then joined, divided or left out. The same for
 * the same count.
 */
export function makeTranslation(lexicon: Lexicon, sentences: number): MadeTranslation {
  const random = randomNumbers(sentences)
  const words = commonWords(lexicon)
  const chinese: string[] = []
  const english: string[] = []
  let carried = ''
  for (let index = 0; index < sentences; index += 1) {
    const length = LEAST_WORDS + Math.floor((MOST_WORDS - LEAST_WORDS) * random() * random())
    const chosen = Array.from({ length }, () => words[Math.floor(words.length ** random()) - 1] ?? 0)
    chinese.push(`${chosen.map((word) => lexicon.chineseWord(word)).join('')}。`)
    const rendered = chosen
      .filter(() => random() < 0.75)
      .map((word, place) => ({ text: glossOf(lexicon, word, random()), place: place + 4 * random() }))
      .toSorted((a, b) => a.place - b.place)
      .map(({ text }) => text)
    const fate = random()
    if (fate < 0.02) continue
    if (fate < 0.1) {
      carried += `${rendered.join(' ')}, and `
      continue
    }
    const half = Math.ceil(rendered.length / 2)
    if (fate < 0.2 && rendered.length > 6 && carried === '') {
      english.push(`The ${rendered.slice(0, half).join(' ')}.`, `Then ${rendered.slice(half).join(' ')}.`)
    } else {
      english.push(`The ${carried}${rendered.join(' ')}.`)
    }
    carried = ''
  }
  return { chinese, english }
}

function commonWords(lexicon: Lexicon): number[] {
  const words: number[] = []
  for (let word = 0; word < lexicon.chineseCount; word += 1) {
    const hasGloss = (lexicon.glossStart[word] ?? 0) < (lexicon.glossStart[word + 1] ?? 0)
    if (hasGloss && lexicon.chineseWord(word).length > 1) words.push(word)
  }
  const frequency = (word: number): number => lexicon.chineseFrequency[word] ?? 0
  return words.toSorted((a, b) => frequency(b) - frequency(a) || a - b).slice(0, VOCABULARY)
}

function glossOf(lexicon: Lexicon, word: number, chance: number): string {
  const start = lexicon.glossStart[word] ?? 0
  const count = (lexicon.glossStart[word + 1] ?? 0) - start
  return lexicon.englishWord(lexicon.glossWords[start + Math.floor(count * chance * chance)] ?? 0)
}
