import type { Row } from '../../../shared/contract/schemas/reader.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { getT } from '../../i18n/i18n.ts'
import { levelOf } from './bead-state.ts'
import { describeBead } from './describe-bead.ts'

/** What the layer's style sheet and screen readers read on a row. Nothing on a row that is no bead. */
export function rowAttributes(
  row: Row,
  /** How many beads a filter has left out before it. */
  hidden: number,
): Record<`data-${string}` | `aria-${string}` | 'role', string> | object {
  const { bead } = row
  if (bead === null) return {}
  const level = levelOf(bead)
  const uncertain = level !== 'verified' && level !== 'sure' && level !== 'hand'
  return {
    role: 'group',
    'aria-label': describeBead(row),
    'data-bead': bead.id,
    'data-level': level,
    ...(uncertain ? { 'data-uncertain': '' } : {}),
    ...(hidden > 0 ? { 'data-hidden-before': String(hidden) } : {}),
  }
}

/** What it reads on a cell: an empty one says why it is empty. */
export function cellAttributes(row: Row, side: Side, locked: Side | null): Record<`data-${string}`, string> {
  const { bead } = row
  const attributes: Record<`data-${string}`, string> = {}
  if (locked === side) attributes['data-locked'] = ''
  if (bead === null || row[side].length > 0) return attributes
  const t = getT('aligning')
  return { ...attributes, 'data-empty': t(bead.unmatched ? 'bead.noCounterpart' : 'bead.nothingHere') }
}
