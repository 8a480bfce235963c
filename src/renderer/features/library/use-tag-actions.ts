import { useMemo } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import { useCommand } from '../../data/use-command.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'

export interface TagActions {
  readonly rename: (tag: Tag, name: string) => void
  readonly recolor: (tag: Tag, color: Color | null) => void
  readonly remove: (tag: Tag) => void
}

/** What can be done with a tag of the codebook, each told in a toast that offers to take it back. */
export function useTagActions(): TagActions {
  const { mutateAsync: update } = useCommand('tags.update')
  const { mutateAsync: removeTag } = useCommand('tags.remove')
  const { mutate: undo } = useCommand('history.undo')

  return useMemo(() => {
    const tell = (title: string): void => {
      showToast({
        id: STEP_TOAST,
        untilNextStep: true,
        title,
        action: { label: getT('shell')('action.undo'), run: () => undo({}) },
      })
    }
    // Promises, not callbacks of the mutation: those fall silent once the dialog that asked is gone.
    const told = (work: Promise<string>): void => {
      // The failure itself is told by the mutation.
      work.then(tell, () => undefined)
    }
    return {
      rename: (tag, name) =>
        told(
          update({ tagId: tag.id, name }).then((renamed) =>
            getT('library')('tags.renamed', { from: tag.name, to: renamed.name }),
          ),
        ),
      recolor: (tag, color) =>
        told(
          update({ tagId: tag.id, color }).then(({ path }) => getT('library')('tags.recolored', { path })),
        ),
      remove: (tag) =>
        told(removeTag({ tagId: tag.id }).then(() => getT('library')('tags.removed', { path: tag.path }))),
    }
  }, [update, removeTag, undo])
}
