import type { AnchorState } from '../../../src/shared/domain/anchor.ts'
import type { Color } from '../../../src/shared/domain/highlight.ts'
import type { ArticleMetadata, PairKind } from '../../../src/shared/domain/article.ts'
import type { Id } from '../../../src/shared/domain/ids.ts'
import type { Block, BlockKind, Mark } from '../../../src/shared/domain/text.ts'
import type {
  ExportAnnotation,
  ExportArticle,
  ExportModel,
  ExportNote,
  ExportSpan,
} from '../../../src/shared/export/export-model.ts'

/** A block as tests write it: its sentences, one by one. */
export interface BlockSpec {
  readonly kind?: BlockKind
  readonly level?: number
  readonly speaker?: string
  readonly text: readonly string[]
  /** Marks of the first sentence. */
  readonly marks?: readonly Mark[]
}

export interface ArticleSpec extends Partial<ArticleMetadata> {
  readonly id: string
  readonly blocks: readonly BlockSpec[]
}

export interface QuoteSpec {
  readonly in: string
  readonly quote: string
  readonly state?: AnchorState
}

export interface HighlightSpec extends QuoteSpec {
  readonly id: string
  readonly mirror?: QuoteSpec
  readonly color?: Color
  readonly tags?: readonly string[]
  readonly note?: string
}

export interface ModelSpec {
  readonly articles: readonly ArticleSpec[]
  /** Beads by the numbers of their sentences, counted through each article from 0. */
  readonly pairs?: readonly {
    readonly id: string
    readonly left: string
    readonly right: string
    readonly kind?: PairKind
    readonly beads?: readonly (readonly [left: readonly number[], right: readonly number[]])[]
  }[]
  readonly speakers?: Readonly<
    Record<string, readonly { language: string; name: string; role: string | null }[]>
  >
  readonly highlights?: readonly HighlightSpec[]
  readonly notes?: readonly { readonly id: string; readonly body: string; readonly on?: ExportNote['on'] }[]
  readonly descriptions?: Readonly<Record<string, string>>
  readonly colorNames?: readonly string[]
}

export function id<Kind extends string>(value: string): Id<Kind> {
  return value as Id<Kind>
}

/** An export model from what a test wants to say. Quotes are looked up; a tag path makes the tags above it. */
export function buildModel(spec: ModelSpec): ExportModel {
  const articles = spec.articles.map(buildArticle)
  const byId = new Map<string, ExportArticle>(articles.map((article) => [article.id, article]))
  const highlights = spec.highlights ?? []
  return {
    articles,
    pairs: (spec.pairs ?? []).map(({ id: pairId, left, right, kind = 'parallel', beads = [] }) => ({
      id: id(pairId),
      kind,
      leftArticleId: id(left),
      rightArticleId: id(right),
      beads: beads.map(([lefts, rights], index) => ({
        id: id(`${pairId}-b${index}`),
        left: lefts.map((number) => segmentAt(byId, left, number)),
        right: rights.map((number) => segmentAt(byId, right, number)),
        confidence: 0.9,
        status: 'auto' as const,
        unmatched: false,
        byHand: false,
        review: false,
      })),
    })),
    speakers: Object.entries(spec.speakers ?? {}).map(([speakerId, names]) => ({ id: id(speakerId), names })),
    tags: buildTags(
      highlights.flatMap((highlight) => highlight.tags ?? []),
      spec.descriptions ?? {},
    ),
    annotations: highlights.map((highlight) => buildHighlight(byId, highlight)),
    notes: (spec.notes ?? []).map(({ id: noteId, body, on = { kind: 'free' } }) => ({
      id: id(noteId),
      title: body.split('\n', 1)[0] ?? '',
      body,
      on,
    })),
    colorNames: spec.colorNames ?? [],
  }
}

function buildArticle({ id: articleId, blocks, ...metadata }: ArticleSpec): ExportArticle {
  return {
    title: articleId,
    titleGuessed: false,
    language: 'zh-Hans',
    kind: 'news',
    date: null,
    source: null,
    place: null,
    author: null,
    ...metadata,
    id: id(articleId),
    blocks: blocks.map(({ kind = 'paragraph', level = 0, speaker, text, marks = [] }, at): Block => ({
      id: id(`${articleId}-p${at}`),
      kind,
      level,
      speakerId: speaker === undefined ? null : id(speaker),
      segments: text.map((sentence, number) => ({
        id: id(`${articleId}-p${at}-s${number}`),
        text: sentence,
        marks: number === 0 ? marks : [],
      })),
    })),
  }
}

function segmentAt(
  byId: ReadonlyMap<string, ExportArticle>,
  articleId: string,
  number: number,
): Id<'segment'> {
  const segment = byId.get(articleId)?.blocks.flatMap((block) => block.segments)[number]
  if (segment === undefined) throw new Error(`no sentence ${number} in ${articleId}`)
  return segment.id
}

function buildHighlight(byId: ReadonlyMap<string, ExportArticle>, spec: HighlightSpec): ExportAnnotation {
  return {
    id: id(spec.id),
    color: spec.color ?? 1,
    spans: [
      buildSpan(byId, spec, `${spec.id}-primary`, 'primary'),
      ...(spec.mirror === undefined ? [] : [buildSpan(byId, spec.mirror, `${spec.id}-mirror`, 'mirror')]),
    ],
    tagIds: (spec.tags ?? []).map((path) => id(`tag:${path}`)),
    note: spec.note ?? null,
    noteId: spec.note === undefined ? null : id(`note-of-${spec.id}`),
  }
}

function buildSpan(
  byId: ReadonlyMap<string, ExportArticle>,
  { in: articleId, quote, state = 'ok' }: QuoteSpec,
  spanId: string,
  role: ExportSpan['role'],
): ExportSpan {
  const segments = byId.get(articleId)?.blocks.flatMap((block) => block.segments) ?? []
  const start = segments
    .map((segment) => segment.text)
    .join('')
    .indexOf(quote)
  if (start < 0 && state !== 'lost') throw new Error(`no “${quote}” in ${articleId}`)
  let offset = 0
  const parts = segments.flatMap((segment) => {
    const from = Math.max(start, offset) - offset
    const to = Math.min(start + quote.length, offset + segment.text.length) - offset
    offset += segment.text.length
    return from < to ? [{ segmentId: segment.id, start: from, end: to }] : []
  })
  return {
    id: id(spanId),
    role,
    state,
    articleId: id(articleId),
    parts: state === 'lost' ? [] : parts,
    exact: quote,
    prefix: '',
    suffix: '',
  }
}

function buildTags(
  paths: readonly string[],
  descriptions: Readonly<Record<string, string>>,
): ExportModel['tags'] {
  const all = new Set(
    paths.flatMap((path) => path.split('/').map((_, at, names) => names.slice(0, at + 1).join('/'))),
  )
  return [...all].map((path) => {
    const names = path.split('/')
    return {
      id: id(`tag:${path}`),
      parentId: names.length === 1 ? null : id(`tag:${names.slice(0, -1).join('/')}`),
      name: names.at(-1) ?? '',
      description: descriptions[path] ?? '',
    }
  })
}
