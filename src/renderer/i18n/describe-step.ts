import type { CommandLabel } from '../../shared/domain/command-label.ts'
import { getT } from './i18n.ts'

/** A step of the history in words. Does not compile while a kind of step has no sentence. */
export function describeStep({ kind, subject, count }: CommandLabel): string {
  const t = getT('history')
  if (count > 1) return t(`many.${kind}`, { subject, count })
  return t(`one.${kind}`, { subject })
}
