/**
 * What speaks for segments belonging together because of what they say, in nats against chance. A better model
 * than the lexical one can stand here.
 */
export interface PairEvidence {
  /**
   * A quick score of the bead of `height` rows from `row` and `width` columns from `column`, asked for every
   * bead of the band; neither is 0.
   */
  readonly rough: (row: number, column: number, height: number, width: number) => number
  /** The full score, asked only for the beads that remain. */
  readonly exact: (row: number, column: number, height: number, width: number) => number
}
