import type { Output } from '../../shared/contract/contract.ts'
import type { AnnotationFilter, ChosenHighlights } from '../../shared/contract/schemas/survey.ts'
import type { CrosstabColumn, SurveyDimension, SurveySort } from '../../shared/domain/highlight-survey.ts'
import type { HighlightId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import { readCrosstab } from './crosstab.repo.ts'
import { FactsTable } from './facts-table.ts'
import { readCovered, readSurveyRows } from './survey-rows.repo.ts'
import { countGroups, findHighlights, listFound } from './survey.repo.ts'

export interface SurveyRequest {
  readonly filter: AnnotationFilter
  readonly sort: SurveySort
  readonly from: number
  readonly limit: number
}

/** Looks over the highlights of the whole library. */
export interface SurveyService {
  search(request: SurveyRequest): Output<'annotations.search'>
  searchIds(request: SurveyRequest): HighlightId[]
  group(filter: AnnotationFilter, by: SurveyDimension): Output<'annotations.group'>
  crosstab(filter: AnnotationFilter, columns: CrosstabColumn): Output<'annotations.crosstab'>
  texts(ids: readonly HighlightId[]): Output<'annotations.texts'>
  /** The ids a command is about: those listed, or all that the filter finds now. */
  chosen(choice: ChosenHighlights): HighlightId[]
  /** Reads what the answers come from, so that the first need not wait for it. */
  warm(): void
}

export function createSurveyService({ store }: Pick<AreaContext, 'store'>): SurveyService {
  const { read } = store
  const kept = new FactsTable(store)
  const table = (): FactsTable => {
    kept.sync()
    return kept
  }
  return {
    search({ filter, ...page }) {
      const { total, ids } = findHighlights(read, table(), filter, page)
      return { total, rows: readSurveyRows(read, ids) }
    },
    searchIds: ({ filter, ...page }) => findHighlights(read, table(), filter, page).ids,
    group: (filter, by) => countGroups(read, table(), filter, by),
    crosstab: (filter, columns) => readCrosstab(read, table(), filter, columns),
    texts: (ids) => readCovered(read, ids),
    chosen({ highlightIds, filter, except }) {
      const chosen = filter === undefined ? (highlightIds ?? []) : listFound(read, table(), filter)
      const left = new Set(except)
      return chosen.filter((id) => !left.has(id))
    },
    warm: () => void table().order('creation'),
  }
}
