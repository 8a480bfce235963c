import type { LanguageTag } from '../../../shared/domain/article.ts'
import { detectLanguage } from '../../../shared/text/detect-language.ts'

/** What is odd about the languages of a pair, as far as aligning is concerned. */
export type PairOddity =
  /** Both texts are in one language. */
  | { readonly kind: 'same-language'; readonly language: LanguageTag }
  /** Each text reads as the language that the other is said to be in. */
  | { readonly kind: 'languages-swapped'; readonly left: LanguageTag; readonly right: LanguageTag }
  /** Nothing is wrong, but Chinese stands on the right. */
  | { readonly kind: 'chinese-right' }

export interface OddityInput {
  readonly language: LanguageTag
  /** Some of the text; '' while none has come. */
  readonly sample: string
}

/** Below this the text itself proves nothing. */
const SURE = 0.6

/** Looks at what the articles say of themselves, and at what their texts read like. */
export function oddityOf(
  left: OddityInput,
  right: OddityInput,
  shownFirst: 'left' | 'right',
): PairOddity | null {
  const declared = [primary(left.language), primary(right.language)] as const
  const read = [readAs(left), readAs(right)] as const
  const [leftReads, rightReads] = read
  if (
    declared[0] !== declared[1] &&
    leftReads !== null &&
    rightReads !== null &&
    primary(leftReads) === declared[1] &&
    primary(rightReads) === declared[0]
  ) {
    return { kind: 'languages-swapped', left: leftReads, right: rightReads }
  }
  if (declared[0] === declared[1]) return { kind: 'same-language', language: left.language }
  const first = shownFirst === 'left' ? declared[0] : declared[1]
  const chinese = declared.includes('zh')
  return chinese && first !== 'zh' ? { kind: 'chinese-right' } : null
}

function readAs({ sample }: OddityInput): LanguageTag | null {
  if (sample.trim() === '') return null
  const { language, confidence } = detectLanguage(sample)
  return language === 'und' || confidence < SURE ? null : language
}

function primary(language: LanguageTag): string {
  return language.split('-')[0] ?? language
}
