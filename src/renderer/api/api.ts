import { callMethod, createClient, type Client, type Transport } from '../../shared/contract/client.ts'
import type { Input, MethodName, Output } from '../../shared/contract/contract.ts'
import type { EventMessage } from '../../shared/contract/events.ts'
import { host } from './host.ts'

/** This page's own mark. It comes back with the events our calls cause, so that an editor can tell its echo. */
export const clientOrigin: string = crypto.randomUUID()

const transport: Transport = (method, input) => host.call(method, input, clientOrigin)

/** The typed client: `api.annotations.create(…)`. Throws `ApiError`. */
export const api: Client = createClient(transport)

/** Calls a method whose name is a value. Throws `ApiError`. */
export function callApi<N extends MethodName>(method: N, input: Input<N>): Promise<Output<N>> {
  return callMethod(transport, method, input)
}

/** Calls `listener` with every event of the core. */
export function onEvent(listener: (event: EventMessage) => void): () => void {
  return host.subscribe(listener)
}
