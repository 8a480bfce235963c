import { formatPercent } from '../../i18n/format.ts'

/** A score as it is shown. Nothing that is only proposed is shown as certain. */
export function scoreFigure(score: number): string {
  return formatPercent(Math.min(score, 0.99))
}
