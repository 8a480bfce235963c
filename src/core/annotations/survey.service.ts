import type { Output } from '../../shared/contract/contract.ts'
import type { AnnotationFilter, ChosenHighlights } from '../../shared/contract/schemas/survey.ts'
import type { CrosstabColumn, SurveyDimension, SurveySort } from '../../shared/domain/highlight-survey.ts'
import type { HighlightId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import { readCrosstab } from './crosstab.repo.ts'
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
}

export function createSurveyService({ store: { read } }: Pick<AreaContext, 'store'>): SurveyService {
  return {
    search({ filter, ...page }) {
      const { total, ids } = findHighlights(read, filter, page)
      return { total, rows: readSurveyRows(read, ids) }
    },
    searchIds: ({ filter, ...page }) => findHighlights(read, filter, page).ids,
    group: (filter, by) => countGroups(read, filter, by),
    crosstab: (filter, columns) => readCrosstab(read, filter, columns),
    texts: (ids) => readCovered(read, ids),
    chosen({ highlightIds, filter, except }) {
      if (filter === undefined) return highlightIds ?? []
      const left = new Set(except)
      return listFound(read, filter).filter((id) => !left.has(id))
    },
  }
}
