import type { CommandLabel } from '../../shared/domain/command-label.ts'
import { getT } from './i18n.ts'
import { quoting } from './inner-quotes.ts'

/** A step of the history in words. Does not compile while a kind of step has no sentence. */
export function describeStep({ kind, subject, count }: CommandLabel): string {
  const t = getT('history')
  return quoting(subject, (words) =>
    count > 1 ? t(`many.${kind}`, { subject: words, count }) : t(`one.${kind}`, { subject: words }),
  )
}
