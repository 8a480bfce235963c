import type { z } from 'zod'
import type { Entity } from '../domain/entity.ts'

/** One method of the API as the contract's table lists it. */
export interface Method<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  readonly kind: 'query' | 'command'
  readonly input: Input
  readonly output: Output
  /** What a query's answer is made of: it is asked again once one of these has changed. */
  readonly reads: readonly Entity[]
}

/** A method that changes nothing the user made. */
export function query<Input extends z.ZodType, Output extends z.ZodType>(method: {
  input: Input
  output: Output
  reads: readonly Entity[]
}): Method<Input, Output> & { readonly kind: 'query' } {
  return { kind: 'query', ...method }
}

/** A method that changes something, or starts work that will. */
export function command<Input extends z.ZodType, Output extends z.ZodType>(method: {
  input: Input
  output: Output
}): Method<Input, Output> & { readonly kind: 'command' } {
  return { kind: 'command', reads: [], ...method }
}
