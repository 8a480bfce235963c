import { partialDate } from '../../shared/contract/schemas/article.ts'
import type { ArticleKind, ArticleMetadata } from '../../shared/domain/article.ts'

/** An article's metadata while it is being typed: '' stands for what is not known. */
export interface MetadataDraft {
  readonly title: string
  readonly language: string
  readonly kind: ArticleKind
  readonly date: string
  readonly place: string
  readonly source: string
  readonly author: string
}

export type MetadataValues = Omit<ArticleMetadata, 'titleGuessed'>

export function draftOf({
  title,
  language,
  kind,
  date,
  place,
  source,
  author,
}: MetadataValues): MetadataDraft {
  return {
    title,
    language,
    kind,
    date: date ?? '',
    place: place ?? '',
    source: source ?? '',
    author: author ?? '',
  }
}

export type MetadataProblem = 'titleMissing' | 'dateInvalid'

/** What keeps a draft from being saved, by field. */
export function problemsOf({
  title,
  date,
}: MetadataDraft): Partial<Record<'title' | 'date', MetadataProblem>> {
  return {
    ...(title.trim() === '' ? { title: 'titleMissing' } : {}),
    ...(date.trim() !== '' && !partialDate.safeParse(date.trim()).success ? { date: 'dateInvalid' } : {}),
  }
}

/** The fields that differ from `before`, as the API takes them. */
export function changesOf(before: MetadataValues, draft: MetadataDraft): Partial<MetadataValues> {
  const after: MetadataValues = {
    title: draft.title.trim(),
    language: draft.language,
    kind: draft.kind,
    date: orNull(draft.date),
    place: orNull(draft.place),
    source: orNull(draft.source),
    author: orNull(draft.author),
  }
  const keys = Object.keys(after) as (keyof MetadataValues)[]
  return Object.fromEntries(keys.filter((key) => after[key] !== before[key]).map((key) => [key, after[key]]))
}

function orNull(text: string): string | null {
  const trimmed = text.trim()
  return trimmed === '' ? null : trimmed
}
