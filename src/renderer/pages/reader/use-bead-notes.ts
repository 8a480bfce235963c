import { useMemo } from 'react'
import type { BeadId, PairId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'

/** The beads of the open pair that have a note. */
export function useBeadNotes(pairId: PairId | null): ReadonlySet<BeadId> {
  const { data } = useApiQuery('notes.onBeads', { pairId: pairId ?? NO_PAIR }, { enabled: pairId !== null })
  return useMemo(() => new Set(data), [data])
}

const NO_PAIR = 'none' as PairId
