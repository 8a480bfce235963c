import { parseDateline } from './dateline.ts'
import { parseInfoLine } from './info-line.ts'
import { addFinding, type Reading } from './reading.ts'
import { columns, endsClause, wordCount } from './text-shape.ts'

/** The widest first line that is taken for a title, in columns. */
const WIDEST_TITLE = 160
const MOST_TITLE_WORDS = 30

/** The longest title made from a sentence, in UTF-16 code units, the ellipsis counted. */
export const LONGEST_GUESSED_TITLE = 80

function isTitleShaped(line: string): boolean {
  if (columns(line) > WIDEST_TITLE || wordCount(line) > MOST_TITLE_WORDS) return false
  // A question or a cry may be a headline; two sentences are not.
  const question =
    columns(line) <= 80 && /[？！?!]$/u.test(line) && !/[。！？]|[.!?]\s/u.test(line.slice(0, -1))
  return (question || !endsClause(line)) && parseDateline(line) === null && parseInfoLine(line) === null
}

/**
 * Takes the first paragraph of a plain text for the title when it is short, ends in no stop, and more
 * follows; gives that block the kind `title`. An info line (a date, a source) may stand before it.
 */
export function findTitleLine(reading: Reading): void {
  const at = reading.blocks.findIndex((block) => parseInfoLine(block.text) === null)
  const block = reading.blocks[at]
  if (block === undefined || block.kind !== 'paragraph') return
  if (reading.blocks[at + 1] === undefined || !isTitleShaped(block.text)) return
  block.kind = 'title'
  addFinding(reading, 'title', block.text, 'first-line', endsClause(block.text) ? 0.6 : 0.8)
}

function firstSentence(text: string): string {
  const chinese = /^[^。！？]{2,}?[。！？]/u.exec(text)
  // A stop after a single letter or an abbreviation of a title ends no sentence.
  const english = /^.{2,}?(?<!\b(?:\p{Lu}|Mr|Mrs|Ms|Dr|St|No|Prof))[.!?](?=["”’)]?\s+["“‘(]?\p{Lu})/u.exec(
    text,
  )
  const ends = [chinese, english].flatMap((match) => (match === null ? [] : [match[0].length]))
  return text.slice(0, ends.length === 0 ? text.length : Math.min(...ends))
}

function shorten(sentence: string): string {
  const whole = sentence.replace(/[。．.；;，,\s]+$/u, '')
  if (whole.length <= LONGEST_GUESSED_TITLE) return whole
  const room = LONGEST_GUESSED_TITLE - 1
  let cut = 0
  for (const { index, segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(
    whole.slice(0, room + 40),
  )) {
    if (index + segment.length > room) break
    cut = index + segment.length
  }
  const head = whole.slice(0, cut)
  // Best at the end of a clause, if not too early; else between words; Han text may break anywhere.
  const clause = Math.max(
    ...['，', '；', '：', ', ', '; ', ': ', ' — '].map((mark) => head.lastIndexOf(mark)),
  )
  const space = head.lastIndexOf(' ')
  const at = clause >= room / 2 ? clause : space >= room / 2 ? space : cut
  return `${head.slice(0, at).replace(/[\p{P}\s]+$/u, '')}…`
}

/**
 * A title made from the beginning of a text: its first sentence without the dateline, cut to
 * `LONGEST_GUESSED_TITLE` at the end of a clause or a word, never within a grapheme.
 */
export function guessTitle(paragraph: string): string {
  const dateline = parseDateline(paragraph)
  // A thousand characters hold any sentence that could be a title.
  const text = paragraph
    .slice(dateline?.length ?? 0)
    .slice(0, 1000)
    .trim()
  return shorten(firstSentence(text))
}
