import { useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { COLORS } from '../../../shared/domain/highlight.ts'
import { parseTagPath, TAG_NAME_LENGTH } from '../../../shared/domain/tag-path.ts'
import { goToAnnotations } from '../../data/route.ts'
import { useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { useColorNames } from '../../i18n/use-color-names.ts'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/keys.ts'
import { TextField } from '../../ui/text-field.tsx'
import { focusTag, nameTag, showCodebookDialog } from './codebook-state.ts'
import { Swatches } from './swatches.tsx'
import styles from './tag-detail.module.css'
import { TagText } from './tag-text.tsx'
import type { CodebookActions } from './use-codebook-actions.ts'

export const DETAIL_ID = 'codebook-detail'

export interface TagDetailProps {
  readonly tag: Tag
  readonly actions: CodebookActions
}

/** All about one tag, to be changed in place. To be keyed by the tag. */
export function TagDetail({ tag, actions }: TagDetailProps): ReactNode {
  const t = useT('codebook')
  const names = useColorNames(useSettings().colorNames)
  const below = tag.totalCount - tag.count
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || isComposing(event) || event.defaultPrevented) return
    event.preventDefault()
    focusTag(tag.id)
  }
  return (
    // Escape leads back to the tree.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      id={DETAIL_ID}
      aria-label={t('detail.label', { path: tag.path })}
      className={styles['detail']}
      onKeyDown={onKeyDown}
    >
      <p className={styles['path']}>{tag.path}</p>
      <NameField tag={tag} onRename={(name) => actions.rename(tag, name)} />
      <Swatches
        label={t('detail.color')}
        value={tag.color}
        none={t('detail.noColor')}
        swatches={COLORS.map((color) => ({ color, label: names[color] }))}
        onChange={(color) => actions.recolor(tag, color)}
      />
      <TagText
        tag={tag}
        field="description"
        label={t('detail.description')}
        placeholder={t('detail.descriptionHint')}
        onSaved={() => actions.tell(t('told.described', { path: tag.path }))}
      />
      <TagText
        tag={tag}
        field="examples"
        label={t('detail.examples')}
        placeholder={t('detail.examplesHint')}
        onSaved={() => actions.tell(t('told.exampled', { path: tag.path }))}
      />
      <div className={styles['carried']}>
        {tag.totalCount === 0 ? (
          <p className={styles['hint']}>{t('detail.carriedNone')}</p>
        ) : (
          <>
            <button
              type="button"
              className={styles['link']}
              onClick={() => goToAnnotations('highlights', new URLSearchParams({ tag: tag.id }).toString())}
            >
              {t('detail.carried', { count: tag.totalCount })}
            </button>
            {below > 0 && <p className={styles['hint']}>{t('detail.carriedOwn', { count: tag.count })}</p>}
          </>
        )}
      </div>
      <div className={styles['actions']}>
        <Button small onClick={() => nameTag({ kind: 'create', parentId: tag.id })}>
          {t('action.child')}
        </Button>
        <Button small onClick={() => showCodebookDialog({ kind: 'move', tagId: tag.id })}>
          {t('action.move')}
        </Button>
        <Button
          small
          onClick={() => showCodebookDialog({ kind: 'merge', tagId: tag.id, intoId: null, twin: false })}
        >
          {t('action.merge')}
        </Button>
        <Button small tone="danger" onClick={() => showCodebookDialog({ kind: 'remove', tagId: tag.id })}>
          {t('action.remove')}
        </Button>
      </div>
    </section>
  )
}

function NameField({
  tag,
  onRename,
}: {
  readonly tag: Tag
  readonly onRename: (name: string) => void
}): ReactNode {
  const t = useT('codebook')
  const [typed, setTyped] = useState<string | null>(null)
  const field = useRef<HTMLInputElement>(null)
  const name = typed ?? tag.name
  const names = parseTagPath(name)
  const problem = names.length === 0 ? t('name.empty') : names.length > 1 ? t('name.slash') : undefined
  const finish = (): void => {
    const [wanted] = names
    if (problem === undefined && wanted !== undefined && wanted !== tag.name) onRename(wanted)
    setTyped(null)
  }
  return (
    <TextField
      ref={field}
      label={t('detail.name')}
      maxLength={TAG_NAME_LENGTH}
      value={name}
      problem={problem}
      onChange={setTyped}
      onBlur={finish}
      onKeyDown={(event) => {
        if (isComposing(event)) return
        if (event.key === 'Enter' && problem === undefined) {
          event.preventDefault()
          finish()
        } else if (event.key === 'Escape' && typed !== null) {
          event.preventDefault()
          setTyped(null)
        }
      }}
    />
  )
}
