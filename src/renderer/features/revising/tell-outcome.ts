import type { Outcome } from '../../../shared/contract/schemas/revision.ts'
import { goToAnnotations } from '../../data/route.ts'
import { getT } from '../../i18n/i18n.ts'
import { tellStep } from './tell-step.ts'

/** Says what an update or a restore has done, and where to look at what it left in doubt. */
export function tellOutcome(title: string, { ok, moved, lost, doubts }: Outcome): void {
  const t = getT('revising')
  const figures = t('outcome.inWords', { ok, moved, lost })
  const total = ok + moved + lost
  tellStep(
    total === 0 ? title : `${title} ${figures}`,
    doubts.length > 0 ? { label: t('review.open'), run: () => goToAnnotations('review') } : undefined,
  )
}
