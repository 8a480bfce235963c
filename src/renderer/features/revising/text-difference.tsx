import { useState, type ReactNode } from 'react'
import type { ComparedBlock, ComparedRow, Comparison } from '../../../shared/contract/schemas/revision.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { changePieces } from './change-pieces.ts'
import styles from './text-difference.module.css'

const ROWS_AT_ONCE = 200

export interface TextDifferenceProps {
  readonly comparison: Comparison
  readonly language: string
  /** What stands on either side: `Present text`, `File`. */
  readonly before: string
  readonly after: string
}

/** Two states of a text, paragraph by paragraph. What differs is struck through or underlined, and named. */
export function TextDifference({ comparison, language, before, after }: TextDifferenceProps): ReactNode {
  const t = useT('revising')
  const [shown, setShown] = useState(ROWS_AT_ONCE)
  const { rows } = comparison
  return (
    <div className={styles['difference']}>
      <p className={styles['counts']}>{useDifferenceInWords(comparison)}</p>
      <div role="table" aria-label={t('difference.label')} className={styles['table']}>
        <div role="row" className={styles['heads']}>
          <span role="columnheader" data-unseen="">
            {t('difference.kind')}
          </span>
          <span role="columnheader">{before}</span>
          <span role="columnheader">{after}</span>
        </div>
        {rows.slice(0, shown).map((row, index) => (
          // The rows of an answer never change places.
          // oxlint-disable-next-line react/no-array-index-key
          <Row key={index} row={row} language={language} />
        ))}
      </div>
      {rows.length > shown && (
        <Button small onClick={() => setShown(shown + ROWS_AT_ONCE)}>
          {t('difference.more', { count: rows.length - shown })}
        </Button>
      )}
    </div>
  )
}

/** `2 paragraphs changed, 1 new, 3 gone`. */
function useDifferenceInWords({ changed, added, removed, moved }: Comparison): string {
  const t = useT('revising')
  if (changed + added + removed + moved === 0) return t('difference.none')
  const parts = [
    ...(changed > 0 ? [t('difference.changed', { count: changed })] : []),
    ...(added > 0 ? [t('difference.added', { count: added })] : []),
    ...(removed > 0 ? [t('difference.removed', { count: removed })] : []),
    ...(moved > 0 ? [t('difference.moved', { count: moved })] : []),
  ]
  return parts.join(' · ')
}

const SIGNS = { same: '', changed: '±', removed: '−', added: '+' } as const

function Row({ row, language }: { readonly row: ComparedRow; readonly language: string }): ReactNode {
  const t = useT('revising')
  if (row.status === 'skipped') {
    return (
      <div role="row" className={styles['skipped']}>
        <span role="cell" aria-colspan={3}>
          {t('difference.skipped', { count: row.count, shown: formatCount(row.count) })}
        </span>
      </div>
    )
  }
  const isMoved = (row.status === 'removed' || row.status === 'added') && row.moved
  const name = t(isMoved ? `difference.row.moved-${row.status}` : `difference.row.${row.status}`)
  return (
    <div role="row" className={styles['row']} data-status={row.status} data-moved={isMoved || undefined}>
      <span role="cell" className={styles['sign']} title={name}>
        <span aria-hidden="true">{isMoved ? '↕' : SIGNS[row.status]}</span>
        <span data-unseen="">{name}</span>
      </span>
      <Side
        block={row.status === 'added' ? null : row.before}
        as="del"
        whole={row.status === 'removed' && !row.moved}
        language={language}
      />
      <Side
        block={row.status === 'removed' ? null : row.after}
        as="ins"
        whole={row.status === 'added' && !row.moved}
        language={language}
      />
    </div>
  )
}

function Side({
  block,
  as: Changed,
  whole,
  language,
}: {
  readonly block: ComparedBlock | null
  readonly as: 'del' | 'ins'
  /** All of it is on this side alone. */
  readonly whole: boolean
  readonly language: string
}): ReactNode {
  if (block === null) return <span role="cell" className={styles['side']} />
  const changes = whole ? [{ start: 0, end: block.text.length }] : block.changes
  return (
    <span role="cell" className={styles['side']} data-face="text" data-kind={block.kind} lang={language}>
      {changePieces(block.text, changes).map(({ text, start, changed }) =>
        changed ? <Changed key={start}>{text}</Changed> : text,
      )}
    </span>
  )
}
