import { DuizhaoError } from '../../domain/error.ts'
import type { BitextBead, BitextModel } from './bitext-model.ts'

/**
 * Which beads an export holds: all of them, with their confidence; those a person has verified; or these and those
 * that the aligner is at least so sure of, from 0 to 1.
 */
export type BeadChoice = 'all' | 'verified' | { readonly minConfidence: number }

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
  const all = writtenBeads(model)
  const chosen = all.filter(({ bead }) => isChosen(bead, choice))
  if (all.length === 0) {
    throw new DuizhaoError('invalid_input', 'This pair is not aligned yet. Align it, then export it.')
  }
  if (chosen.length === 0) {
    throw new DuizhaoError('invalid_input', `No bead of this pair ${wanted(choice)}, or export all beads.`, {
      reason: NONE_CHOSEN,
    })
  }
  return chosen
}

/** `details.reason` of the error where a choice leaves nothing. */
export const NONE_CHOSEN = 'none-chosen'

/** Whether anything of the pair is written. */
export function hasChosenBeads(model: BitextModel, choice: BeadChoice): boolean {
  return writtenBeads(model).some(({ bead }) => isChosen(bead, choice))
}

/** What a bead has to be and none is, and what to do; the end of a sentence. */
export function wanted(choice: BeadChoice): string {
  return typeof choice === 'object'
    ? `is verified or has a confidence of ${choice.minConfidence} or more. Ask for less confidence`
    : 'is verified yet. Verify some'
}

function writtenBeads(model: BitextModel): ChosenBead[] {
  return model.beads
    .map((bead, index) => ({ bead, number: index + 1 }))
    .filter(({ bead: { left, right } }) => left[0] < left[1] || right[0] < right[1])
}

function isChosen({ status, confidence }: BitextBead, choice: BeadChoice): boolean {
  if (choice === 'all' || status === 'verified') return true
  return typeof choice === 'object' && confidence !== null && confidence >= choice.minConfidence
}
