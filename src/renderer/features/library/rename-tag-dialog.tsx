import { useRef, useState, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { parseTagPath, TAG_NAME_LENGTH } from '../../../shared/domain/tag-path.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { useTagActions } from './use-tag-actions.ts'

export interface RenameTagDialogProps {
  readonly tag: Tag
  readonly onClose: () => void
}

/** Another name for a tag; it keeps its place in the tree and its highlights. */
export function RenameTagDialog({ tag, onClose }: RenameTagDialogProps): ReactNode {
  const t = useT('library')
  const shell = useT('shell')
  const [name, setName] = useState(tag.name)
  const field = useRef<HTMLInputElement>(null)
  const tags = useApiQuery('tags.list', {}).data ?? []
  const { rename } = useTagActions()
  const parts = parseTagPath(name)
  const [wanted = ''] = parts
  const isTaken = tags.some(
    ({ id, parentId, name: other }) =>
      id !== tag.id && parentId === tag.parentId && other.toLowerCase() === wanted.toLowerCase(),
  )
  const problem =
    parts.length === 0
      ? t('tags.nameEmpty')
      : /[/／]/u.test(name)
        ? t('tags.nameSlash')
        : isTaken
          ? t('tags.nameTaken', { name: wanted })
          : undefined

  return (
    <Dialog
      open
      onClose={onClose}
      title={t('tags.renameTitle', { path: tag.path })}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={field}
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button tone="primary" type="submit" form="rename-tag" disabled={problem !== undefined}>
            {shell('action.save')}
          </Button>
        </>
      }
    >
      <form
        id="rename-tag"
        onSubmit={(event) => {
          event.preventDefault()
          if (problem !== undefined) return
          if (wanted !== tag.name) rename(tag, wanted)
          onClose()
        }}
      >
        <TextField
          ref={field}
          label={t('tags.name')}
          maxLength={TAG_NAME_LENGTH}
          value={name}
          onChange={setName}
          problem={problem}
          onFocus={(event) => event.currentTarget.select()}
        />
      </form>
    </Dialog>
  )
}
