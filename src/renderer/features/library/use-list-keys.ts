import type { KeyboardEvent } from 'react'
import { openReading } from '../../data/route.ts'
import { isComposing } from '../../ui/keys.ts'
import { rowRemovedAt, rowTarget, type LibraryRow, type RowId } from './library-row.ts'
import {
  clearSelection,
  extendTo,
  selectRows,
  setCurrent,
  toggleRow,
  useLibraryState,
} from './library-state.ts'
import type { LibraryActions } from './use-library-actions.ts'

const PAGE = 8
const ACTING: ReadonlySet<string> = new Set(['Enter', ' ', 'Delete', 'Backspace', 'ContextMenu', 'F10'])

export interface ListKeys {
  readonly rows: readonly LibraryRow[]
  readonly actions: LibraryActions
  /** Whether the row the keys are on is in sight. */
  readonly isCurrentDrawn: boolean
  readonly openMenu: (id: RowId) => void
  readonly reveal: (index: number) => void
}

/** The keys of the list itself: walk, select, open, remove. */
export function useListKeys({
  rows,
  actions,
  isCurrentDrawn,
  openMenu,
  reveal,
}: ListKeys): (event: KeyboardEvent) => void {
  function walk(to: number, extend: boolean): void {
    const index = Math.max(0, Math.min(rows.length - 1, to))
    const row = rows[index]
    if (row === undefined) return
    if (extend)
      extendTo(
        row.id,
        rows.map(({ id }) => id),
      )
    else setCurrent(row.id)
    reveal(index)
  }

  function chosen(): LibraryRow[] {
    const { selected, current } = useLibraryState.getState()
    const rowsSelected = rows.filter(({ id }) => selected.has(id))
    return rowsSelected.length > 0 ? rowsSelected : rows.filter(({ id }) => id === current)
  }

  return (event) => {
    if (event.target !== event.currentTarget || isComposing(event)) return
    const { current } = useLibraryState.getState()
    const index = rows.findIndex(({ id }) => id === current)
    const row = rows[index]
    const command = event.ctrlKey || event.metaKey

    // What was scrolled out of sight is shown before anything is done to it.
    if (row !== undefined && !isCurrentDrawn && ACTING.has(event.key)) {
      reveal(index)
      event.preventDefault()
      return
    }

    switch (event.key) {
      case 'ArrowDown':
        walk(index + 1, event.shiftKey)
        break
      case 'ArrowUp':
        walk(index - 1, event.shiftKey)
        break
      case 'PageDown':
        walk(index + PAGE, event.shiftKey)
        break
      case 'PageUp':
        walk(index - PAGE, event.shiftKey)
        break
      case 'Home':
        walk(0, event.shiftKey)
        break
      case 'End':
        walk(rows.length - 1, event.shiftKey)
        break
      case 'Enter':
        if (row !== undefined && rowRemovedAt(row) === null) openReading(rowTarget(row))
        break
      case ' ':
        if (row !== undefined) toggleRow(row.id)
        break
      case 'Delete':
      case 'Backspace': {
        const toRemove = chosen().filter((each) => rowRemovedAt(each) === null)
        if (toRemove.length === 0) break
        actions.remove(toRemove)
        const gone = new Set<RowId>(toRemove.map(({ id }) => id))
        const stays = ({ id }: LibraryRow): boolean => !gone.has(id)
        const next = rows.slice(index).find(stays) ?? rows.findLast(stays)
        if (next !== undefined) setCurrent(next.id)
        break
      }
      case 'a':
        if (!command) return
        selectRows(rows.map(({ id }) => id))
        break
      case 'Escape':
        if (useLibraryState.getState().selected.size === 0) return
        clearSelection()
        break
      case 'ContextMenu':
        if (row !== undefined) openMenu(row.id)
        break
      case 'F10':
        if (!event.shiftKey || row === undefined) return
        openMenu(row.id)
        break
      default:
        return
    }
    event.preventDefault()
  }
}
