import { chosenBeads, type BeadChoice } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import { confidenceLabel, statusLabel } from './bitext-labels.ts'
import type { BitextModel } from './bitext-model.ts'

/** What is in an office document, as lines of text to look at: number, left, right, confidence, status, note. */
export function renderBitext(model: BitextModel, choice: BeadChoice): string {
  const rows = chosenBeads(model, choice).map(({ bead, number }) => [
    String(number),
    beadSideText(model.left, bead.left)?.text ?? '',
    beadSideText(model.right, bead.right)?.text ?? '',
    confidenceLabel(bead.confidence),
    statusLabel(bead),
    ...(bead.note === null ? [] : [bead.note]),
  ])
  return rows.map((row) => `${row.map((cell) => cell.replace(/\s+/gu, ' ')).join('\t')}\n`).join('')
}
