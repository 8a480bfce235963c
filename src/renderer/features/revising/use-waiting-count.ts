import { useApiQuery } from '../../data/use-api-query.ts'
import { waitingCount } from './doubt-state.ts'

/** How many highlights and links of the library wait to be checked. */
export function useWaitingCount(): number {
  return waitingCount(useApiQuery('annotations.inDoubt', {}).data ?? [])
}
