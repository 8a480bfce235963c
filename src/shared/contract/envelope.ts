import type { z } from 'zod'
import type { envelopeError } from './schemas/import.ts'

export type EnvelopeError = z.infer<typeof envelopeError>

/** How every answer crosses a border: errors are values, because exceptions don't survive serialisation whole. */
export type Envelope<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: EnvelopeError }
