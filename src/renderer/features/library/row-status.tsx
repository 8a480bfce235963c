import type { ReactNode } from 'react'
import type { PairSummary } from '../../../shared/contract/schemas/pair.ts'
import { isAtWork, useAlignJob } from '../../data/jobs.ts'
import { useCommand } from '../../data/use-command.ts'
import { formatCount, formatMoment, formatPercent } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from '../../ui/progress.tsx'
import { rowRemovedAt, type LibraryRow } from './library-row.ts'
import styles from './row.module.css'

export interface RowStatusProps {
  readonly row: LibraryRow
  readonly onAlign: (pair: PairSummary) => void
}

/** The right end of a row: how far it is aligned, and how much hangs on it. */
export function RowStatus({ row, onAlign }: RowStatusProps): ReactNode {
  const t = useT('library')
  const removedAt = rowRemovedAt(row)
  if (removedAt !== null) {
    return <div className={styles['status']}>{t('row.removedAt', { when: formatMoment(removedAt) })}</div>
  }
  return (
    <div className={styles['status']}>
      {row.kind === 'pair' ? <Alignment pair={row.pair} onAlign={onAlign} /> : <Extent row={row} />}
      <Counts row={row} />
    </div>
  )
}

interface AlignmentProps {
  readonly pair: PairSummary
  readonly onAlign: (pair: PairSummary) => void
}

function Alignment({ pair, onAlign }: AlignmentProps): ReactNode {
  const t = useT('library')
  const job = useAlignJob(pair.id)
  const { mutate: cancel } = useCommand('jobs.cancel')

  if (job !== undefined && isAtWork(job)) {
    return (
      <>
        <span className={styles['working']}>
          {t('row.aligning')} {job.total > 0 && formatPercent(job.done / job.total)}
          <Button tone="quiet" small tabIndex={-1} onClick={() => cancel({ jobId: job.id })}>
            {t('row.stop')}
          </Button>
        </span>
        <Progress label={t('row.aligning')} value={job.done} max={job.total} />
      </>
    )
  }
  if (pair.beadCount > 0) {
    const { verifiedCount: done, beadCount: total } = pair
    if (done === 0) return <span>{t('row.units', { count: total })}</span>
    return (
      <>
        <span>{t('row.verified', { done: formatCount(done), total: formatCount(total) })}</span>
        <Progress label={t('row.verifiedLabel', { done, total })} value={done} max={total} />
      </>
    )
  }
  if (pair.kind === 'comparable') return <span>{t('row.comparable')}</span>
  return (
    <span className={styles['working']}>
      {t('row.notAligned')}
      <Button small tabIndex={-1} onClick={() => onAlign(pair)}>
        {t('row.align')}
      </Button>
    </span>
  )
}

function Extent({ row }: { readonly row: Extract<LibraryRow, { kind: 'article' }> }): ReactNode {
  const t = useT('library')
  return <span>{t('row.blocks', { count: row.article.blockCount })}</span>
}

function Counts({ row }: { readonly row: LibraryRow }): ReactNode {
  const t = useT('library')
  const { highlightCount, noteCount } = row.kind === 'pair' ? row.pair : row.article
  const counts = [
    highlightCount > 0 ? t('row.highlights', { count: highlightCount }) : null,
    noteCount > 0 ? t('row.notes', { count: noteCount }) : null,
  ].filter((count) => count !== null)
  return counts.length > 0 ? <span>{counts.join(' · ')}</span> : null
}
