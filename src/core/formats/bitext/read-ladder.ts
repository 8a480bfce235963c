import type { ImportedBitext } from '../../../shared/domain/imported-bitext.ts'
import { bitextError } from './bitext-error.ts'
import { BitextBuilder } from './bitext-builder.ts'
import { foreignBlock } from './foreign-text.ts'
import { UNKNOWN } from './language-tags.ts'
import { readText } from './read-text.ts'
import { plainRows } from './table-rows.ts'

const BETWEEN_SENTENCES = ' ~~~ '
/** How hunalign writes the border between two paragraphs. */
const PARAGRAPH = '<p>'

/**
 * hunalign's output with text (its README, “Output”): left, right, quality; ` ~~~ ` between sentences of a unit.
 * A quality counts as confidence where all of them are between 0 and 1.
 *
 * @throws DuizhaoError `corrupt_file` for a ladder of numbers, which has no text
 */
export function readLadder(
  name: string,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void,
): ImportedBitext {
  const builder = new BitextBuilder()
  const { text, encoding } = readText(bytes, builder)
  const rows = plainRows(text, '\t')
  if (rows.every(({ cells }) => cells.every((cell) => isNumber(cell)))) throw onlyNumbers()
  const ragged = rows.filter(({ cells }) => cells.length < 2 || cells.length > 3)
  if (ragged.length > rows.length / 2) {
    throw bitextError('table', 'The lines of the file are no ladder: each needs two texts, divided by a tab.')
  }
  const scores = rows.map(({ cells }) => cells[2]?.trim() ?? '')
  const areConfidences = scores.every((score) => score === '' || (Number(score) >= 0 && Number(score) <= 1))
  if (!areConfidences) builder.warn('scores-dropped', '')
  if (ragged.length > 0) {
    builder.warn(
      'ragged-rows',
      ragged
        .slice(0, 10)
        .map(({ line }) => line)
        .join(', '),
    )
    builder.skip('ragged-row', ragged.length)
  }
  for (const [index, { cells }] of rows.entries()) {
    if (index % 1000 === 0) progress(index, rows.length)
    if (cells.length < 2 || cells.length > 3) continue
    const [left = '', right = ''] = cells
    const sentences = (side: string): string[] =>
      side.split(BETWEEN_SENTENCES).map((sentence) => (sentence.trim() === PARAGRAPH ? '' : sentence))
    builder.add(
      [
        { key: 'left', language: UNKNOWN, segments: foreignBlock(sentences(left)).flat() },
        { key: 'right', language: UNKNOWN, segments: foreignBlock(sentences(right)).flat() },
      ],
      { confidence: areConfidences ? scores[index] : undefined },
    )
  }
  return builder.finish({ name, format: 'ladder', encoding, head: new Map(), leftKey: 'left' })
}

function isNumber(cell: string): boolean {
  return /^\s*-?\d+(?:\.\d+)?\s*$/u.test(cell)
}

function onlyNumbers(): Error {
  return bitextError(
    'numeric-ladder',
    'This ladder holds numbers and no text. Import its two texts, make them a pair, and put the ladder on it: duizhao align PAIR --ladder FILE.',
  )
}
