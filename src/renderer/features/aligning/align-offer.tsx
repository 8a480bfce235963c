import { useState, type ReactNode } from 'react'
import type { PairKind } from '../../../shared/domain/article.ts'
import type { ArticleId, JobId, PairId } from '../../../shared/domain/ids.ts'
import { useAlignJob, useJob } from '../../data/jobs.ts'
import { updateSettings, currentSettings } from '../../data/settings.ts'
import { useCommand } from '../../data/use-command.ts'
import { formatLanguage } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { AlignProgress } from './align-progress.tsx'
import styles from './align-offer.module.css'
import type { PairOddity } from './pair-oddity.ts'

export interface AlignOfferProps {
  readonly pairId: PairId
  readonly kind: PairKind
  readonly leftId: ArticleId
  readonly rightId: ArticleId
  readonly oddity: PairOddity | null
  readonly onSuggest: () => void
}

/** A quiet line over a pair that is not aligned: offers what fits, then tells how far it is. The text stays readable. */
export function AlignOffer({ pairId, kind, leftId, rightId, oddity, onSuggest }: AlignOfferProps): ReactNode {
  const t = useT('aligning')
  const [jobId, setJobId] = useState<JobId | null>(null)
  const running = useAlignJob(pairId)
  const last = useJob(jobId)
  const start = useCommand('alignment.start')
  const comparable = kind === 'comparable'

  if (running !== undefined)
    return (
      <div className={styles['offer']} role="status">
        <AlignProgress job={running} className={styles['progress'] ?? ''} />
      </div>
    )
  const what = last?.state === 'failed' ? 'offer.failed' : comparable ? 'offer.comparable' : 'offer.unaligned'
  return (
    <div className={styles['offer']} role="status">
      <span className={styles['words']}>
        {t(what)}
        {oddity !== null && <OddityWords oddity={oddity} />}
      </span>
      <span className={styles['actions']}>
        {oddity?.kind === 'languages-swapped' && (
          <CorrectLanguages leftId={leftId} rightId={rightId} left={oddity.left} right={oddity.right} />
        )}
        {oddity?.kind === 'chinese-right' && (
          <Button
            small
            onClick={() => void updateSettings({ sidesSwapped: !currentSettings().sidesSwapped })}
          >
            {t('offer.swapSides')}
          </Button>
        )}
        {comparable && (
          <Button small onClick={onSuggest}>
            {t('offer.suggest')}
          </Button>
        )}
        <Button
          small
          tone={comparable || oddity?.kind === 'same-language' ? 'quiet' : 'plain'}
          disabled={start.isPending}
          onClick={() => start.mutate({ pairId }, { onSuccess: (answer) => setJobId(answer.jobId) })}
        >
          {t('offer.start')}
        </Button>
      </span>
    </div>
  )
}

function OddityWords({ oddity }: { readonly oddity: PairOddity }): ReactNode {
  const t = useT('aligning')
  switch (oddity.kind) {
    case 'same-language':
      return <strong> {t('offer.sameLanguage', { language: formatLanguage(oddity.language) })}</strong>
    case 'languages-swapped':
      return (
        <strong>
          {' '}
          {t('offer.swapped', { left: formatLanguage(oddity.left), right: formatLanguage(oddity.right) })}
        </strong>
      )
    case 'chinese-right':
      return <> {t('offer.rightFirst')}</>
  }
}

function CorrectLanguages({
  leftId,
  rightId,
  left,
  right,
}: {
  readonly leftId: ArticleId
  readonly rightId: ArticleId
  readonly left: string
  readonly right: string
}): ReactNode {
  const t = useT('aligning')
  const update = useCommand('articles.update')
  return (
    <Button
      small
      disabled={update.isPending}
      onClick={() => {
        update.mutate({ articleId: leftId, patch: { language: left } })
        update.mutate({ articleId: rightId, patch: { language: right } })
      }}
    >
      {t('offer.correct')}
    </Button>
  )
}
