import { createAnnotationsService } from '../../../src/core/annotations/annotations.service.ts'
import { createDoubtService } from '../../../src/core/annotations/doubt.service.ts'
import { createMirrorsService } from '../../../src/core/annotations/mirrors.service.ts'
import { createOverlapsService } from '../../../src/core/annotations/overlaps.service.ts'
import { createBlocksService } from '../../../src/core/articles/blocks.service.ts'
import { createRevisingService } from '../../../src/core/articles/revising.service.ts'
import { createSegmentsService } from '../../../src/core/articles/segments.service.ts'
import { createGrants } from '../../../src/core/grants.ts'
import { tasks } from '../../../src/core/jobs/tasks.ts'
import type { WorkerPool } from '../../../src/core/jobs/worker-pool.ts'
import { createMergingService } from '../../../src/core/tags/merging.service.ts'
import { createTagsService } from '../../../src/core/tags/tags.service.ts'
import type { Selection } from '../../../src/shared/contract/schemas/annotation.ts'
import type { AnchorPart, AnchorState } from '../../../src/shared/domain/anchor.ts'
import type { Side } from '../../../src/shared/domain/article.ts'
import type { BlockId, SegmentId, SpanId, TagId } from '../../../src/shared/domain/ids.ts'
import { openAlignedStore, type AlignedStore } from '../../fixtures/open-aligned-store.ts'
import { charactersIn } from './char-model.ts'

/** Tasks run here and now, in this thread: real ones, only not beside it. */
const pool: WorkerPool = {
  // oxlint-disable-next-line typescript/promise-function-async
  run: (task, input) => Promise.resolve(tasks[task](input, () => undefined, noResources)),
  close: () => Promise.resolve(),
}

const noResources = {
  lexicon: () => {
    throw new Error('nothing here needs a lexicon')
  },
  aligner: () => {
    throw new Error('nothing here is aligned')
  },
}

export interface PlacedSegment {
  readonly id: SegmentId
  readonly blockId: BlockId
  readonly text: string
}

export interface StoredSpan {
  readonly id: SpanId
  readonly highlightId: string
  readonly role: 'primary' | 'mirror'
  readonly side: Side
  readonly exact: string
  readonly state: AnchorState
  readonly parts: readonly AnchorPart[]
}

/** A real library with one pair, and all that a history may do in it. */
export interface World extends AlignedStore {
  readonly annotations: ReturnType<typeof createAnnotationsService>
  readonly mirrors: ReturnType<typeof createMirrorsService>
  readonly overlaps: ReturnType<typeof createOverlapsService>
  readonly doubt: ReturnType<typeof createDoubtService>
  readonly segments: ReturnType<typeof createSegmentsService>
  readonly blocks: ReturnType<typeof createBlocksService>
  readonly revising: ReturnType<typeof createRevisingService>
  readonly tags: ReturnType<typeof createTagsService>
  readonly merging: ReturnType<typeof createMergingService>
  /** Brings an article up to date from a file with this text. */
  update(side: Side, text: string): Promise<void>
}

/** Texts as paragraphs of sentences. */
export type TwoTexts = Readonly<Record<Side, readonly (readonly string[])[]>>

export function openWorld(texts: TwoTexts, folder: string): World {
  const counts = { left: texts.left.flat().length, right: texts.right.flat().length }
  const shape = Array.from(
    { length: Math.max(counts.left, counts.right) },
    (_, index) => [index < counts.left ? 1 : 0, index < counts.right ? 1 : 0] as const,
  )
  const aligned = openAlignedStore(texts, shape, folder)
  let time = 1_900_000_000_000
  // Long pauses, so that former states are kept often.
  const context = { store: aligned.store, now: () => (time += 6 * 60 * 1000) }
  const grants = createGrants()
  const revising = createRevisingService(context, { pool, grants })
  return {
    ...aligned,
    annotations: createAnnotationsService(context),
    mirrors: createMirrorsService(context),
    overlaps: createOverlapsService(context),
    doubt: createDoubtService(context),
    segments: createSegmentsService(context),
    blocks: createBlocksService(context),
    revising,
    tags: createTagsService(context),
    merging: createMergingService(context),
    async update(side, text) {
      const grantId = grants.addBytes('text.txt', new TextEncoder().encode(text))
      await revising.update(aligned.articles[side], grantId, { metadata: false }, null)
    },
  }
}

export function readText({ store, articles }: World, side: Side): PlacedSegment[] {
  return store.read.all(
    `SELECT s.id, s.block_id AS blockId, s.text FROM blocks AS b JOIN segments AS s ON s.block_id = b.id
     WHERE b.article_id = ? ORDER BY b.position, s.position`,
    [articles[side]],
  )
}

export function readSpans({ store, articles }: World): StoredSpan[] {
  return store.read
    .all<Omit<StoredSpan, 'parts' | 'side'> & { articleId: string; parts: string }>(
      `SELECT id, highlight_id AS highlightId, role, article_id AS articleId, exact, state,
         (SELECT json_group_array(json_object('segmentId', segment_id, 'start', start, 'end', "end"))
          FROM (SELECT * FROM span_parts WHERE span_id = spans.id ORDER BY ordinal)) AS parts
       FROM spans ORDER BY id`,
    )
    .map(({ articleId, parts, ...span }) => ({
      ...span,
      side: articleId === articles.left ? 'left' : 'right',
      parts: JSON.parse(parts) as AnchorPart[],
    }))
}

export function readTags({ store }: World): Map<string, Set<string>> {
  const tags = new Map<string, Set<string>>()
  for (const { highlightId, name } of store.read.all<{ highlightId: string; name: string }>(
    'SELECT ht.highlight_id AS highlightId, t.name FROM highlight_tags AS ht JOIN tags AS t ON t.id = ht.tag_id',
  )) {
    tags.set(highlightId, (tags.get(highlightId) ?? new Set()).add(name))
  }
  return tags
}

export function findTagId({ store }: World, name: string): TagId | null {
  return store.read.value<TagId>('SELECT id FROM tags WHERE name = ?', [name]) ?? null
}

/** The selection from one character of a text to another, both included; null where the order is another. */
export function select(world: World, side: Side, first: string, last: string): Selection | null {
  const segments = readText(world, side)
  const from = segments.findIndex(({ text }) => text.includes(first))
  const to = segments.findIndex(({ text }) => text.includes(last))
  const [start, end] = [segments[from], segments[to]]
  if (start === undefined || end === undefined) return null
  const startOffset = start.text.indexOf(first)
  const endOffset = end.text.indexOf(last) + last.length
  const exact = segments
    .slice(from, to + 1)
    .map(({ text }, index, chosen) =>
      text.slice(index === 0 ? startOffset : 0, index === chosen.length - 1 ? endOffset : text.length),
    )
    .join('')
  if (exact === '') return null
  return {
    articleId: world.articles[side],
    startSegmentId: start.id,
    startOffset,
    endSegmentId: end.id,
    endOffset,
    exact,
  }
}

/** The text as the model sees it. */
export function readCharacters(world: World, side: Side): string[] {
  return charactersIn(
    readText(world, side)
      .map(({ text }) => text)
      .join(''),
  )
}
