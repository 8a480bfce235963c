import { useEffect, useEffectEvent, type RefObject } from 'react'
import { alignStore } from '../../features/aligning/align-store.ts'
import { mirrorStore } from '../../features/annotating/mirror-store.ts'
import { articleOf } from '../../features/reading/selected-text.ts'
import { placeAtPoint, sideOf } from '../../features/reading/text-position.ts'
import { textStore } from '../../features/revising/text-store.ts'
import { activateAloud, type Workbench } from './highlight-commands.ts'
import { isTextField } from '../../ui/keys.ts'
import { clickedPlace } from './split-commands.ts'

/** Presses in the text: set the current row, and open the highlight that lies there, the smallest first. */
export function useTextClicks(bench: Workbench, content: RefObject<HTMLElement | null>): void {
  const { stage } = bench
  const click = useEffectEvent((event: MouseEvent) => {
    const { annotations, selection } = bench
    if (!(event.target instanceof Element)) return
    const row = event.target.closest<HTMLElement>('[data-row]')
    const rowIndex = Number(row?.dataset['row'])
    const side = sideOf(event.target)
    if (row !== null && Number.isInteger(rowIndex)) {
      stage.pointer.setState((before) => ({
        rowIndex,
        seen: rowIndex,
        side: side ?? before.side,
        shown: true,
      }))
    }
    const split = clickedPlace(event)
    if (split !== null) {
      alignStore.setState({ segmentId: split.segmentId })
      // In the align layer a press says where S would split.
      const isCaret = alignStore.getState().on && selection.currentRange() === null
      textStore.setState({ caret: isCaret ? { ...split, isMoving: false, purpose: 'bead' } : null })
    }
    // A drag ends in a click too.
    if (selection.currentRange() !== null) return
    const place = placeAtPoint(event.clientX, event.clientY)
    const here = place === null ? [] : annotations.book.at(place.segmentId, place.offset)
    const { active } = annotations.store.getState()
    const at = active === null ? -1 : here.indexOf(active)
    const next = here[(at + 1) % here.length]
    // While a mirror is being chosen, a press on the other side begins a selection there.
    const { mirroring } = mirrorStore.getState()
    const article = side === null ? null : articleOf(stage.source, side)
    if (mirroring !== null && mirroring.kind !== 'adjusting' && article === mirroring.articleId) return
    if (next === undefined) annotations.activate(null)
    else activateAloud(annotations, next)
  })

  // In the align layer a right click offers what can be done with the bead.
  const openMenu = useEffectEvent((event: MouseEvent) => {
    if (!alignStore.getState().on || !(event.target instanceof Element) || isTextField(event.target)) return
    const rowIndex = Number(event.target.closest<HTMLElement>('[data-row]')?.dataset['row'])
    const bead = Number.isInteger(rowIndex) ? (stage.source.row(rowIndex)?.bead ?? null) : null
    // What is selected may be meant to be copied, by the menu everyone knows.
    if (bead === null || bench.selection.currentRange() !== null) return
    event.preventDefault()
    const side = sideOf(event.target)
    stage.pointer.setState((before) => ({ rowIndex, seen: rowIndex, side: side ?? before.side, shown: true }))
    alignStore.setState({ menu: bead.id })
  })

  useEffect(() => {
    const root = content.current
    const listener = (event: MouseEvent): void => click(event)
    const onMenu = (event: MouseEvent): void => openMenu(event)
    root?.addEventListener('click', listener)
    root?.addEventListener('contextmenu', onMenu)
    return () => {
      root?.removeEventListener('click', listener)
      root?.removeEventListener('contextmenu', onMenu)
    }
  }, [stage, content])
}
