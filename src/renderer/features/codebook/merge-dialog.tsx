import { useRef, useState, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './dialogs.module.css'
import type { TagDialogProps } from './move-dialog.tsx'
import { TagPicker } from './tag-picker.tsx'
import { tagsWithin } from './tag-rows.ts'

export interface MergeDialogProps extends TagDialogProps {
  readonly intoId: TagId | null
  /** The two would have one name in one place: that is why it is offered. */
  readonly twin: boolean
}

/** Makes one tag of two, after showing what that changes. */
export function MergeDialog({ tag, tags, intoId, twin, actions, onClose }: MergeDialogProps): ReactNode {
  const t = useT('codebook')
  const shell = useT('shell')
  const [pickedId, setPickedId] = useState(intoId)
  const field = useRef<HTMLInputElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  const into = tags.find(({ id }) => id === pickedId) ?? null
  const within = tagsWithin(tags, tag.id)
  const submit = (): void => {
    if (into === null) return
    actions.merge(tag, into)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('merge.title', { path: tag.path })}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={twin ? confirm : field}
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button ref={confirm} tone="primary" disabled={into === null} onClick={submit}>
            {t('merge.confirm')}
          </Button>
        </>
      }
    >
      {twin && into !== null ? (
        <p>{t('merge.twin', { path: into.path })}</p>
      ) : (
        <TagPicker
          label={t('merge.field')}
          tags={tags.filter(({ id }) => !within.has(id))}
          withRoot={false}
          picked={pickedId}
          onPick={(picked) => setPickedId(picked === 'root' ? null : picked.id)}
          onSubmit={submit}
          field={field}
        />
      )}
      {into !== null && <Preview tag={tag} into={into} />}
    </Dialog>
  )
}

function Preview({ tag, into }: { readonly tag: Tag; readonly into: Tag }): ReactNode {
  const t = useT('codebook')
  const { data } = useApiQuery(
    'tags.preview',
    { tagId: tag.id, change: { kind: 'merge', intoId: into.id } },
    { keepPrevious: true },
  )
  if (data === undefined) return null
  return (
    <section aria-label={t('merge.preview')} aria-live="polite" className={styles['preview']}>
      <ul>
        {data.merged.map(({ from, into: to }) => (
          <li key={from} className={styles['pair']}>
            <span>{from}</span>
            <span aria-hidden="true">→</span>
            <span>{to}</span>
          </li>
        ))}
      </ul>
      <p>{t('merge.highlights', { count: data.highlightCount })}</p>
      {data.movedCount > 0 && <p>{t('merge.moved', { count: data.movedCount })}</p>}
      <p>{t('merge.texts')}</p>
    </section>
  )
}
