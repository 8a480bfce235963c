import type { JobId } from '../../../shared/domain/ids.ts'
import { closeImport } from '../../data/open-imports.ts'
import { queryClient } from '../../data/query-client.ts'
import { goToLibrary, openReading } from '../../data/route.ts'
import { useCommand } from '../../data/use-command.ts'
import { getT } from '../../i18n/i18n.ts'
import { quoting } from '../../i18n/inner-quotes.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import { forgetEdits } from './review-edits.ts'
import { titleOf, type Review } from './review-state.ts'

export interface SaveDrafts {
  readonly save: (review: Review) => void
  readonly discard: (onDone: () => void) => void
  readonly isPending: boolean
}

/** Saves what the user wants of an import, or none of it. */
export function useSaveDrafts(jobId: JobId): SaveDrafts {
  const saving = useCommand('imports.save')
  const discarding = useCommand('imports.discard')
  const { mutate: remove } = useCommand('articles.remove')

  function save(review: Review): void {
    saving.mutate(
      { drafts: [...review.toSave] },
      {
        onSuccess: ({ articleIds, pairIds, saved }) => {
          const t = getT('importing')
          const [only] = review.entries.filter(({ isIncluded }) => isIncluded)
          const isPairs = pairIds.length === saved.length
          const title =
            saved.length === 1 && only !== undefined
              ? quoting(titleOf(only), (words) => t('savedOne', { title: words }))
              : isPairs
                ? t('bitext.saved', { count: pairIds.length })
                : t('saved', { count: articleIds.length })
          showToast({
            id: STEP_TOAST,
            title,
            action: { label: getT('shell')('action.undo'), run: () => remove({ articleIds }) },
          })
          // Those left out are done with. One pair is there to be read.
          const [pairId] = pairIds
          discard(
            pairId !== undefined && saved.length === 1
              ? () => openReading({ kind: 'pair', pairId })
              : goToLibrary,
          )
        },
      },
    )
  }

  function discard(onDone: () => void): void {
    discarding.mutate(
      { jobId },
      {
        onSettled: () => {
          closeImport(jobId)
          forgetEdits(jobId)
          onDone()
          // Or coming back would show what is gone as if it could still be saved.
          queryClient.removeQueries({ queryKey: ['imports.drafts', { jobId }] })
        },
      },
    )
  }

  return { save, discard, isPending: saving.isPending || discarding.isPending }
}
