import type { LanguageTag, Side } from '../../domain/article.ts'

/** Which side of a pair is the source: `left`, `right`, or the tag of its language. */
export type SourceChoice = string

/** What of a pair says which side is the source. */
export interface SidedPair {
  readonly left: { readonly language: LanguageTag }
  readonly right: { readonly language: LanguageTag }
  readonly lockedSide: Side | null
}

/**
 * The side that is chosen. A language is looked for as the tag itself, then in the same script (`zh-CN` finds
 * `zh-Hans`), then whatever the script and region. Null where neither side is in it, or nothing tells which.
 */
export function findSourceSide({ left, right }: SidedPair, choice: SourceChoice): Side | null {
  if (choice === 'left' || choice === 'right') return choice
  for (const by of [lowerCase, writing, primary]) {
    const [isLeft, isRight] = [left, right].map(({ language }) => by(language) === by(choice))
    if (isLeft !== isRight) return isLeft === true ? 'left' : 'right'
    if (isLeft === true) return null
  }
  return null
}

/** The source where nobody says which: the locked side, else what was chosen last, else the left side. */
export function usualSource(pair: SidedPair, last: SourceChoice): Side {
  return pair.lockedSide ?? findSourceSide(pair, last) ?? 'left'
}

/** How a choice is remembered: by the side's language, so that other pairs are read the same way round; else by its place. */
export function sourceToRemember(pair: SidedPair, side: Side): SourceChoice {
  const { language } = pair[side]
  return findSourceSide(pair, language) === side ? language : side
}

const lowerCase = (tag: LanguageTag): string => tag.toLowerCase()

const primary = (tag: LanguageTag): string => tag.split('-', 1)[0] ?? tag

/** Language and script: `zh-TW` and `zh-HK` are written alike, `zh-CN` is not. */
function writing(tag: LanguageTag): string {
  // Else nothing known would be taken for English.
  if (primary(tag) === 'und') return 'und'
  try {
    const { language, script } = new Intl.Locale(tag).maximize()
    return `${language}-${script ?? ''}`
  } catch {
    // The library takes tags that no standard knows.
    return lowerCase(tag)
  }
}
