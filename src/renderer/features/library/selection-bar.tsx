import type { ReactNode } from 'react'
import type { ArticleId } from '../../../shared/domain/ids.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { showLibraryDialog } from './library-dialogs.ts'
import { rowRemovedAt, type LibraryRow } from './library-row.ts'
import { clearSelection } from './library-state.ts'
import styles from './selection-bar.module.css'
import type { LibraryActions } from './use-library-actions.ts'

export interface SelectionBarProps {
  readonly rows: readonly LibraryRow[]
  readonly actions: LibraryActions
}

/** What can be done with the selected rows. */
export function SelectionBar({ rows, actions }: SelectionBarProps): ReactNode {
  const t = useT('library')
  if (rows.length === 0) return null
  const allRemoved = rows.every((row) => rowRemovedAt(row) !== null)
  const two = twoArticles(rows)
  return (
    <div className={styles['bar']} role="toolbar" aria-label={t('selection.label')}>
      <strong className={styles['count']} role="status">
        {t('selection.count', { count: rows.length })}
      </strong>
      {allRemoved ? (
        <Button small onClick={() => actions.restore(rows)}>
          {t('selection.restore')}
        </Button>
      ) : (
        <>
          {two === null ? (
            rows.length === 1 && rows[0]?.kind === 'article' && <span>{t('selection.pairHint')}</span>
          ) : (
            <Button small tone="primary" onClick={() => showLibraryDialog({ kind: 'pair', articleIds: two })}>
              {t('selection.pairUp')}
            </Button>
          )}
          <Button small tone="danger" onClick={() => actions.remove(rows)}>
            {t('selection.remove')}
          </Button>
        </>
      )}
      <Button small tone="quiet" onClick={clearSelection}>
        {t('selection.clear')}
      </Button>
    </div>
  )
}

function twoArticles(rows: readonly LibraryRow[]): readonly [ArticleId, ArticleId] | null {
  const [first, second] = rows
  if (rows.length !== 2 || first?.kind !== 'article' || second?.kind !== 'article') return null
  return [first.id, second.id]
}
