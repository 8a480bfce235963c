import { DuizhaoError } from '../../domain/error.ts'
import type { BitextBead, BitextModel } from './bitext-model.ts'

/** Which beads an export holds: all of them, with their confidence, or those a person has verified. */
export const BEAD_CHOICES = ['all', 'verified'] as const
export type BeadChoice = (typeof BEAD_CHOICES)[number]

/** A bead that is written, with its place among all beads of the pair, from 1. */
export interface ChosenBead {
  readonly bead: BitextBead
  readonly number: number
}

/**
 * The beads that are written, in order; in no format those without a segment on either side: TMX forbids a unit
 * without text, and there is nothing to translate. Throws `invalid_input` where there is none.
 */
export function chosenBeads(model: BitextModel, choice: BeadChoice): ChosenBead[] {
  const all = model.beads
    .map((bead, index) => ({ bead, number: index + 1 }))
    .filter(({ bead: { left, right } }) => left[0] < left[1] || right[0] < right[1])
  const chosen = choice === 'all' ? all : all.filter(({ bead }) => bead.status === 'verified')
  if (all.length === 0) {
    throw new DuizhaoError('invalid_input', 'This pair is not aligned yet. Align it, then export it.')
  }
  if (chosen.length === 0) {
    throw new DuizhaoError(
      'invalid_input',
      'No bead of this pair is verified yet. Verify some, or export all beads.',
    )
  }
  return chosen
}
