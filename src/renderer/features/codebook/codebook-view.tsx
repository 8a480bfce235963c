import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import { useApiQuery } from '../../data/use-api-query.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { nameOrder } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { EmptyState } from '../../ui/empty-state.tsx'
import { CodebookBar } from './codebook-bar.tsx'
import { CodebookDialogs } from './codebook-dialogs.tsx'
import { closeOnly, nameTag, useCodebook } from './codebook-state.ts'
import { CodebookTree } from './codebook-tree.tsx'
import styles from './codebook-view.module.css'
import { DETAIL_ID, TagDetail } from './tag-detail.tsx'
import { tagRows } from './tag-rows.ts'
import { useCodebookActions } from './use-codebook-actions.ts'
import { useCodebookKeys } from './use-codebook-keys.ts'

/** With more tags than this, only those at the root are open to the eye at first. */
const MANY = 400

/** The codebook: the tree of tags, and all about the one that is chosen. */
export function CodebookView(): ReactNode {
  const t = useT('codebook')
  const shell = useT('shell')
  const language = useUiLanguage()
  const { data: tags, error, refetch } = useApiQuery('tags.list', {})
  const { current, closed, text, naming } = useCodebook()
  const search = useRef<HTMLInputElement>(null)
  const actions = useCodebookActions()
  const rows = useMemo(
    () => tagRows(tags ?? [], { closed, text, collator: nameOrder() }),
    // The order of names follows the language of the interface.
    // oxlint-disable-next-line react/exhaustive-deps
    [tags, closed, text, language],
  )
  const row = rows.find(({ tag }) => tag.id === current) ?? rows[0]
  useCodebookKeys({ tags: tags ?? [], tag: row?.tag ?? null, actions, search })

  const isMany = (tags?.length ?? 0) > MANY
  useEffect(() => {
    if (isMany) closeOnly((tags ?? []).map(({ id }) => id))
    // Once; what is opened later stays open.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [isMany])

  if (error !== null) {
    const { title, todo } = describeError(error)
    return (
      <div className={styles['empty']}>
        <EmptyState
          title={title}
          actions={<Button onClick={() => void refetch()}>{shell('action.retry')}</Button>}
        >
          {todo}
        </EmptyState>
      </div>
    )
  }
  if (tags === undefined) return null
  if (tags.length === 0 && naming === null) {
    return (
      <div className={styles['empty']}>
        <EmptyState
          title={t('empty.title')}
          actions={
            <>
              <Button tone="primary" onClick={() => nameTag({ kind: 'create', parentId: null })}>
                {t('action.new')}
              </Button>
              <Button onClick={actions.chooseImport}>{t('action.import')}</Button>
            </>
          }
        >
          {t('empty.body')}
        </EmptyState>
        <CodebookDialogs tags={tags} rows={rows} actions={actions} />
      </div>
    )
  }
  return (
    <div className={styles['view']}>
      <div className={styles['column']}>
        <CodebookBar tags={tags} actions={actions} search={search} />
        {rows.length === 0 && text !== '' && <p className={styles['none']}>{t('search.none')}</p>}
        <CodebookTree
          tags={tags}
          rows={rows}
          actions={actions}
          onOpenDetail={() => document.getElementById(DETAIL_ID)?.querySelector('input')?.focus()}
        />
      </div>
      {row !== undefined && <TagDetail key={row.tag.id} tag={row.tag} actions={actions} />}
      <CodebookDialogs tags={tags} rows={rows} actions={actions} />
    </div>
  )
}
