import { useEffect, useEffectEvent } from 'react'
import type { AlignMenuChoice } from '../../../shared/domain/align-action.ts'
import { onEvent } from '../../api/api.ts'
import type { AlignDesk } from '../../features/aligning/align-desk.ts'
import { hasModal } from '../../ui/modal-stack.ts'

/** About the pair as a whole: does not need the layer. */
const WITHOUT_LAYER: ReadonlySet<AlignMenuChoice> = new Set(['realign', 'suggestions'])

/**
 * Does what is chosen in the window's native menu. With the layer off an operation would be done to a bead that
 * nobody sees: then the layer opens, and that is all.
 */
export function useAlignMenu(desk: AlignDesk | null, on: boolean): void {
  const choose = useEffectEvent((choice: AlignMenuChoice): void => {
    if (desk === null || hasModal()) return
    if (choice !== 'open' && (on || WITHOUT_LAYER.has(choice))) {
      desk.backToText()
      desk.run(choice)
    } else if (!on) {
      desk.setOn(true)
    }
  })
  useEffect(
    () =>
      onEvent((event) => {
        if (event.name === 'menu') choose(event.choice)
      }),
    [],
  )
}
