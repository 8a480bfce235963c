import type { Side } from '../domain/article.ts'
import type { Bead } from '../domain/bead.ts'
import type { ArticleId, BeadId, PairId, SegmentId, SpeakerId, TagId } from '../domain/ids.ts'
import { formatTagPath } from '../domain/tag-path.ts'
import type { Block, Segment } from '../domain/text.ts'
import type {
  ExportAnnotation,
  ExportArticle,
  ExportModel,
  ExportNote,
  ExportPair,
  ExportSpeaker,
  ExportTag,
} from './export-model.ts'
import type { NoteAddress } from './note-addresses.ts'
import { compareArticles, compareText } from './total-order.ts'

/** Where a segment stands. `ordinal` counts the article's segments in reading order from 0. */
export interface SegmentPlace {
  readonly article: ExportArticle
  readonly block: Block
  readonly blockIndex: number
  readonly ordinal: number
  readonly segment: Segment
}

/** A pair with its articles, and for each segment the index of its bead. */
export interface LinkedPair {
  readonly pair: ExportPair
  readonly left: ExportArticle
  readonly right: ExportArticle
  readonly beadIndex: ReadonlyMap<SegmentId, number>
}

export interface LinkedTag {
  readonly tag: ExportTag
  /** The names from the root, joined with `/`. */
  readonly path: string
  /** The same names one by one. */
  readonly names: readonly string[]
}

/** An export model with its references resolved; made once per export. */
export interface LinkedModel {
  readonly colorNames: readonly string[]
  /** In a total order that depends on nothing but the articles themselves. */
  readonly articles: readonly ExportArticle[]
  readonly pairs: readonly LinkedPair[]
  /** By path. */
  readonly tags: readonly LinkedTag[]
  readonly articleById: ReadonlyMap<ArticleId, ExportArticle>
  readonly pairById: ReadonlyMap<PairId, LinkedPair>
  readonly tagById: ReadonlyMap<TagId, LinkedTag>
  readonly speakerById: ReadonlyMap<SpeakerId, ExportSpeaker>
  readonly placeOf: ReadonlyMap<SegmentId, SegmentPlace>
  /** Pairs that an article is a side of. */
  readonly pairsOf: (id: ArticleId) => readonly LinkedPair[]
  /** Highlights that have a span in the article. */
  readonly annotationsIn: (id: ArticleId) => readonly ExportAnnotation[]
  /** Highlights that carry the tag or one below it. */
  readonly annotationsUnder: (id: TagId) => readonly ExportAnnotation[]
  /** In the order they were made. */
  readonly notesOnArticle: (id: ArticleId) => readonly ExportNote[]
  readonly notesOnBead: (id: BeadId) => readonly ExportNote[]
  readonly freeNotes: readonly ExportNote[]
  /** Where links of the notes lead; it depends on the file that is written. */
  readonly noteAddress: NoteAddress
}

export function linkModel(model: ExportModel): LinkedModel {
  const articles = model.articles.toSorted(compareArticles)
  const articleById = new Map(articles.map((article) => [article.id, article]))
  const placeOf = new Map(articles.flatMap(placesIn))
  const pairs = linkPairs(model.pairs, articleById)
  const tags = linkTags(model.tags)
  const tagById = new Map(tags.map((linked) => [linked.tag.id, linked]))
  const pairsByArticle = Map.groupBy(
    pairs.flatMap((linked) => [linked.left, linked.right].map((article) => ({ linked, id: article.id }))),
    (entry) => entry.id,
  )
  const byArticle = groupAnnotations(model.annotations, (annotation) =>
    annotation.spans.map((span) => span.articleId),
  )
  const notes = model.notes.toSorted((a, b) => compareText(a.id, b.id))
  const notesByPlace = Map.groupBy(notes, ({ on }) =>
    on.kind === 'article' ? on.articleId : on.kind === 'bead' ? on.beadId : null,
  )
  const byTag = groupAnnotations(model.annotations, (annotation) => withAncestors(annotation.tagIds, tagById))
  return {
    colorNames: model.colorNames,
    articles,
    pairs,
    tags,
    articleById,
    pairById: new Map(pairs.map((linked) => [linked.pair.id, linked])),
    tagById,
    speakerById: new Map(model.speakers.map((speaker) => [speaker.id, speaker])),
    placeOf,
    pairsOf: (id) => pairsByArticle.get(id)?.map((entry) => entry.linked) ?? [],
    annotationsIn: (id) => byArticle.get(id) ?? [],
    annotationsUnder: (id) => byTag.get(id) ?? [],
    notesOnArticle: (id) => notesByPlace.get(id) ?? [],
    notesOnBead: (id) => notesByPlace.get(id) ?? [],
    freeNotes: notesByPlace.get(null) ?? [],
    noteAddress: () => null,
  }
}

/** The other side of a pair, seen from one of its articles. */
export function otherSide(linked: LinkedPair, from: ArticleId): { article: ExportArticle; side: Side } {
  return linked.left.id === from
    ? { article: linked.right, side: 'right' }
    : { article: linked.left, side: 'left' }
}

/** A bead's segments of one side. */
export function beadSide(bead: Bead, side: Side): readonly SegmentId[] {
  return side === 'left' ? bead.left : bead.right
}

function placesIn(article: ExportArticle): [SegmentId, SegmentPlace][] {
  let ordinal = 0
  return article.blocks.flatMap((block, blockIndex) =>
    block.segments.map((segment): [SegmentId, SegmentPlace] => [
      segment.id,
      { article, block, blockIndex, segment, ordinal: ordinal++ },
    ]),
  )
}

function linkPairs(
  pairs: readonly ExportPair[],
  articleById: ReadonlyMap<ArticleId, ExportArticle>,
): LinkedPair[] {
  return pairs
    .flatMap((pair): LinkedPair[] => {
      const left = articleById.get(pair.leftArticleId)
      const right = articleById.get(pair.rightArticleId)
      if (left === undefined || right === undefined) return []
      const beadIndex = new Map(
        pair.beads.flatMap((bead, index) =>
          [...bead.left, ...bead.right].map((id): [SegmentId, number] => [id, index]),
        ),
      )
      return [{ pair, left, right, beadIndex }]
    })
    .toSorted(
      (a, b) =>
        compareArticles(a.left, b.left) ||
        compareArticles(a.right, b.right) ||
        compareText(a.pair.id, b.pair.id),
    )
}

function linkTags(tags: readonly ExportTag[]): LinkedTag[] {
  const byId = new Map(tags.map((tag) => [tag.id, tag]))
  return tags
    .map((tag) => {
      const names: string[] = []
      const seen = new Set<TagId>()
      for (let at: ExportTag | undefined = tag; at !== undefined && !seen.has(at.id);) {
        names.unshift(at.name)
        seen.add(at.id)
        at = at.parentId === null ? undefined : byId.get(at.parentId)
      }
      return { tag, names, path: formatTagPath(names) }
    })
    .toSorted((a, b) => compareText(a.path, b.path) || compareText(a.tag.id, b.tag.id))
}

function withAncestors(tagIds: readonly TagId[], tagById: ReadonlyMap<TagId, LinkedTag>): TagId[] {
  const found = new Set<TagId>()
  for (const tagId of tagIds) {
    for (let id: TagId | null = tagId; id !== null && !found.has(id);) {
      found.add(id)
      id = tagById.get(id)?.tag.parentId ?? null
    }
  }
  return [...found]
}

function groupAnnotations<Key>(
  annotations: readonly ExportAnnotation[],
  keysOf: (annotation: ExportAnnotation) => readonly Key[],
): Map<Key, ExportAnnotation[]> {
  const groups = new Map<Key, ExportAnnotation[]>()
  for (const annotation of annotations) {
    for (const key of new Set(keysOf(annotation))) {
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [annotation])
      else group.push(annotation)
    }
  }
  return groups
}
