import { useId, useRef, useState, type ReactNode } from 'react'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './dialogs.module.css'
import type { TagDialogProps } from './move-dialog.tsx'
import { tagsWithin } from './tag-rows.ts'
import type { TagId } from '../../../shared/domain/ids.ts'

type Fate = 'untag' | 'parent' | 'delete'

export interface RemoveDialogProps extends TagDialogProps {
  /** The line that has the keys afterwards. */
  readonly next: TagId | null
}

/** Asks, before a tag goes, what becomes of the highlights that carry it or one below it; says how many those are. */
export function RemoveDialog({ tag, tags, next, actions, onClose }: RemoveDialogProps): ReactNode {
  const t = useT('codebook')
  const shell = useT('shell')
  const name = useId()
  const cancel = useRef<HTMLButtonElement>(null)
  const first = useRef<HTMLInputElement>(null)
  const [fate, setFate] = useState<Fate>('untag')
  const { data } = useApiQuery('tags.preview', { tagId: tag.id, change: { kind: 'remove' } })
  const parent = tags.find(({ id }) => id === tag.parentId) ?? null
  const below = tagsWithin(tags, tag.id).size - 1
  const isCarried = tag.totalCount > 0
  const choices: readonly { readonly fate: Fate; readonly label: string; readonly hint: string }[] =
    data === undefined || !isCarried
      ? []
      : [
          {
            fate: 'untag',
            label: t('remove.untag', { count: data.highlightCount }),
            hint: t('remove.untagHint', { count: data.exclusiveCount }),
          },
          ...(parent === null
            ? []
            : [
                {
                  fate: 'parent' as const,
                  label: t('remove.parent', { path: parent.path }),
                  hint: t('remove.parentHint', { count: data.highlightCount }),
                },
              ]),
          {
            fate: 'delete',
            label: t('remove.delete', { count: data.exclusiveCount }),
            hint: t('remove.deleteHint', { count: data.noteCount }),
          },
        ]
  // It opens with its numbers: what has the focus first is the first choice.
  if (isCarried && data === undefined) return null
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('remove.title', { path: tag.path })}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={isCarried ? first : cancel}
      footer={
        <>
          <Button ref={cancel} onClick={onClose}>
            {shell('action.cancel')}
          </Button>
          <Button
            tone="danger"
            onClick={() => {
              actions.remove(tag, fate, next)
              onClose()
            }}
          >
            {t('remove.confirm')}
          </Button>
        </>
      }
    >
      {below > 0 && <p>{t('remove.below', { count: below })}</p>}
      {!isCarried && <p>{t('remove.unused')}</p>}
      {isCarried && (
        <fieldset className={styles['choices']}>
          <legend>{t('remove.question')}</legend>
          {choices.map((choice, index) => (
            <label key={choice.fate} className={styles['choice']}>
              <input
                ref={index === 0 ? first : undefined}
                type="radio"
                name={name}
                checked={fate === choice.fate}
                onChange={() => setFate(choice.fate)}
              />
              <span>
                {choice.label}
                <span className={styles['hint']}>{choice.hint}</span>
              </span>
            </label>
          ))}
        </fieldset>
      )}
    </Dialog>
  )
}
