import { chosenBeads, type BeadChoice } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import type { BitextModel } from './bitext-model.ts'

/**
 * The beads as a table, for TSV and CSV: a row of names, then a row a bead. The two texts stand in columns named
 * after their languages. `left_segments` and `right_segments` are the records of `beadSideText`; an empty one
 * means that the side has no segment. Throws `invalid_input` without beads.
 */
export function beadTable(model: BitextModel, choice: BeadChoice): string[][] {
  const names = [
    'id',
    model.left.language,
    model.right.language,
    'confidence',
    'status',
    'unmatched',
    'note',
    'left_segments',
    'right_segments',
  ]
  const rows = chosenBeads(model, choice).map(({ bead, number }) => {
    const left = beadSideText(model.left, bead.left)
    const right = beadSideText(model.right, bead.right)
    return [
      bead.id === '' ? String(number) : bead.id,
      left?.text ?? '',
      right?.text ?? '',
      bead.confidence === null ? '' : String(bead.confidence),
      bead.status,
      bead.unmatched ? 'yes' : '',
      bead.note ?? '',
      left?.record ?? '',
      right?.record ?? '',
    ]
  })
  return [names, ...rows]
}
