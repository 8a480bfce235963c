import { DuizhaoError } from '../../domain/error.ts'
import { chosenBeads, type BeadChoice } from './bead-choice.ts'
import type { BitextModel, BitextSide } from './bitext-model.ts'

/** The files of a hunalign ladder: it says nothing of the texts, so they come with it. */
export interface LadderFiles {
  /**
   * A line a rung: how many sentences of the left and of the right text come before it, tabs between; third, the
   * confidence of the bead that begins there, where there is one. The last rung stands after the last bead.
   */
  readonly ladder: string
  /** The same with the texts instead of numbers: left, right, confidence; ` ~~~ ` between sentences of a bead. */
  readonly text: string
  /** The sentences, one a line. */
  readonly left: string
  readonly right: string
}

const BETWEEN_SENTENCES = ' ~~~ '

/**
 * hunalign's two output formats (its README, “Output”) with the sentences they count. Control characters
 * inside a sentence, tabs and line ends among them, become spaces. Throws `invalid_input` without beads, or for a choice of them: between two rungs is
 * always a bead, so that a ladder holds all or none.
 */
export function toLadder(model: BitextModel, choice: BeadChoice = 'all'): LadderFiles {
  if (choice !== 'all') {
    throw new DuizhaoError(
      'invalid_input',
      'A ladder always holds every bead. Export all beads, or choose another format for some of them.',
    )
  }
  const beads = chosenBeads(model, choice).map(({ bead }) => bead)
  const rungs = beads.map(({ left, right, confidence }) => row([left[0], right[0], confidence]))
  const end = beads.at(-1)
  return {
    ladder: [...rungs, ...(end === undefined ? [] : [row([end.left[1], end.right[1], null])])].join(''),
    text: beads
      .map(({ left, right, confidence }) =>
        row([sentences(model.left, left), sentences(model.right, right), confidence]),
      )
      .join(''),
    left: lines(model.left),
    right: lines(model.right),
  }
}

function row(cells: readonly (string | number | null)[]): string {
  return `${cells.filter((cell) => cell !== null).join('\t')}\n`
}

function sentences(side: BitextSide, [from, to]: readonly [number, number]): string {
  return side.segments
    .slice(from, to)
    .map(({ text }) => oneLine(text))
    .join(BETWEEN_SENTENCES)
}

function lines(side: BitextSide): string {
  return side.segments.map(({ text }) => `${oneLine(text)}\n`).join('')
}

/** Without control characters, line ends that only some programs know among them. */
function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()
}
