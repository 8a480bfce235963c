import { useRef, useState, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TagPicker, type Picked } from './tag-picker.tsx'
import { tagsWithin } from './tag-rows.ts'
import type { CodebookActions } from './use-codebook-actions.ts'

export interface TagDialogProps {
  readonly tag: Tag
  readonly tags: readonly Tag[]
  readonly actions: CodebookActions
  readonly onClose: () => void
}

/** Another place for a tag and all below it. */
export function MoveDialog({ tag, tags, actions, onClose }: TagDialogProps): ReactNode {
  const t = useT('codebook')
  const shell = useT('shell')
  const [picked, setPicked] = useState<Picked | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const within = tagsWithin(tags, tag.id)
  const places = tags.filter(({ id }) => !within.has(id) && id !== tag.parentId)
  const submit = (): void => {
    if (picked === null) return
    actions.move(tag, picked === 'root' ? null : picked)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('move.title', { path: tag.path })}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button tone="primary" disabled={picked === null} onClick={submit}>
            {t('move.confirm')}
          </Button>
        </>
      }
    >
      <TagPicker
        label={t('move.field')}
        tags={places}
        withRoot={tag.parentId !== null}
        picked={picked === 'root' ? 'root' : (picked?.id ?? null)}
        onPick={setPicked}
        onSubmit={submit}
        field={field}
      />
    </Dialog>
  )
}
