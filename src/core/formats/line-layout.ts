import { startsOwnBlock } from './own-line.ts'
import { columns, endsSentence, isWide } from './text-shape.ts'

/** Widths between which pages are wrapped by hand or by mail programs, in columns. */
const NARROWEST_PAGE = 40
const WIDEST_PAGE = 110

/** At least so many line ends must look like wraps before a file is taken for a wrapped one. */
const FEWEST_WRAPS = 3

const WIDE_CHARACTER_SLACK = 4

function firstCharacter(text: string): string {
  const codePoint = text.codePointAt(0)
  return codePoint === undefined ? '' : String.fromCodePoint(codePoint)
}

function lastCharacter(text: string): string {
  // Two code units, so that a character beyond the first plane comes whole.
  return Array.from(text.slice(-2)).at(-1) ?? ''
}

/** The columns that a line would have needed to take in the beginning of the next one. */
function neededFor(next: string): number {
  const start = next.trimStart().slice(0, 60)
  const first = firstCharacter(start)
  // A Chinese line breaks after any character, but leaves some room where punctuation may not begin a line.
  if (isWide(first)) return WIDE_CHARACTER_SLACK
  const word = /^[^\s\u2e80-\u9fff\uff00-\uffef]+/u.exec(start)
  return 1 + columns(word === null ? first : word[0])
}

function isWrap(line: string, next: string, pageWidth: number): boolean {
  return columns(line) + neededFor(next) > pageWidth
}

/** Adjacent lines with no blank line between them. */
function chunksOf(lines: readonly string[]): string[][] {
  const chunks: string[][] = []
  let chunk: string[] = []
  for (const line of lines) {
    if (line.trim() !== '') {
      chunk.push(line.trimEnd())
    } else if (chunk.length > 0) {
      chunks.push(chunk)
      chunk = []
    }
  }
  if (chunk.length > 0) chunks.push(chunk)
  return chunks
}

/**
 * The page width a file was wrapped to, in columns; null when its line ends are paragraph ends. Wrapped
 * lines end in mid-sentence, and end where the next word would not have fitted: lines that are short for
 * another reason (titles, lists, verse, credits) do neither.
 */
function pageWidthOf(chunks: readonly (readonly string[])[]): number | null {
  const pageWidth = chunks.reduce(
    (widest, chunk) =>
      chunk.length < 2 ? widest : chunk.reduce((width, line) => Math.max(width, columns(line)), widest),
    0,
  )
  if (pageWidth < NARROWEST_PAGE || pageWidth > WIDEST_PAGE) return null
  let breaks = 0
  let wraps = 0
  let midSentence = 0
  for (const chunk of chunks) {
    for (let index = 0; index + 1 < chunk.length; index += 1) {
      const [line = '', next = ''] = chunk.slice(index, index + 2)
      breaks += 1
      if (!isWrap(line, next, pageWidth)) continue
      wraps += 1
      if (!endsSentence(line)) midSentence += 1
    }
  }
  const wrapped = wraps >= FEWEST_WRAPS && wraps * 2 >= breaks && midSentence * 2 >= wraps
  return wrapped ? pageWidth : null
}

/**
 * What stands between two lines that are one paragraph: nothing in Chinese and after a hyphenated word,
 * a space in English.
 *
 * @param wide whether the text is in a script without spaces between words
 */
export function lineJoint(line: string, next: string, wide: boolean): '' | ' ' {
  if (/\p{L}-$/u.test(line.slice(-3)) && /^\p{Ll}/u.test(next)) return ''
  const wideBefore = isWide(lastCharacter(line))
  const wideAfter = isWide(firstCharacter(next))
  const tight = wide ? wideBefore || wideAfter : wideBefore && wideAfter
  return tight ? '' : ' '
}

/** Whether most of a text's first characters are wide, so that its lines join without a space. */
export function isWideText(text: string): boolean {
  const head = text.slice(0, 4000).replace(/[\s\d\p{P}]/gu, '')
  let wide = 0
  let all = 0
  for (const character of head) {
    all += 1
    if (isWide(character)) wide += 1
  }
  return wide * 2 > all
}

const INDENTED = /^(?:\u3000|[ \u00a0]{2}|\t)/u

function joinWraps(chunk: readonly string[], pageWidth: number, wide: boolean): string[] {
  // Where every line is indented, the indent is a margin and begins nothing.
  const margin = chunk.length > 1 && chunk.every((line) => INDENTED.test(line))
  const paragraphs: string[][] = []
  for (const [index, line] of chunk.entries()) {
    const previous = chunk[index - 1]
    const text = line.trim()
    const goesOn =
      previous !== undefined &&
      isWrap(previous, line, pageWidth) &&
      (margin || !INDENTED.test(line)) &&
      !startsOwnBlock(text) &&
      !startsOwnBlock(previous.trim())
    const last = paragraphs.at(-1)
    if (goesOn && last !== undefined) last.push(lineJoint(previous.trim(), text, wide), text)
    else paragraphs.push([text])
  }
  return paragraphs.map((parts) => parts.join(''))
}

/**
 * Lines → paragraphs, without the white space around them. In a file wrapped to a page width, lines are
 * joined where they were wrapped; in every other file each line is a paragraph, whether or not blank lines
 * stand between. Decided once for the whole file; linear in its length.
 */
export function layoutParagraphs(lines: readonly string[]): string[] {
  const chunks = chunksOf(lines)
  const pageWidth = pageWidthOf(chunks)
  if (pageWidth === null) return chunks.flatMap((chunk) => chunk.map((line) => line.trim()))
  const wide = isWideText(lines.join('\n').slice(0, 20_000))
  return chunks.flatMap((chunk) => joinWraps(chunk, pageWidth, wide))
}
