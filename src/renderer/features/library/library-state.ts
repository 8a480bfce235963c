import { create } from 'zustand'
import type { SortOrder } from './arrange-rows.ts'
import type { RowId } from './library-row.ts'

interface LibraryState {
  readonly text: string
  readonly language: string
  readonly sort: SortOrder
  readonly selected: ReadonlySet<RowId>
  /** The row the arrow keys are on. */
  readonly current: RowId | null
  /** Where a run of selected rows began. */
  readonly anchor: RowId | null
}

const NONE: ReadonlySet<RowId> = new Set()

/** How the library is being looked at; kept while other pages are open. */
export const useLibraryState = create<LibraryState>(() => ({
  text: '',
  language: '',
  sort: 'added',
  selected: NONE,
  current: null,
  anchor: null,
}))

export function setFilter(filter: Partial<Pick<LibraryState, 'text' | 'language' | 'sort'>>): void {
  useLibraryState.setState(filter)
}

export function clearFilter(): void {
  useLibraryState.setState({ text: '', language: '' })
}

export function setCurrent(current: RowId): void {
  useLibraryState.setState({ current, anchor: current })
}

export function clearSelection(): void {
  useLibraryState.setState({ selected: NONE })
}

export function selectRows(ids: readonly RowId[]): void {
  useLibraryState.setState({ selected: new Set(ids) })
}

export function toggleRow(id: RowId): void {
  useLibraryState.setState(({ selected }) => {
    const next = new Set(selected)
    if (!next.delete(id)) next.add(id)
    return { selected: next, current: id, anchor: id }
  })
}

/** Selects from where the run began up to `id`. */
export function extendTo(id: RowId, order: readonly RowId[]): void {
  useLibraryState.setState(({ anchor, current }) => {
    const from = order.indexOf(anchor ?? current ?? id)
    const to = order.indexOf(id)
    const run = order.slice(Math.max(0, Math.min(from, to)), Math.max(from, to) + 1)
    return { selected: new Set(run), current: id, anchor: anchor ?? current ?? id }
  })
}
