import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { SurveyGroup, SurveyRow } from '../../../shared/contract/schemas/survey.ts'
import type { SurveySort } from '../../../shared/domain/highlight-survey.ts'
import type { HighlightId } from '../../../shared/domain/ids.ts'
import { queryClient } from '../../data/query-client.ts'
import type { Survey } from '../../data/survey-query.ts'
import { apiQuery, useApiQuery } from '../../data/use-api-query.ts'
import { nameOrder } from '../../i18n/format.ts'
import { sectionOf, sectionsOf, type Section } from './survey-layout.ts'

/** Rows asked for at once. */
const PAGE = 100

export interface SurveySections {
  readonly sections: readonly Section[]
  /** Highlights found, each once, however many groups it is in. */
  readonly total: number
  readonly isPending: boolean
  readonly error: Error | null
  readonly retry: () => void
}

export function useSurveySections({ filter, group, sort }: Survey): SurveySections {
  const first = useApiQuery(
    'annotations.search',
    { filter, sort, from: 0, limit: PAGE },
    { keepPrevious: true },
  )
  const groups = useApiQuery(
    'annotations.group',
    { filter, by: group ?? 'color' },
    { enabled: group !== null, keepPrevious: true },
  )
  const total = first.data?.total ?? 0
  const counted = groups.data
  const sections = useMemo(
    () => sectionsOf(filter, group, group === null ? [] : orderGroups(counted ?? [], group), total),
    [filter, group, counted, total],
  )
  return {
    sections,
    total,
    isPending: first.data === undefined || (group !== null && counted === undefined),
    error: first.error ?? groups.error,
    retry: () => void Promise.all([first.refetch(), group === null ? null : groups.refetch()]),
  }
}

function orderGroups(groups: readonly SurveyGroup[], by: Survey['group']): SurveyGroup[] {
  const names = nameOrder()
  const nameOf = ({ key, label }: SurveyGroup): string => label ?? key ?? ''
  const newestFirst = by === 'month' || by === 'year'
  return groups.toSorted((a, b) => {
    // What has none comes last.
    if (a.key === null || b.key === null) return Number(a.key === null) - Number(b.key === null)
    return newestFirst ? (a.key < b.key ? 1 : -1) : names.compare(nameOf(a), nameOf(b))
  })
}

/** The rows at these places, as far as they have come. */
export function useSurveyRows(
  sections: readonly Section[],
  sort: SurveySort,
  places: readonly number[],
): ReadonlyMap<number, SurveyRow> {
  const wanted = useMemo(() => pagesOf(sections, places), [sections, places])
  const answers = useQueries({
    queries: wanted.map(({ section, page }) =>
      apiQuery('annotations.search', { filter: section.filter, sort, from: page * PAGE, limit: PAGE }),
    ),
  })
  const rows = new Map<number, SurveyRow>()
  for (const [index, { section, page }] of wanted.entries()) {
    for (const [at, row] of (answers[index]?.data?.rows ?? []).entries())
      rows.set(section.from + page * PAGE + at, row)
  }
  return rows
}

function pagesOf(
  sections: readonly Section[],
  places: readonly number[],
): { readonly section: Section; readonly page: number }[] {
  const pages = new Map<string, { section: Section; page: number }>()
  for (const place of places) {
    const section = sectionOf(sections, place)
    if (section === undefined || place >= section.from + section.count) continue
    const page = Math.floor((place - section.from) / PAGE)
    pages.set(`${section.from}/${page}`, { section, page })
  }
  return [...pages.values()]
}

/** The ids of the rows from one place to another, both included. */
export async function idsBetween(
  sections: readonly Section[],
  sort: SurveySort,
  from: number,
  to: number,
): Promise<HighlightId[]> {
  const [first, last] = [Math.min(from, to), Math.max(from, to)]
  const touched = sections.filter((section) => section.from <= last && section.from + section.count > first)
  const found = await Promise.all(
    touched.map((section) => {
      const start = Math.max(0, first - section.from)
      const end = Math.min(section.count, last - section.from + 1)
      return queryClient.fetchQuery(
        apiQuery('annotations.searchIds', { filter: section.filter, sort, from: start, limit: end - start }),
      )
    }),
  )
  return found.flat()
}
