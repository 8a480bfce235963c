import type { MethodName, Output, ParsedInput } from '../shared/contract/contract.ts'
import type { CallContext } from './core-types.ts'

/** One function per method of the contract. */
export type Handlers = {
  readonly [N in MethodName]: (input: ParsedInput<N>, context: CallContext) => Output<N> | Promise<Output<N>>
}

/** The handlers of one area: `AreaHandlers<'tags'>` has every `tags.…`. A missing one does not compile. */
export type AreaHandlers<Area extends string> = Pick<Handlers, Extract<MethodName, `${Area}.${string}`>>
