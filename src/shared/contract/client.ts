import type { ErrorCode } from '../domain/error.ts'
import { contract, type Input, type MethodName, type Output } from './contract.ts'
import type { Envelope, EnvelopeError } from './envelope.ts'

/** Carries a call to the core and its envelope back, by whatever wire the host has. */
export type Transport = (method: MethodName, input: unknown) => Promise<Envelope<unknown>>

/** A failed call, as the client throws it. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly code: ErrorCode
  readonly details: EnvelopeError['details']
  readonly incidentId: string | null

  constructor(error: EnvelopeError) {
    super(error.message)
    this.code = error.code
    this.details = error.details
    this.incidentId = error.incidentId ?? null
  }
}

type AreaOf<N extends MethodName> = N extends `${infer Area}.${string}` ? Area : never
type NamesIn<Area extends string> = Extract<MethodName, `${Area}.${string}`>
type Short<N extends MethodName> = N extends `${string}.${infer Name}` ? Name : never

/** `api.annotations.create(…)`: one function per method of the contract. */
export type Client = {
  readonly [Area in AreaOf<MethodName>]: {
    readonly [N in NamesIn<Area> as Short<N>]: (input: Input<N>) => Promise<Output<N>>
  }
}

/** Calls a method by name and unwraps the envelope. Throws {@link ApiError}. */
export async function callMethod<N extends MethodName>(
  transport: Transport,
  method: N,
  input: Input<N>,
): Promise<Output<N>> {
  const envelope = await transport(method, input)
  if (!envelope.ok) throw new ApiError(envelope.error)
  // The core validated the answer against the contract before it crossed the wire.
  return envelope.value as Output<N>
}

/** Builds the typed client over a transport. */
export function createClient(transport: Transport): Client {
  const areas: Record<string, Record<string, (input: never) => Promise<unknown>>> = {}
  for (const method of Object.keys(contract) as MethodName[]) {
    const [area = '', name = ''] = method.split('.')
    const methods = (areas[area] ??= {})
    methods[name] = (input: never) => callMethod(transport, method, input)
  }
  // The loop above made exactly the shape that the mapped type describes.
  return areas as unknown as Client
}
