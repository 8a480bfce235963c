import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import { useApiQuery } from '../../data/use-api-query.ts'

/** How many beads there are to choose from. */
export interface BeadCounts {
  readonly all: number
  readonly verified: number
}

/** Of the pair, or of all pairs of the library; null until it is known, and for what has no beads. */
export function useBeadCounts(scope: ExportScope): BeadCounts | null {
  const enabled = scope.kind === 'pair' || scope.kind === 'library'
  const { data } = useApiQuery('pairs.list', { removed: false }, { enabled })
  if (!enabled || data === undefined) return null
  const pairs = scope.kind === 'pair' ? data.filter(({ id }) => id === scope.pairId) : data
  return {
    all: pairs.reduce((sum, { beadCount }) => sum + beadCount, 0),
    verified: pairs.reduce((sum, { verifiedCount }) => sum + verifiedCount, 0),
  }
}
