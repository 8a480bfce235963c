import { UNCERTAIN_BELOW, type BeadFilter } from '../../shared/domain/bead.ts'

const countOf = (side: 'left' | 'right', bead: string): string =>
  `(SELECT count(*) FROM bead_segments WHERE bead_id = ${bead}.id AND side = '${side}')`

const has = (side: 'left' | 'right', bead: string): string =>
  `EXISTS (SELECT 1 FROM bead_segments WHERE bead_id = ${bead}.id AND side = '${side}')`

/** SQL for how many segments a bead has on either side; `bead` is its table's alias. */
export function beadShape(bead: string): { readonly left: string; readonly right: string } {
  return { left: countOf('left', bead), right: countOf('right', bead) }
}

/**
 * SQL that is true for a bead that nobody has spoken for (verified it, made it, or said that it has no counterpart)
 * and that the aligner is not sure of.
 */
export function uncertain(bead: string): string {
  return (
    `${bead}.status <> 'verified' AND ${bead}.by_hand = 0 AND ${bead}.unmatched = 0 ` +
    `AND ifnull(${bead}.confidence, 0) < ${UNCERTAIN_BELOW}`
  )
}

/** SQL that is true for the beads of a filter; `bead` is the alias of the table `beads`. */
export function beadCondition(filter: BeadFilter, bead: string): string {
  switch (filter) {
    case 'all':
      return 'TRUE'
    case 'uncertain':
      return uncertain(bead)
    case 'not-one-to-one':
      return `NOT (${countOf('left', bead)} = 1 AND ${countOf('right', bead)} = 1)`
    case 'unverified':
      return `${bead}.status <> 'verified'`
    case 'review':
      return `${bead}.review = 1`
    case 'one-sided':
      return `${has('left', bead)} <> ${has('right', bead)}`
  }
}
