import { useMemo, useState, type MouseEvent, type ReactNode } from 'react'
import type { TagId } from '../../../shared/domain/ids.ts'
import { goToLibrary, navigate } from '../../data/route.ts'
import { LIBRARY_VIEWS, type LibraryView } from '../../data/route-format.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { formatCount, nameOrder } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './library-side.module.css'
import { TagMenu } from './tag-menu.tsx'
import { inTreeOrder } from './tag-tree.ts'

export interface LibrarySideProps {
  readonly view: LibraryView
  readonly tagId: TagId | null
}

/** The views with their counts, and the codebook. */
export function LibrarySide({ view, tagId }: LibrarySideProps): ReactNode {
  const t = useT('library')
  const counts = useViewCounts()
  const tags = useApiQuery('tags.list', {}).data
  const [menuFor, setMenuFor] = useState<TagId | null>(null)
  return (
    <nav className={styles['side']} aria-label={t('title')}>
      <Group label={t('views.label')}>
        {LIBRARY_VIEWS.map((each) => (
          <Entry
            key={each}
            label={t(`views.${each}`)}
            count={counts[each]}
            current={tagId === null && view === each}
            onClick={() => goToLibrary(each)}
          />
        ))}
      </Group>
      <Group label={t('tags.label')}>
        {tags?.length === 0 && <li className={styles['hint']}>{t('tags.none')}</li>}
        {inTreeOrder(tags ?? [], nameOrder()).map(({ tag, depth }) => (
          <Entry
            key={tag.id}
            label={tag.name}
            count={tag.totalCount}
            depth={depth}
            {...(tag.color === null ? {} : { color: tag.color })}
            current={tagId === tag.id}
            onClick={() => navigate({ name: 'library', view: 'all', tagId: tag.id })}
            onMenu={() => setMenuFor(tag.id)}
            menu={
              <TagMenu
                tag={tag}
                tags={tags ?? []}
                open={menuFor === tag.id}
                onOpenChange={(open) => setMenuFor(open ? tag.id : null)}
              />
            }
          />
        ))}
      </Group>
    </nav>
  )
}

function Group({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <section className={styles['group']}>
      <h2 className={styles['heading']}>{label}</h2>
      <ul>{children}</ul>
    </section>
  )
}

interface EntryProps {
  readonly label: string
  readonly count: number | undefined
  readonly depth?: number
  readonly color?: number
  readonly current: boolean
  readonly onClick: () => void
  /** Opens the menu from the entry itself: a right click. */
  readonly onMenu?: () => void
  /** Takes the place of the count when it is needed. */
  readonly menu?: ReactNode
}

function Entry({ label, count, depth = 0, color, current, onClick, onMenu, menu }: EntryProps): ReactNode {
  return (
    <li className={styles['item']}>
      <button
        type="button"
        className={styles['entry']}
        aria-current={current ? 'page' : undefined}
        style={{ paddingInlineStart: 8 + depth * 14 }}
        onClick={onClick}
        {...(onMenu === undefined
          ? {}
          : {
              onContextMenu: (event: MouseEvent) => {
                event.preventDefault()
                onMenu()
              },
            })}
      >
        {color !== undefined && (
          <span className={styles['dot']} style={{ background: `var(--hue-${color})` }} aria-hidden="true" />
        )}
        <span className={styles['label']}>{label}</span>
        <span className={styles['count']}>{count === undefined ? '' : formatCount(count)}</span>
      </button>
      {menu !== undefined && <span className={styles['menu']}>{menu}</span>}
    </li>
  )
}

function useViewCounts(): Record<LibraryView, number | undefined> {
  const articles = useApiQuery('articles.list', { removed: false }).data
  const pairs = useApiQuery('pairs.list', { removed: false }).data
  const recent = useApiQuery('reader.recent', { limit: 50 }).data
  const info = useApiQuery('library.info', {}).data
  return useMemo(() => {
    const unpaired = articles?.filter(({ pairIds }) => pairIds.length === 0).length
    const all = unpaired === undefined || pairs === undefined ? undefined : unpaired + pairs.length
    return { all, pairs: pairs?.length, unpaired, recent: recent?.length, removed: info?.removedCount }
  }, [articles, pairs, recent, info])
}
