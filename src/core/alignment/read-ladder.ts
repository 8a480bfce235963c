import type { AlignedBead } from '../../shared/align/aligner.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'

/** One line of a ladder: how many segments of either side come before it. */
interface Rung {
  readonly left: number
  readonly right: number
}

/**
 * Reads a hunalign ladder: a line a rung, two numbers and perhaps a score, divided by tabs or spaces. Segments
 * between two rungs belong together. The first and last rung may be left out; scores are read over, having no
 * fixed scale.
 *
 * Throws `invalid_input` for a line that is no rung, for rungs that go back, and when the ladder is for texts of
 * other lengths.
 */
export function readLadder(text: string, lengths: Rung): AlignedBead[] {
  const rungs: Rung[] = [{ left: 0, right: 0 }]
  for (const [index, line] of text
    .replace(/^\uFEFF/u, '')
    .split(/\r\n|\r|\n/u)
    .entries()) {
    if (line.trim() === '') continue
    const rung = readRung(line, index + 1)
    const last = rungs.at(-1)
    if (last !== undefined && (rung.left < last.left || rung.right < last.right)) {
      throw invalid(`line ${index + 1} goes back behind the line before it`, index + 1)
    }
    if (rung.left > lengths.left || rung.right > lengths.right) {
      throw invalid(
        `line ${index + 1} speaks of sentence ${rung.left} and ${rung.right}, but this pair has ` +
          `${lengths.left} and ${lengths.right}. It was made for other texts`,
        index + 1,
      )
    }
    rungs.push(rung)
  }
  if (rungs.length === 1) throw invalid('there is no line in it', 0)
  const last = rungs.at(-1)
  if (last !== undefined && isFarFromEnd(last, lengths)) {
    throw invalid(
      `it ends at sentence ${last.left} and ${last.right}, but this pair has ${lengths.left} and ` +
        `${lengths.right}. It was made for other texts`,
      0,
    )
  }
  return toRanges([...rungs, lengths])
}

function readRung(line: string, number: number): Rung {
  const match = /^\s*(\d{1,9})[\t ]+(\d{1,9})(?:[\t ]+[-+]?[\d.]+(?:[eE][-+]?\d+)?)?\s*$/u.exec(line)
  if (match === null) {
    throw invalid(`line ${number} is not two numbers and a score divided by tabs`, number)
  }
  return { left: Number(match[1]), right: Number(match[2]) }
}

/** Some programs leave the last rung out: then the rest is one bead, which is short. */
function isFarFromEnd(last: Rung, lengths: Rung): boolean {
  return lengths.left - last.left > LONGEST_REST || lengths.right - last.right > LONGEST_REST
}

const LONGEST_REST = 8

function toRanges(rungs: readonly Rung[]): AlignedBead[] {
  return rungs.flatMap((rung, index) => {
    const before = rungs[index - 1]
    const isStep = before !== undefined && (before.left < rung.left || before.right < rung.right)
    if (!isStep) return []
    return [{ left: [before.left, rung.left], right: [before.right, rung.right], confidence: null }]
  })
}

function invalid(reason: string, line: number): DuizhaoError {
  return new DuizhaoError(
    'invalid_input',
    `This is no ladder for this pair: ${reason}. Nothing was changed.`,
    {
      line,
    },
  )
}
