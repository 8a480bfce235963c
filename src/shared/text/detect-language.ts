import type { LanguageTag } from '../domain/article.ts'
import { SIMPLIFIED_ONLY, TRADITIONAL_ONLY } from './chinese-script-characters.ts'

export interface DetectedLanguage {
  /** `zh-Hans`, `zh-Hant`, `en`, or `und` for anything else. */
  readonly language: LanguageTag
  /** From 0 to 1. Below 0.6 the user should be asked. */
  readonly confidence: number
}

/** Long texts are judged by their beginning, middle and end, this many code units each. */
const SAMPLE_LENGTH = 4_000

/** An English word says about as much as this many Chinese characters. */
const CHARACTERS_PER_WORD = 1.6

/** With more kana than this share of Han the text is Japanese. */
const KANA_SHARE = 0.1

/** English running text has some 35 % of these words; French, German or pinyin under 5 %. */
const ENGLISH_WORDS = new Set(
  'the of and to in is that for with was are by from this have has its said will on as be it at'.split(' '),
)
const ENGLISH_SHARE = 0.1

/** Fewer words than this are a title, where the lack of small words proves nothing. */
const FEW_WORDS = 20

/** With so many telling characters or words a text is long enough to be sure of. */
const ENOUGH = 12

/**
 * The language of a text by the share of its scripts, and whether its Chinese is simplified or traditional by
 * characters that only one of them has. Looks at a bounded sample. Where scripts mix, the larger share wins;
 * where nothing tells simplified from traditional, it is `zh-Hans` with little confidence.
 */
export function detectLanguage(text: string): DetectedLanguage {
  const counts = countScripts(sampleOf(text))
  const words = counts.words.length
  const chinese = counts.han
  const latin = words * CHARACTERS_PER_WORD
  const total = chinese + latin + counts.kana + counts.other
  if (total === 0) return { language: 'und', confidence: 0 }
  if (chinese >= latin && chinese >= counts.other && counts.kana <= chinese * KANA_SHARE) {
    return chineseScript(counts, chinese / total)
  }
  if (latin > counts.other + counts.kana && latin > chinese) return english(counts.words, latin / total)
  return { language: 'und', confidence: 1 - Math.max(chinese, latin) / (2 * total) }
}

interface ScriptCounts {
  han: number
  kana: number
  /** Letters of scripts that are neither Han, kana nor Latin. */
  other: number
  simplified: number
  traditional: number
  /** Latin words in small letters. */
  words: string[]
}

function countScripts(sample: string): ScriptCounts {
  const counts: ScriptCounts = { han: 0, kana: 0, other: 0, simplified: 0, traditional: 0, words: [] }
  counts.words = sample.toLowerCase().match(/\p{Script=Latin}+/gu) ?? []
  for (const character of sample) {
    if (character <= '\u024f' || !/\p{L}/u.test(character)) continue
    if (/\p{Script=Han}/u.test(character)) {
      counts.han += 1
      if (SIMPLIFIED_ONLY.has(character)) counts.simplified += 1
      if (TRADITIONAL_ONLY.has(character)) counts.traditional += 1
    } else if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(character)) {
      counts.kana += 1
    } else if (!/\p{Script=Latin}/u.test(character)) {
      counts.other += 1
    }
  }
  return counts
}

function chineseScript(counts: ScriptCounts, share: number): DetectedLanguage {
  const telling = counts.simplified + counts.traditional
  const language = counts.traditional > counts.simplified ? 'zh-Hant' : 'zh-Hans'
  const majority = telling === 0 ? 0.5 : Math.max(counts.simplified, counts.traditional) / telling
  return { language, confidence: share * towardsCertainty(majority, telling) }
}

function english(words: readonly string[], share: number): DetectedLanguage {
  const known = words.filter((word) => ENGLISH_WORDS.has(word)).length
  if (words.length >= FEW_WORDS && known < words.length * ENGLISH_SHARE) {
    return { language: 'und', confidence: share * 0.6 }
  }
  return { language: 'en', confidence: share * towardsCertainty(known === 0 ? 0.5 : 1, words.length) }
}

/** From an even chance towards `majority` as evidence grows: one telling character is a hint, nine are proof. */
function towardsCertainty(majority: number, evidence: number): number {
  const weight = Math.min(1, (evidence + ENOUGH / 4) / ENOUGH)
  return evidence === 0 ? 0.5 : 0.5 + (majority - 0.5) * weight
}

function sampleOf(text: string): string {
  if (text.length <= SAMPLE_LENGTH * 3) return text
  const middle = Math.floor((text.length - SAMPLE_LENGTH) / 2)
  return [
    text.slice(0, SAMPLE_LENGTH),
    text.slice(middle, middle + SAMPLE_LENGTH),
    text.slice(-SAMPLE_LENGTH),
  ].join('\n')
}
