import { useMemo, type ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { goToLibrary, navigate } from '../../data/route.ts'
import { LIBRARY_VIEWS, type LibraryView } from '../../data/route-format.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { formatCount, nameOrder } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './library-side.module.css'

export interface LibrarySideProps {
  readonly view: LibraryView
  readonly tagId: TagId | null
}

/** The views with their counts, and the codebook. */
export function LibrarySide({ view, tagId }: LibrarySideProps): ReactNode {
  const t = useT('library')
  const counts = useViewCounts()
  const tags = useApiQuery('tags.list', {}).data
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
        {inTreeOrder(tags ?? []).map(({ tag, depth }) => (
          <Entry
            key={tag.id}
            label={tag.name}
            count={tag.count}
            depth={depth}
            {...(tag.color === null ? {} : { color: tag.color })}
            current={tagId === tag.id}
            onClick={() => navigate({ name: 'library', view: 'all', tagId: tag.id })}
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
}

function Entry({ label, count, depth = 0, color, current, onClick }: EntryProps): ReactNode {
  return (
    <li>
      <button
        type="button"
        className={styles['entry']}
        aria-current={current ? 'page' : undefined}
        style={{ paddingInlineStart: 8 + depth * 14 }}
        onClick={onClick}
      >
        {color !== undefined && (
          <span className={styles['dot']} style={{ background: `var(--hue-${color})` }} aria-hidden="true" />
        )}
        <span className={styles['label']}>{label}</span>
        <span className={styles['count']}>{count === undefined ? '' : formatCount(count)}</span>
      </button>
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

interface TagPlace {
  readonly tag: Tag
  readonly depth: number
}

/** Parents before their children, siblings by name. */
function inTreeOrder(tags: readonly Tag[]): TagPlace[] {
  const children = new Map<TagId | null, Tag[]>()
  for (const tag of tags) children.set(tag.parentId, [...(children.get(tag.parentId) ?? []), tag])
  const collator = nameOrder()
  const below = (parentId: TagId | null, depth: number): TagPlace[] =>
    (children.get(parentId) ?? [])
      .toSorted((a, b) => collator.compare(a.name, b.name))
      .flatMap((tag) => [{ tag, depth }, ...below(tag.id, depth + 1)])
  return below(null, 0)
}
