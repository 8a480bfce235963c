import { useState } from 'react'
import type { FindHit, ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import { useApiQuery } from '../../data/use-api-query.ts'

const MOST_HITS = 5000
const NO_HITS: readonly FindHit[] = []

/** What is looked for in the open text, and which hit is the current one. */
export interface Find {
  readonly query: string
  readonly hits: readonly FindHit[]
  readonly total: number
  /** Index of the current hit; -1 when there is none. */
  readonly current: number
  readonly isAsking: boolean
  readonly setQuery: (query: string) => void
  readonly setCurrent: (current: number) => void
}

export function useFind(target: ReadingTarget): Find {
  const [query, setQueryState] = useState('')
  const [current, setCurrent] = useState(-1)
  const asked = query.trim()
  const answer = useApiQuery(
    'reader.find',
    { target, query: asked, limit: MOST_HITS },
    { enabled: asked !== '', keepPrevious: true },
  )
  const hits = asked === '' ? NO_HITS : (answer.data?.hits ?? NO_HITS)
  return {
    query,
    hits,
    total: asked === '' ? 0 : (answer.data?.total ?? 0),
    current: Math.min(current, hits.length - 1),
    isAsking: answer.isFetching,
    setQuery(next) {
      setQueryState(next)
      setCurrent(-1)
    },
    setCurrent,
  }
}

/** The hit to go to from where one stands: the current one's neighbour, or the first at or after a row. */
export function hitFrom(find: Find, rowIndex: number, step: 1 | -1): number {
  const { hits, current } = find
  if (hits.length === 0) return -1
  if (current >= 0) return (current + step + hits.length) % hits.length
  const next = hits.findIndex((hit) => hit.rowIndex >= rowIndex)
  if (step === 1) return next === -1 ? 0 : next
  return next <= 0 ? hits.length - 1 : next - 1
}
