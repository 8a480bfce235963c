import type { ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { focusTag, showCodebookDialog, useCodebook } from './codebook-state.ts'
import { ImportDialog } from './import-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { RemoveDialog } from './remove-dialog.tsx'
import { tagsWithin, type TagRow } from './tag-rows.ts'
import type { CodebookActions } from './use-codebook-actions.ts'

export interface CodebookDialogsProps {
  readonly tags: readonly Tag[]
  readonly rows: readonly TagRow[]
  readonly actions: CodebookActions
}

/** Draws the dialog of the codebook that is open, if one is. */
export function CodebookDialogs({ tags, rows, actions }: CodebookDialogsProps): ReactNode {
  const dialog = useCodebook((state) => state.dialog)
  const close = (): void => {
    showCodebookDialog(null)
    focusTag(null)
  }
  if (dialog === null) return null
  if (dialog.kind === 'import') {
    return <ImportDialog file={dialog.file} changes={dialog.changes} actions={actions} onClose={close} />
  }
  const tag = tags.find(({ id }) => id === dialog.tagId)
  if (tag === undefined) return null
  const common = { tag, tags, actions, onClose: close }
  switch (dialog.kind) {
    case 'move':
      return <MoveDialog key={tag.id} {...common} />
    case 'merge':
      return (
        <MergeDialog
          key={`${tag.id} ${dialog.intoId}`}
          {...common}
          intoId={dialog.intoId}
          twin={dialog.twin}
        />
      )
    case 'remove':
      return <RemoveDialog key={tag.id} {...common} next={nextAfter(tags, rows, tag)} />
  }
}

/** The line that comes after a tag and what is below it; the one before where it is the last. */
function nextAfter(tags: readonly Tag[], rows: readonly TagRow[], tag: Tag): Tag['id'] | null {
  const within = tagsWithin(tags, tag.id)
  const index = rows.findIndex((row) => row.tag.id === tag.id)
  const stays = (row: TagRow): boolean => !within.has(row.tag.id)
  return (rows.slice(index).find(stays) ?? rows.slice(0, index).findLast(stays))?.tag.id ?? null
}
