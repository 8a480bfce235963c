import type { AlignedBead, FixedBead } from '../../shared/align/aligner.ts'
import type { Bead } from '../../shared/domain/bead.ts'

type Range = readonly [from: number, to: number]

/**
 * Whether a person has spoken for a bead, so that realigning must leave it as it is: verified it, made it what it is,
 * or said that it has no counterpart. An empty one holds nothing to keep.
 */
export function isFixed({ status, byHand, unmatched, left, right }: Bead): boolean {
  return status === 'verified' || ((byHand || unmatched) && left.length + right.length > 0)
}

/**
 * Which segments the fixed beads hold, by index: where an aligner may change nothing. `beads` are all of a
 * pair's, in order; the index goes by how many segments come before, so that a one-sided bead has its place too.
 */
export function fixedRanges(beads: readonly Bead[]): FixedBead[] {
  const fixed: FixedBead[] = []
  let [left, right] = [0, 0]
  for (const bead of beads) {
    const range: FixedBead = {
      left: [left, left + bead.left.length],
      right: [right, right + bead.right.length],
    }
    if (isFixed(bead)) fixed.push(range)
    left = range.left[1]
    right = range.right[1]
  }
  return fixed
}

/**
 * What an aligner found, cut where it crosses a fixed bead, with the fixed beads themselves in it. Nothing changes
 * when the aligner has kept to them, as it should; but what a person has said must not depend on that.
 */
export function keepFixed(found: readonly AlignedBead[], fixed: readonly FixedBead[]): AlignedBead[] {
  const known = new Set(fixed.map(keyOf))
  const rest = found.filter((bead) => !known.has(keyOf(bead)))
  const kept: AlignedBead[] = []
  let begin = 0
  let [left, right] = [0, 0]
  for (const next of [...fixed, null]) {
    const [leftEnd, rightEnd] = [next?.left[0] ?? Infinity, next?.right[0] ?? Infinity]
    let done = begin
    for (let place = begin; place < rest.length; place += 1) {
      const bead = rest[place]
      if (bead === undefined || (bead.left[0] >= leftEnd && bead.right[0] >= rightEnd)) break
      const cut = { left: clip(bead.left, left, leftEnd), right: clip(bead.right, right, rightEnd) }
      if (!isEmpty(cut.left) || !isEmpty(cut.right)) {
        const isWhole = lengthOf(cut) === lengthOf(bead)
        kept.push({ ...cut, confidence: isWhole ? bead.confidence : null })
      }
      // What reaches beyond this stretch is looked at again in the next one.
      const isDone = bead.left[1] <= leftEnd && bead.right[1] <= rightEnd
      if (isDone && done === place) done = place + 1
    }
    if (next === null) break
    begin = done
    kept.push({ ...next, confidence: 1 })
    left = next.left[1]
    right = next.right[1]
  }
  return kept
}

const keyOf = ({ left, right }: FixedBead): string => `${left.join(' ')} ${right.join(' ')}`

const isEmpty = ([from, to]: Range): boolean => from >= to

const lengthOf = ({ left, right }: FixedBead): number => left[1] - left[0] + right[1] - right[0]

function clip([from, to]: Range, start: number, end: number): Range {
  const first = Math.min(Math.max(from, start), end)
  return [first, Math.max(first, Math.min(to, end))]
}
