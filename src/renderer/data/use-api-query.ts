import {
  keepPreviousData,
  queryOptions,
  useQuery,
  type UseQueryOptions,
  type UseQueryResult,
} from '@tanstack/react-query'
import type { Input, Output, QueryName } from '../../shared/contract/contract.ts'
import type { ApiError } from '../../shared/contract/client.ts'
import { callApi } from '../api/api.ts'

export type ApiQueryKey<N extends QueryName> = readonly [N, Input<N>]

export interface ApiQueryOptions {
  /** False: don't ask (yet). */
  readonly enabled?: boolean
  /** True: show the last answer while another input's is on its way. */
  readonly keepPrevious?: boolean
}

/** Options for react-query's own functions (`useQueries`, `queryClient.fetchQuery`). */
export function apiQuery<N extends QueryName>(
  name: N,
  input: Input<N>,
): UseQueryOptions<Output<N>, ApiError, Output<N>, ApiQueryKey<N>> & { queryKey: ApiQueryKey<N> } {
  const queryKey: ApiQueryKey<N> = [name, input]
  return queryOptions<Output<N>, ApiError, Output<N>, ApiQueryKey<N>>({
    queryKey,
    queryFn: () => callApi(name, input),
  })
}

/** Asks a query of the contract; asked again whenever something it reads has changed. */
export function useApiQuery<N extends QueryName>(
  name: N,
  input: Input<N>,
  { enabled = true, keepPrevious = false }: ApiQueryOptions = {},
): UseQueryResult<Output<N>, ApiError> {
  const queryKey: ApiQueryKey<N> = [name, input]
  return useQuery<Output<N>, ApiError, Output<N>, ApiQueryKey<N>>({
    queryKey,
    queryFn: () => callApi(name, input),
    enabled,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  })
}
