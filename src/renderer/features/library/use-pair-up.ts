import type { ArticleSummary } from '../../../shared/contract/schemas/article.ts'
import type { PairKind } from '../../../shared/domain/article.ts'
import { openReading } from '../../data/route.ts'
import { useCommand } from '../../data/use-command.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import { clearSelection } from './library-state.ts'

export interface PairUp {
  readonly left: ArticleSummary
  readonly right: ArticleSummary
  readonly kind: PairKind
  readonly align: boolean
  readonly onDone: () => void
}

/** Pairs two articles, and aligns them where that is wished. */
export function usePairUp(): { readonly pairUp: (wish: PairUp) => void; readonly isPending: boolean } {
  const create = useCommand('pairs.create')
  const { mutate: align } = useCommand('alignment.start')
  const { mutate: remove } = useCommand('pairs.remove')

  function pairUp({ left, right, kind, align: alignNow, onDone }: PairUp): void {
    create.mutate(
      { leftArticleId: left.id, rightArticleId: right.id, kind },
      {
        onSuccess: ({ id }) => {
          clearSelection()
          onDone()
          if (alignNow) align({ pairId: id })
          showToast({
            id: STEP_TOAST,
            title: getT('library')('toast.paired', { left: left.title, right: right.title }),
            action: { label: getT('shell')('action.undo'), run: () => remove({ pairIds: [id] }) },
            more: {
              label: getT('library')('menu.open'),
              run: () => openReading({ kind: 'pair', pairId: id }),
            },
          })
        },
      },
    )
  }

  return { pairUp, isPending: create.isPending }
}
