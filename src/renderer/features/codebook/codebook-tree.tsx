import { useRef, useState, type DragEvent, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { useT } from '../../i18n/i18n.ts'
import { classNames } from '../../ui/class-names.ts'
import { focusTag, nameTag, setCurrentTag, TREE_ID, useCodebook } from './codebook-state.ts'
import styles from './codebook-tree.module.css'
import { NameInput } from './name-input.tsx'
import { treeKeys } from './tree-keys.ts'
import { TagLine } from './tag-line.tsx'
import { tagsWithin, type TagRow } from './tag-rows.ts'
import type { CodebookActions } from './use-codebook-actions.ts'
import { useWantedFocus } from './use-wanted-focus.ts'

/** What a dragged tag says it is. */
const DRAGGED = 'application/x-duizhao-tag'

export interface CodebookTreeProps {
  readonly tags: readonly Tag[]
  readonly rows: readonly TagRow[]
  readonly actions: CodebookActions
  readonly onOpenDetail: () => void
}

/** The tags as a tree of lines with their counts. One line has the focus; arrows walk, a drag moves. */
export function CodebookTree({ tags, rows, actions, onOpenDetail }: CodebookTreeProps): ReactNode {
  const t = useT('codebook')
  const current = useCodebook((state) => state.current)
  const naming = useCodebook((state) => state.naming)
  const [dragged, setDragged] = useState<Tag | null>(null)
  // `root`: over the room that is no tag's.
  const [over, setOver] = useState<TagId | 'root' | null>(null)
  const tree = useRef<HTMLDivElement>(null)
  useWantedFocus(tree, tags, rows)
  const row = rows.find(({ tag }) => tag.id === current) ?? rows[0]
  const forbidden = dragged === null ? null : tagsWithin(tags, dragged.id)

  const canDrop = (parent: Tag | null): boolean =>
    dragged !== null &&
    (parent?.id ?? null) !== dragged.parentId &&
    (parent === null || forbidden?.has(parent.id) === false)
  const dragging = (parent: Tag | null) => ({
    onDragOver: (event: DragEvent) => {
      event.stopPropagation()
      if (!canDrop(parent)) return
      event.preventDefault()
      event.dataTransfer.dropEffect = 'move'
      setOver(parent?.id ?? 'root')
    },
    onDrop: (event: DragEvent) => {
      event.stopPropagation()
      if (dragged === null || !canDrop(parent)) return
      event.preventDefault()
      actions.move(dragged, parent)
      setDragged(null)
      setOver(null)
    },
  })

  const draft = (parentId: TagId | null, level: number): ReactNode =>
    naming?.kind === 'create' &&
    naming.parentId === parentId && (
      <div
        role="row"
        aria-level={level}
        className={styles['line']}
        style={{ paddingInlineStart: indent(level) }}
      >
        <span role="gridcell" className={styles['draft']}>
          <NameInput
            label={t('name.new')}
            initial=""
            asPath
            onDone={(path) => {
              nameTag(null)
              actions.create(path, tags.find(({ id }) => id === parentId) ?? null)
            }}
            onCancel={() => {
              nameTag(null)
              focusTag(null)
            }}
          />
        </span>
      </div>
    )

  return (
    <div className={styles['room']} data-over={over === 'root' || undefined} {...dragging(null)}>
      <div
        ref={tree}
        id={TREE_ID}
        role="treegrid"
        tabIndex={-1}
        aria-label={t('tree.label')}
        aria-describedby={`${TREE_ID}-hint`}
        className={styles['tree']}
        onKeyDown={treeKeys(rows, row, onOpenDetail)}
        onDragLeave={() => setOver(null)}
      >
        <div role="row" className={classNames(styles['line'], styles['head'])}>
          <span role="columnheader" className={styles['name']}>
            {t('tree.tag')}
          </span>
          <span role="columnheader" className={styles['count']}>
            {t('tree.own')}
          </span>
          <span role="columnheader" className={styles['count']}>
            {t('tree.total')}
          </span>
        </div>
        {draft(null, 1)}
        {rows.map((each) => (
          <Lines key={each.tag.id}>
            <TagLine
              row={each}
              isCurrent={each === row}
              isNamed={naming?.kind === 'rename' && naming.tagId === each.tag.id}
              isOver={over === each.tag.id}
              indent={indent(each.level)}
              onPick={() => setCurrentTag(each.tag.id)}
              onRename={(name) => {
                nameTag(null)
                actions.rename(each.tag, name)
                focusTag(each.tag.id)
              }}
              onCancel={() => {
                nameTag(null)
                focusTag(each.tag.id)
              }}
              drag={{
                ...dragging(each.tag),
                onDragStart: (event: DragEvent) => {
                  event.dataTransfer.setData(DRAGGED, each.tag.id)
                  event.dataTransfer.effectAllowed = 'move'
                  setDragged(each.tag)
                },
                onDragEnd: () => {
                  setDragged(null)
                  setOver(null)
                },
              }}
            />
            {draft(each.tag.id, each.level + 1)}
          </Lines>
        ))}
      </div>
      <p id={`${TREE_ID}-hint`} data-unseen="">
        {t('tree.hint')}
      </p>
      {dragged !== null && dragged.parentId !== null && (
        <p className={styles['toRoot']}>{t('tree.toRoot')}</p>
      )}
    </div>
  )
}

function Lines({ children }: { readonly children: ReactNode }): ReactNode {
  return children
}

function indent(level: number): number {
  return 6 + (level - 1) * 20
}
