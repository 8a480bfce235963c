import { useRef, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { useTagActions } from './use-tag-actions.ts'

export interface RemoveTagDialogProps {
  readonly tag: Tag
  /** The tags under it, which go with it. */
  readonly below: readonly Tag[]
  readonly onClose: () => void
}

/** Asks before a tag goes from the codebook and from all highlights, and says how many those are. */
export function RemoveTagDialog({ tag, below, onClose }: RemoveTagDialogProps): ReactNode {
  const t = useT('library')
  const shell = useT('shell')
  const cancel = useRef<HTMLButtonElement>(null)
  const { remove } = useTagActions()
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tags.removeTitle', { path: tag.path })}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button
            tone="danger"
            onClick={() => {
              remove(tag)
              onClose()
            }}
          >
            {t('tags.removeConfirm')}
          </Button>
        </>
      }
    >
      {below.length > 0 && (
        <p>{t('tags.removeBelow', { names: below.map(({ path }) => path).join(' · ') })}</p>
      )}
      <p>{tag.totalCount === 0 ? t('tags.removeUnused') : t('tags.removeUsed', { count: tag.totalCount })}</p>
    </Dialog>
  )
}
