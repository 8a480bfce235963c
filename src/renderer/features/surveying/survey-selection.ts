import { create } from 'zustand'
import type { HighlightId } from '../../../shared/domain/ids.ts'

/** What is selected: some, or all that the filter finds but for some. */
export type Selected =
  | { readonly kind: 'some'; readonly ids: ReadonlySet<HighlightId> }
  | { readonly kind: 'all'; readonly except: ReadonlySet<HighlightId> }

interface SelectionState {
  readonly selected: Selected
  /** The place of the row the keys are on, among all rows from 0. */
  readonly current: number
  /** Where a run of selected rows began. */
  readonly anchor: number
}

const NOTHING: Selected = { kind: 'some', ids: new Set() }

/** Which rows of the list of highlights are selected; kept while other pages are open. */
export const useSurveySelection = create<SelectionState>(() => ({ selected: NOTHING, current: 0, anchor: 0 }))

export function isSelected(selected: Selected, id: HighlightId): boolean {
  return selected.kind === 'some' ? selected.ids.has(id) : !selected.except.has(id)
}

export function countSelected(selected: Selected, total: number): number {
  return selected.kind === 'some' ? selected.ids.size : Math.max(0, total - selected.except.size)
}

export function setCurrent(current: number): void {
  useSurveySelection.setState({ current, anchor: current })
}

export function clearSelection(): void {
  useSurveySelection.setState({ selected: NOTHING })
}

export function selectAll(): void {
  useSurveySelection.setState({ selected: { kind: 'all', except: new Set() } })
}

export function toggle(id: HighlightId, place: number): void {
  useSurveySelection.setState(({ selected }) => {
    const ids = new Set(selected.kind === 'some' ? selected.ids : selected.except)
    if (!ids.delete(id)) ids.add(id)
    const next: Selected = selected.kind === 'some' ? { kind: 'some', ids } : { kind: 'all', except: ids }
    return { selected: next, current: place, anchor: place }
  })
}

/** Selects a run of rows, from where it began up to `to`; what else was selected stays so. */
export function selectRun(ids: readonly HighlightId[], to: number): void {
  useSurveySelection.setState(({ selected, anchor }) => ({
    selected:
      selected.kind === 'some'
        ? { kind: 'some', ids: new Set([...selected.ids, ...ids]) }
        : { kind: 'all', except: new Set([...selected.except].filter((id) => !ids.includes(id))) },
    current: to,
    anchor,
  }))
}
