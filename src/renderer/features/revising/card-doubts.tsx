import type { ReactNode } from 'react'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import type { HighlightId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import styles from './card-doubts.module.css'
import { acceptDoubts, detachDoubts } from './doubt-actions.ts'
import { doubtKey, doubtState } from './doubt-state.ts'

export interface CardDoubtsProps {
  readonly highlightId: HighlightId
  readonly onAdjust: (doubt: DoubtfulAnchor) => void
  readonly onSay: (text: string) => void
}

/** On a highlight's card: what it stood on before, and what can be done about it. */
export function CardDoubts({ highlightId, onAdjust, onSay }: CardDoubtsProps): ReactNode {
  const t = useT('revising')
  const doubts = useApiQuery('annotations.inDoubt', {}).data ?? []
  const mine = doubts.filter((doubt) => doubt.kind === 'highlight' && doubt.id === highlightId)
  const act = (work: Promise<string | null>): void => {
    void work.then((said) => {
      if (said !== null) onSay(said)
    })
  }
  return mine.map((doubt) => {
    const state = doubtState(doubt)
    return (
      <div key={doubtKey(doubt)} role="group" aria-label={t('doubt.actions')} className={styles['doubt']}>
        {state === 'moved' && doubt.was !== null && (
          <p className={styles['was']}>
            {t('card.was')} <span data-face="text">{doubt.was}</span>
          </p>
        )}
        <div className={styles['actions']}>
          {state === 'moved' && (
            <Button small onClick={() => act(acceptDoubts([doubt]))}>
              {t('review.accept')}
            </Button>
          )}
          <Button small onClick={() => onAdjust(doubt)}>
            {t(state === 'moved' ? 'review.adjustShort' : 'review.attachShort')}
          </Button>
          {state === 'moved' && (
            <Button small tone="quiet" onClick={() => act(detachDoubts([doubt]))}>
              {t('review.detach')}
            </Button>
          )}
        </div>
      </div>
    )
  })
}
