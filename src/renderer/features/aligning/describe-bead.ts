import type { Row } from '../../../shared/contract/schemas/reader.ts'
import { getT } from '../../i18n/i18n.ts'
import { levelOf, shapeOf, spokenConfidence, type RowBead } from './bead-state.ts'

/** A row's bead in words: “Bead 12, 2 to 1, confidence 0.62, not verified”. '' for a row that is none. */
export function describeBead(row: Row): string {
  const { bead } = row
  if (bead === null) return ''
  const t = getT('aligning')
  const shape = shapeOf(row)
  const state = [
    stateOf(bead),
    ...(bead.unmatched ? [t('bead.unmatched')] : []),
    ...(bead.review ? [t('bead.review')] : []),
  ].join(', ')
  return t('bead.label', {
    number: bead.number,
    shape: shape.left + shape.right === 0 ? t('bead.empty') : t('bead.shape', shape),
    state,
  })
}

function stateOf(bead: RowBead): string {
  const t = getT('aligning')
  const level = levelOf(bead)
  if (level === 'verified') return t('bead.verified')
  if (level === 'hand') return t('bead.byHand')
  if (bead.confidence === null) return t('bead.unknown')
  return t('bead.confidence', { figure: spokenConfidence(bead.confidence) })
}
