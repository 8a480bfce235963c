import { columns, endsClause, wordCount } from './text-shape.ts'

/** The widest heading, in columns: 40 Han characters, or a line of English. */
const WIDEST_HEADING = 80

/** The widest line that is taken for a heading for no better reason than its shape. */
const WIDEST_BARE_HEADING = 60

const NUMBERED: readonly (readonly [RegExp, number])[] = [
  [/^第[一二三四五六七八九十百千零〇\d]{1,6}[编編卷部篇章回](?:[\s　:：]|$)/u, 1],
  [
    /^(?:Chapter|CHAPTER|Part|PART|Book|BOOK)\s(?:\d{1,3}|[IVXLC]{1,7}|One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten)\b/u,
    1,
  ],
  [/^第[一二三四五六七八九十百千零〇\d]{1,6}[节節](?:[\s　:：]|$)/u, 2],
  [/^[一二三四五六七八九十]{1,3}、/u, 1],
  [/^[（(][一二三四五六七八九十]{1,3}[）)]/u, 2],
]

/** Whether a line is short and ends in no punctuation, as headings do and most paragraphs do not. */
export function isHeadingShaped(line: string): boolean {
  return columns(line) <= WIDEST_HEADING && !endsClause(line)
}

/**
 * Whether a line may be a heading though nothing but its shape says so: shorter still, no punctuation
 * inside, begins with a capital, a digit or a Han character, and no more than twelve words.
 */
export function isBareHeadingShaped(line: string): boolean {
  return (
    isHeadingShaped(line) &&
    columns(line) <= WIDEST_BARE_HEADING &&
    /^[“‘"「『《]?[\p{Lu}\p{Nd}\p{Script=Han}]/u.test(line) &&
    /\p{L}/u.test(line) &&
    !/[，。；、：！？,;:!?…（）()]|\.\s/u.test(line) &&
    wordCount(line) <= 12
  )
}

/** The level of a heading with a number (第一章, 一、, （一）, Chapter 1); null for lines without one. */
export function numberedHeadingLevel(line: string): number | null {
  if (!isHeadingShaped(line)) return null
  return NUMBERED.find(([pattern]) => pattern.test(line))?.[1] ?? null
}

/** Whether a numbered heading is that of a chapter or a part, as books have them. */
export function isChapterHeading(line: string): boolean {
  return numberedHeadingLevel(line) !== null && /^(?:第|Chapter|CHAPTER|Part|PART)/u.test(line)
}
