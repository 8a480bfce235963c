import type { z } from 'zod'
import { contract, isMethodName, type MethodName } from '../shared/contract/contract.ts'
import type { Envelope } from '../shared/contract/envelope.ts'
import { DuizhaoError } from '../shared/domain/error.ts'
import type { CallContext } from './core-types.ts'
import { toEnvelopeError } from './errors.ts'
import type { Handlers } from './handlers.ts'

/** Says which field is wrong and how, without repeating its value. */
function invalidInput(method: MethodName, error: z.ZodError): DuizhaoError {
  const [issue] = error.issues
  const where = issue === undefined || issue.path.length === 0 ? 'input' : issue.path.join('.')
  return new DuizhaoError('invalid_input', `${method}: ${where}: ${issue?.message ?? 'not as expected'}`, {
    field: where,
  })
}

/**
 * The one place where calls of every host come in: the input is checked against the contract here and
 * nowhere else, and whatever is thrown becomes an envelope.
 */
export async function dispatch(
  handlers: Handlers,
  method: string,
  input: unknown,
  context: CallContext,
  log: (line: string) => void,
): Promise<Envelope<unknown>> {
  try {
    if (!isMethodName(method)) {
      throw new DuizhaoError('unknown_method', 'This window asks for something this Duizhao does not have.')
    }
    const parsed = contract[method].input.safeParse(input)
    if (!parsed.success) throw invalidInput(method, parsed.error)
    // The contract ties a method's name to its handler's input; indexing by a variable loses that tie.
    const handle = handlers[method] as (input: unknown, context: CallContext) => unknown
    return { ok: true, value: await handle(parsed.data, context) }
  } catch (error) {
    return { ok: false, error: toEnvelopeError(error, log) }
  }
}
