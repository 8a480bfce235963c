import { useMutation, type UseMutationResult } from '@tanstack/react-query'
import type { ApiError } from '../../shared/contract/client.ts'
import type { CommandName, Input, Output } from '../../shared/contract/contract.ts'
import { callApi } from '../api/api.ts'

export interface CommandOptions {
  /** True: the caller shows failures itself. */
  readonly quiet?: boolean
}

/**
 * A command of the contract: `useCommand('articles.remove').mutate({ … })`. A failure is told in a toast.
 * What it changed comes back through the events.
 */
export function useCommand<N extends CommandName>(
  name: N,
  { quiet = false }: CommandOptions = {},
): UseMutationResult<Output<N>, ApiError, Input<N>> {
  return useMutation<Output<N>, ApiError, Input<N>>({
    mutationKey: [name],
    mutationFn: (input) => callApi(name, input),
    meta: { quiet },
  })
}
