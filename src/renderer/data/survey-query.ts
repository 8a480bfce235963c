import {
  annotationFilter,
  type AnnotationFilter,
  type SurveyKey,
} from '../../shared/contract/schemas/survey.ts'
import {
  SURVEY_DIMENSIONS,
  SURVEY_SORTS,
  type SurveyDimension,
  type SurveySort,
} from '../../shared/domain/highlight-survey.ts'

/** How the list of all highlights is looked at. It stands in the address, so that a figure's cell can open it. */
export interface Survey {
  readonly filter: AnnotationFilter
  readonly group: SurveyDimension | null
  readonly sort: SurveySort
}

export const NO_FILTER: AnnotationFilter = annotationFilter.parse({})

/** The words of the lists in an address, and the fields they stand for. */
const LISTS = {
  tag: 'tagIds',
  color: 'colors',
  lang: 'languages',
  speaker: 'speakerIds',
  article: 'articleIds',
  pair: 'pairIds',
  state: 'states',
} as const

export function formatSurvey({ filter, group, sort }: Partial<Survey>): string {
  const params = new URLSearchParams()
  const wanted = filter ?? NO_FILTER
  for (const [word, field] of Object.entries(LISTS))
    for (const value of wanted[field]) params.append(word, String(value))
  if (!wanted.withDescendants) params.set('exact', '1')
  if (wanted.untagged) params.set('untagged', '1')
  if (wanted.dateFrom !== null) params.set('from', wanted.dateFrom)
  if (wanted.dateTo !== null) params.set('to', wanted.dateTo)
  if (wanted.hasNote !== null) params.set('note', wanted.hasNote ? '1' : '0')
  if (wanted.text !== '') params.set('q', wanted.text)
  for (const { by, key } of wanted.within) params.append('in', key === null ? by : `${by}:${key}`)
  if (group !== undefined && group !== null) params.set('group', group)
  if (sort !== undefined && sort !== 'newest') params.set('sort', sort)
  return params.toString()
}

/** What an address says; what makes no sense in it is left out. */
export function parseSurvey(query: string): Survey {
  const params = new URLSearchParams(query)
  const given: Record<string, unknown> = {}
  for (const [word, field] of Object.entries(LISTS)) {
    const values = params.getAll(word)
    if (values.length > 0) given[field] = word === 'color' ? values.map(Number) : values
  }
  if (params.get('exact') === '1') given['withDescendants'] = false
  if (params.get('untagged') === '1') given['untagged'] = true
  for (const [word, field] of [
    ['from', 'dateFrom'],
    ['to', 'dateTo'],
    ['q', 'text'],
  ] as const) {
    const value = params.get(word)
    if (value !== null) given[field] = value
  }
  const note = params.get('note')
  if (note !== null) given['hasNote'] = note === '1'
  const within = params.getAll('in').flatMap((word): SurveyKey[] => {
    const at = word.indexOf(':')
    const by = SURVEY_DIMENSIONS.find((each) => each === (at < 0 ? word : word.slice(0, at)))
    return by === undefined ? [] : [{ by, key: at < 0 ? null : word.slice(at + 1) }]
  })
  if (within.length > 0) given['within'] = within
  const parsed = annotationFilter.safeParse(given)
  return {
    filter: parsed.success ? parsed.data : NO_FILTER,
    group: SURVEY_DIMENSIONS.find((each) => each === params.get('group')) ?? null,
    sort: SURVEY_SORTS.find((each) => each === params.get('sort')) ?? 'newest',
  }
}

export function isNarrowed(filter: AnnotationFilter): boolean {
  return formatSurvey({ filter: { ...filter, withDescendants: true } }) !== ''
}
