import { useMemo, useState, type ReactNode } from 'react'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { Color } from '../../../shared/domain/highlight.ts'
import type { ArticleId, SpeakerId, TagId } from '../../../shared/domain/ids.ts'
import { formatLanguageShort } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { toggled, type AnnotationFilter, type SpeakersOf } from './annotation-filter.ts'
import { primarySpan } from './annotation-order.ts'
import { hue } from './color-buttons.tsx'
import { useDesk } from './desk.ts'
import styles from './filter-chips.module.css'
import { TagDot } from './tag-dot.tsx'

const FEW = 5

/** What there is to narrow the list by, with how many highlights each would leave. */
export function FilterChips({
  all,
  version,
  filter,
  onFilter,
}: {
  readonly all: readonly Annotation[]
  /** The list is changed in place; this grows when it is. */
  readonly version: number
  readonly filter: AnnotationFilter
  readonly onFilter: (filter: AnnotationFilter) => void
}): ReactNode {
  const t = useT('annotating')
  const { tags, articles, speakers, speakersOf, colorName } = useDesk()
  const [allTags, setAllTags] = useState(false)
  // oxlint-disable-next-line react/exhaustive-deps
  const counts = useMemo(() => count(all, speakersOf), [all, version, speakersOf])
  const used = tags
    .filter((tag) => counts.tags.has(tag.id))
    .toSorted((a, b) => (counts.tags.get(b.id) ?? 0) - (counts.tags.get(a.id) ?? 0))
  const shown = allTags ? used : used.filter((tag, index) => index < FEW || filter.tagIds.has(tag.id))
  const colors = [...counts.colors.keys()].toSorted((a, b) => a - b)

  return (
    <div role="group" aria-label={t('filter.label')} className={styles['chips']}>
      {shown.map((tag) => (
        <Chip
          key={tag.id}
          pressed={filter.tagIds.has(tag.id)}
          onPress={() => onFilter({ ...filter, tagIds: toggled(filter.tagIds, tag.id) })}
        >
          <TagDot tag={tag} />
          {tag.path} <Count>{counts.tags.get(tag.id) ?? 0}</Count>
        </Chip>
      ))}
      {used.length > shown.length && (
        <button type="button" className={styles['more']} onClick={() => setAllTags(true)}>
          {t('filter.moreTags', { count: used.length - shown.length })}
        </button>
      )}
      {counts.articles.size > 1 &&
        articles.map(({ id, language }) => (
          <Chip
            key={id}
            pressed={filter.articleIds.has(id)}
            onPress={() => onFilter({ ...filter, articleIds: toggled(filter.articleIds, id) })}
          >
            {formatLanguageShort(language)} <Count>{counts.articles.get(id) ?? 0}</Count>
          </Chip>
        ))}
      {speakers
        .filter(({ id }) => counts.speakers.has(id))
        .map(({ id, name }) => (
          <Chip
            key={id}
            pressed={filter.speakerIds.has(id)}
            onPress={() => onFilter({ ...filter, speakerIds: toggled(filter.speakerIds, id) })}
          >
            {name} <Count>{counts.speakers.get(id) ?? 0}</Count>
          </Chip>
        ))}
      {colors.length > 1 &&
        colors.map((color) => (
          <button
            key={color}
            type="button"
            className={styles['color']}
            style={hue(color)}
            aria-pressed={filter.colors.has(color)}
            aria-label={t('filter.color', { color: colorName(color), count: counts.colors.get(color) ?? 0 })}
            title={colorName(color)}
            onClick={() => onFilter({ ...filter, colors: toggled(filter.colors, color) })}
          >
            {/* Drawn by CSS: what is read is the name. */}
            <span data-sign={color} />
          </button>
        ))}
    </div>
  )
}

function Chip({
  pressed,
  onPress,
  children,
}: {
  readonly pressed: boolean
  readonly onPress: () => void
  readonly children: ReactNode
}): ReactNode {
  return (
    <button type="button" className={styles['chip']} aria-pressed={pressed} onClick={onPress}>
      {children}
    </button>
  )
}

function Count({ children }: { readonly children: number }): ReactNode {
  return <span className={styles['count']}>{children}</span>
}

function count(
  all: readonly Annotation[],
  speakersOf: SpeakersOf,
): {
  tags: Map<TagId, number>
  colors: Map<Color, number>
  articles: Map<ArticleId, number>
  speakers: Map<SpeakerId, number>
} {
  const tags = new Map<TagId, number>()
  const colors = new Map<Color, number>()
  const articles = new Map<ArticleId, number>()
  const speakers = new Map<SpeakerId, number>()
  for (const annotation of all) {
    for (const id of annotation.tagIds) tags.set(id, (tags.get(id) ?? 0) + 1)
    for (const id of speakersOf(annotation)) speakers.set(id, (speakers.get(id) ?? 0) + 1)
    colors.set(annotation.color, (colors.get(annotation.color) ?? 0) + 1)
    const article = primarySpan(annotation)?.articleId
    if (article !== undefined) articles.set(article, (articles.get(article) ?? 0) + 1)
  }
  return { tags, colors, articles, speakers }
}
