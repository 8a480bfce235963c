import type { ReactNode } from 'react'
import type { ArticleId } from '../../../shared/domain/ids.ts'
import { goToAnnotations } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './card-doubts.module.css'
import { waitingCount } from './doubt-state.ts'

/** How many highlights and links of the articles wait to be checked; nothing when none does. */
export function SidebarDoubts({ articleIds }: { readonly articleIds: readonly ArticleId[] }): ReactNode {
  const t = useT('revising')
  const doubts = useApiQuery('annotations.inDoubt', {}).data ?? []
  const count = waitingCount(doubts.filter(({ articleId }) => articleIds.includes(articleId)))
  if (count === 0) return null
  return (
    <button type="button" className={styles['notice']} onClick={() => goToAnnotations('review')}>
      {t('review.toCheck', { count })}
    </button>
  )
}
