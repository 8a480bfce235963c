import { ALIGN_ACTIONS } from '../../../shared/domain/align-action.ts'
import type { Chord } from '../../ui/chord.ts'

/** Keys that mean something else while the layer is on. N stays with notes while something is selected. */
export const SHADOWED_CHORDS: ReadonlySet<Chord> = new Set(
  ALIGN_ACTIONS.flatMap(({ id, chords }) => (id === 'nextNotOneToOne' ? [] : chords)).concat('KeyA'),
)
