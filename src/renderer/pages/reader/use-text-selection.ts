import { useEffect, useMemo, useRef, type RefObject } from 'react'
import { createStore, type StoreApi } from 'zustand'
import type { Selection } from '../../../shared/contract/schemas/annotation.ts'
import { ColumnSelection } from '../../features/reading/column-selection.ts'
import {
  articleOf,
  partsOf,
  toPlainText,
  toSelection,
  type TextRange,
} from '../../features/reading/selected-text.ts'
import type { Stage } from './reader-stage.ts'

/** What is selected in one of the columns, and whether the hand has come to rest. */
export interface SelectionState {
  readonly range: TextRange | null
  readonly settled: boolean
}

export interface TextSelection {
  /** A store of its own: what doesn't show the selection isn't drawn again for it. */
  readonly store: StoreApi<SelectionState>
  readonly column: () => ColumnSelection | null
  /** The range now, without waiting for a render. */
  readonly currentRange: () => TextRange | null
  /** The selection for the core, from the model; fetches rows that are not here. */
  readonly resolve: () => Promise<Selection | null>
  readonly clear: () => void
}

/** The selection in the text: one column, model offsets, its ends kept mounted. */
export function useTextSelection(stage: Stage, content: RefObject<HTMLElement | null>): TextSelection {
  const store = useMemo(() => createStore<SelectionState>(() => NOTHING), [])
  const column = useRef<ColumnSelection | null>(null)
  const current = useRef<TextRange | null>(null)

  useEffect(() => {
    const root = content.current
    if (root === null) return
    const { view, source } = stage
    const selecting = new ColumnSelection(root, (next, isSettled) => {
      current.current = next
      const ends = next === null ? [] : [next.start, next.end]
      view.pin(
        'selection',
        ends.flatMap(({ segmentId }) => {
          const home = source.home(segmentId)
          return home === null ? [] : [source.chunkOf(home.rowIndex)]
        }),
      )
      store.setState({ range: next, settled: isSettled })
    })
    column.current = selecting
    const stop = selecting.listen()

    const copy = (event: ClipboardEvent): void => {
      const selected = current.current
      const parts = selected === null ? null : partsOf(source, selected)
      if (parts === null || event.clipboardData === null || isField(document.activeElement)) return
      // From the model: the page has gaps, and the other column stands between the rows.
      event.clipboardData.setData('text/plain', toPlainText(parts))
      event.preventDefault()
    }
    document.addEventListener('copy', copy)
    return () => {
      stop()
      document.removeEventListener('copy', copy)
      column.current = null
      current.current = null
      store.setState(NOTHING)
    }
  }, [stage, content, store])

  return useMemo(
    () => ({
      store,
      column: () => column.current,
      currentRange: () => current.current,
      async resolve() {
        const selected = current.current
        if (selected === null) return null
        const { source } = stage
        const ends = [selected.start, selected.end].map(
          ({ segmentId }) => source.home(segmentId)?.rowIndex ?? 0,
        )
        await source.loadRange(source.chunkOf(Math.min(...ends)), source.chunkOf(Math.max(...ends)))
        const parts = partsOf(source, selected)
        return parts === null ? null : toSelection(articleOf(source, selected.side), parts)
      },
      clear: () => column.current?.clear(),
    }),
    [stage, store],
  )
}

const NOTHING: SelectionState = { range: null, settled: true }

function isField(element: Element | null): boolean {
  return (
    element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement ||
    (element instanceof HTMLElement && element.isContentEditable)
  )
}
