import { useMemo } from 'react'
import type { ArticleId, PairId } from '../../../shared/domain/ids.ts'
import { useCommand } from '../../data/use-command.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import { rowTitle, type LibraryRow } from './library-row.ts'
import { clearSelection } from './library-state.ts'

export interface LibraryActions {
  readonly remove: (rows: readonly LibraryRow[]) => void
  readonly restore: (rows: readonly LibraryRow[]) => void
  readonly align: (pairId: PairId) => void
}

interface Parts {
  readonly pairIds: PairId[]
  readonly articleIds: ArticleId[]
}

function partsOf(rows: readonly LibraryRow[]): Parts {
  const parts: Parts = { pairIds: [], articleIds: [] }
  for (const row of rows) {
    if (row.kind === 'pair') parts.pairIds.push(row.id)
    else parts.articleIds.push(row.id)
  }
  return parts
}

/** What can be done with rows, each told in a toast that offers to take it back. */
export function useLibraryActions(): LibraryActions {
  const { mutateAsync: removePairs } = useCommand('pairs.remove')
  const { mutateAsync: removeArticles } = useCommand('articles.remove')
  const { mutateAsync: restorePairs } = useCommand('pairs.restore')
  const { mutateAsync: restoreArticles } = useCommand('articles.restore')
  const { mutate: startAlignment } = useCommand('alignment.start')

  return useMemo(() => {
    async function removeParts({ pairIds, articleIds }: Parts): Promise<void> {
      if (pairIds.length > 0) await removePairs({ pairIds })
      if (articleIds.length > 0) await removeArticles({ articleIds })
    }

    async function restoreParts({ pairIds, articleIds }: Parts): Promise<void> {
      // Articles first: a pair needs its two.
      if (articleIds.length > 0) await restoreArticles({ articleIds })
      if (pairIds.length > 0) await restorePairs({ pairIds })
    }

    async function remove(rows: readonly LibraryRow[]): Promise<void> {
      const parts = partsOf(rows)
      await removeParts(parts)
      clearSelection()
      showToast({
        id: STEP_TOAST,
        title: removedSentence(rows),
        action: { label: getT('shell')('action.undo'), run: () => quietly(restoreParts(parts)) },
      })
    }

    async function restore(rows: readonly LibraryRow[]): Promise<void> {
      await restoreParts(partsOf(rows))
      clearSelection()
      const t = getT('library')
      const [first] = rows
      const title =
        rows.length === 1 && first !== undefined
          ? t('toast.restoredOne', { title: rowTitle(first) })
          : t('toast.restored', { count: rows.length })
      showToast({ id: STEP_TOAST, title })
    }

    return {
      remove: (rows) => quietly(remove(rows)),
      restore: (rows) => quietly(restore(rows)),
      align: (pairId) => startAlignment({ pairId }),
    }
  }, [removePairs, removeArticles, restorePairs, restoreArticles, startAlignment])
}

function removedSentence(rows: readonly LibraryRow[]): string {
  const t = getT('library')
  const [first] = rows
  if (rows.length !== 1 || first === undefined) return t('toast.removed', { count: rows.length })
  const title = rowTitle(first)
  return first.kind === 'pair' ? t('toast.takenApart', { title }) : t('toast.removedOne', { title })
}

// The failure itself is told by the mutation.
function quietly(work: Promise<void>): void {
  work.catch(() => undefined)
}
