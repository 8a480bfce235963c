import { randomBytes } from 'node:crypto'
import type { EnvelopeError } from '../shared/contract/envelope.ts'
import { DuizhaoError } from '../shared/domain/error.ts'

/**
 * What may leave the core of something that was thrown. An expected failure says what it has to say;
 * anything else is a fault of ours, known outside by a number only. The log gets the stack but never the
 * message: a message may quote the user's text.
 */
export function toEnvelopeError(error: unknown, log: (line: string) => void): EnvelopeError {
  if (error instanceof DuizhaoError) {
    return { code: error.code, message: error.message, details: { ...error.details } }
  }
  const incidentId = randomBytes(4).toString('hex')
  log(`incident ${incidentId}: ${describeFault(error)}`)
  return {
    code: 'internal',
    message: `Something went wrong inside Duizhao (incident ${incidentId}). Nothing was lost.`,
    details: {},
    incidentId,
  }
}

function describeFault(error: unknown): string {
  if (!(error instanceof Error)) return 'something that is not an error was thrown'
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /u.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return [`${error.name}${code}`, ...frames].join('\n')
}
