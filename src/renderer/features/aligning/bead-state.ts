import type { Row } from '../../../shared/contract/schemas/reader.ts'
import { UNCERTAIN_BELOW } from '../../../shared/domain/bead.ts'

export type RowBead = NonNullable<Row['bead']>

/**
 * How far a bead can be trusted. `hand`: a person made it, or said that it has no counterpart. `unknown`: it has no
 * figure, since it only moved along with another or was aligned elsewhere.
 * Between `sure`, `unsure` and `doubtful` lie the contract's border of uncertainty and, for the eye alone, 0.6.
 */
export type BeadLevel = 'verified' | 'sure' | 'unsure' | 'doubtful' | 'hand' | 'unknown'

const DOUBTFUL_BELOW = 0.6

export function levelOf({
  status,
  confidence,
  byHand,
  unmatched,
}: Pick<RowBead, 'status' | 'confidence' | 'byHand' | 'unmatched'>): BeadLevel {
  if (status === 'verified') return 'verified'
  if (byHand || unmatched) return 'hand'
  if (confidence === null) return 'unknown'
  if (confidence >= UNCERTAIN_BELOW) return 'sure'
  return confidence >= DOUBTFUL_BELOW ? 'unsure' : 'doubtful'
}

/** How many segments the two sides of a row have. */
export function shapeOf({ left, right }: Pick<Row, 'left' | 'right'>): {
  readonly left: number
  readonly right: number
} {
  const count = (runs: Row['left']): number => runs.reduce((sum, run) => sum + run.segments.length, 0)
  return { left: count(left), right: count(right) }
}

export function isOneToOne(row: Pick<Row, 'left' | 'right'>): boolean {
  const { left, right } = shapeOf(row)
  return left === 1 && right === 1
}

/** In hundredths, never rounded up over a border: .8999 is 89. */
function hundredthsOf(confidence: number): number {
  return Math.floor(Math.max(0, confidence) * 100 + 1e-9)
}

/** A confidence as it is written in a narrow column: `.98`. */
export function formatConfidence(confidence: number): string {
  if (confidence >= 1) return '1.0'
  return `.${String(hundredthsOf(confidence)).padStart(2, '0')}`
}

/** The same figure as it is said: `0.98`. */
export function spokenConfidence(confidence: number): string {
  return (hundredthsOf(Math.min(1, confidence)) / 100).toFixed(2)
}
