import type { Row } from '../../../shared/contract/schemas/reader.ts'
import { UNCERTAIN_BELOW } from '../../../shared/domain/bead.ts'

export type RowBead = NonNullable<Row['bead']>

/**
 * How far a bead can be trusted. `hand`: a person has changed it and not verified it, so that it has no figure.
 * Between `sure`, `unsure` and `doubtful` lie the contract's border of uncertainty and, for the eye alone, 0.6.
 */
export type BeadLevel = 'verified' | 'sure' | 'unsure' | 'doubtful' | 'hand'

const DOUBTFUL_BELOW = 0.6

export function levelOf({ status, confidence }: Pick<RowBead, 'status' | 'confidence'>): BeadLevel {
  if (status === 'verified') return 'verified'
  if (confidence === null) return 'hand'
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

/** A confidence as it is written in a narrow column: `.98`. Never rounded up over a border: .8999 is `.89`. */
export function formatConfidence(confidence: number): string {
  if (confidence >= 1) return '1.0'
  const hundredths = Math.floor(Math.max(0, confidence) * 100 + 1e-9)
  return `.${String(hundredths).padStart(2, '0')}`
}
