import { useMemo } from 'react'
import { ApiError } from '../../../shared/contract/client.ts'
import type { Input } from '../../../shared/contract/contract.ts'
import type { GrantedFile } from '../../../shared/contract/host.ts'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { tagConflict } from '../../../shared/domain/tag-conflict.ts'
import { callApi } from '../../api/api.ts'
import { host } from '../../api/host.ts'
import { reportError } from '../../data/query-client.ts'
import { useCommand } from '../../data/use-command.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import { focusTag, showCodebookDialog } from './codebook-state.ts'
import { describeCodebookError } from './describe-codebook-error.ts'
import { saveText } from './save-text.ts'

type Fate = NonNullable<Input<'tags.remove'>['highlights']>

export interface CodebookActions {
  /** A tag at a path below another. */
  readonly create: (path: string, parent: Tag | null) => void
  readonly rename: (tag: Tag, name: string) => void
  readonly recolor: (tag: Tag, color: Color | null) => void
  /** Where a tag of that name is there already, the merge of the two is offered. */
  readonly move: (tag: Tag, parent: Tag | null) => void
  readonly merge: (tag: Tag, into: Tag) => void
  readonly remove: (tag: Tag, highlights: Fate, nextId: TagId | null) => void
  /** Says in a toast what was done, with a way back. */
  readonly tell: (title: string) => void
  readonly save: (format: 'qdc' | 'csv') => void
  /** Lets the user choose a file and shows what its import would do. */
  readonly chooseImport: () => void
  readonly bringIn: (file: GrantedFile) => void
}

/** What can be done with the codebook; each step is told in a toast that offers to take it back. */
export function useCodebookActions(): CodebookActions {
  const { mutateAsync: create } = useCommand('tags.create', { quiet: true })
  const { mutateAsync: update } = useCommand('tags.update', { quiet: true })
  const { mutateAsync: move } = useCommand('tags.move', { quiet: true })
  const { mutateAsync: merge } = useCommand('tags.merge', { quiet: true })
  const { mutateAsync: remove } = useCommand('tags.remove', { quiet: true })
  const { mutateAsync: bringIn } = useCommand('tags.importCodebook', { quiet: true })
  const { mutate: undo } = useCommand('history.undo')

  return useMemo(() => {
    const tell = (title: string): void => {
      showToast({
        id: STEP_TOAST,
        title,
        action: { label: getT('shell')('action.undo'), run: () => undo({}) },
      })
    }
    const told = (work: Promise<string>, tagId?: TagId): void => {
      work.then(tell, (error: unknown) => {
        const twin = twinOf(error)
        if (twin === null || tagId === undefined) reportError(error)
        else showCodebookDialog({ kind: 'merge', tagId, intoId: twin, twin: true })
      })
    }
    const t = getT('codebook')
    return {
      tell,
      create: (path, parent) =>
        told(
          create({ path: parent === null ? path : `${parent.path}/${path}` }).then((tag) => {
            focusTag(tag.id)
            return t('told.created', { path: tag.path })
          }),
        ),
      rename: (tag, name) =>
        told(
          update({ tagId: tag.id, name }).then((renamed) =>
            t('told.renamed', { from: tag.name, to: renamed.name }),
          ),
          tag.id,
        ),
      recolor: (tag, color) =>
        told(update({ tagId: tag.id, color }).then(({ path }) => t('told.recolored', { path }))),
      move: (tag, parent) =>
        told(
          move({ tagId: tag.id, parentId: parent?.id ?? null }).then((moved) => {
            focusTag(moved.id)
            return parent === null
              ? t('told.movedToRoot', { name: tag.name })
              : t('told.moved', { name: tag.name, parent: parent.path })
          }),
          tag.id,
        ),
      merge: (tag, into) =>
        told(
          merge({ tagId: tag.id, intoId: into.id }).then((merged) => {
            focusTag(merged.id)
            return t('told.merged', { from: tag.path, into: merged.path })
          }),
        ),
      remove: (tag, highlights, nextId) =>
        told(
          remove({ tagId: tag.id, highlights }).then(() => {
            focusTag(nextId)
            return t('told.removed', { path: tag.path })
          }),
        ),
      save: (format) => {
        callApi('tags.exportCodebook', { format }).then(({ name, mediaType, content }) => {
          saveText(name, mediaType, content)
          showToast({ title: t('told.saved', { name }) })
        }, reportError)
      },
      chooseImport: () => {
        host
          .pickFiles()
          .then(async ([file]) => {
            if (file === undefined) return
            const changes = await callApi('tags.previewCodebook', { grantId: file.grantId })
            showCodebookDialog({ kind: 'import', file, changes })
          })
          .catch((error: unknown) => {
            const said = describeCodebookError(error)
            if (said === null) reportError(error)
            else showToast({ title: t('import.refused'), description: said, tone: 'error' })
          })
      },
      bringIn: (file) =>
        told(
          bringIn({ grantId: file.grantId }).then(({ created, updated }) =>
            t('told.imported', { created, updated }),
          ),
        ),
    }
  }, [create, update, move, merge, remove, bringIn, undo])
}

function twinOf(error: unknown): TagId | null {
  if (!(error instanceof ApiError) || tagConflict(error.details) !== 'twin') return null
  const id = error.details['tagId']
  return typeof id === 'string' ? (id as TagId) : null
}
