import type { Comparison, FileOutcome, Outcome, Revision } from '../../shared/contract/schemas/revision.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, GrantId, RevisionId, SegmentId } from '../../shared/domain/ids.ts'
import type { Block } from '../../shared/domain/text.ts'
import type { CarriedOver, CarryOverInput } from '../../shared/text/carry-over.ts'
import { compareBlocks, type BlockText } from '../../shared/text/compare-blocks.ts'
import { newId, type AreaContext } from '../area-context.ts'
import type { GrantBook } from '../grants.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { setOriginal } from './articles.repo.ts'
import { requireArticle } from './articles.service.ts'
import { blocksOfRevision, keepRevision } from './keep-revision.ts'
import { readCorrectedFile, type UpdateOptions } from './read-corrected-file.ts'
import {
  carryOverInput,
  isSameText,
  placeRows,
  readArticleState,
  writeText,
  type ArticleState,
} from './revise-article.ts'
import { cutBlocks, sentencesOf } from './revised-blocks.ts'
import { describeOutcome } from './revision-outcome.ts'
import { findRevision, listRevisions, type StoredRevision } from './revisions.repo.ts'
import { refuseLocked } from './segment-lock.ts'
import { readAllBlocks, type NewBlock } from './text.repo.ts'
import { isNothingNew, toBlocks, writeUpdate, type Update } from './write-update.ts'

export interface RevisingService {
  /** Newest first. Throws `not_found`. */
  list(articleId: ArticleId): Revision[]
  /** From a revision (before) to the present text (after). Throws `not_found`. */
  compare(articleId: ArticleId, id: RevisionId): Comparison
  /** Throws `not_found`, and `conflict` for a locked side or a text that is being changed meanwhile. */
  restore(articleId: ArticleId, id: RevisionId, origin: string | null): Promise<Outcome>
  /** What `update` would do. */
  compareFile(articleId: ArticleId, grantId: GrantId, options: UpdateOptions): Promise<FileOutcome>
  /** Throws as `restore` does, and what reading a file throws. */
  update(
    articleId: ArticleId,
    grantId: GrantId,
    options: UpdateOptions,
    origin: string | null,
  ): Promise<Outcome & { readonly revisionId: RevisionId | null }>
}

/** How often work is begun anew when the text was changed under it. */
const ATTEMPTS = 3

const unstoppable = { signal: new AbortController().signal, progress: (): void => undefined }

export function createRevisingService(
  { store, now }: AreaContext,
  { pool, grants }: { readonly pool: Pick<WorkerPool, 'run'>; readonly grants: GrantBook },
): RevisingService {
  /** Works out, beside the window, where everything goes; once more if the text is changed meanwhile. */
  async function carry<Planned extends { readonly input: CarryOverInput; readonly state: ArticleState }>(
    articleId: ArticleId,
    plan: (state: ArticleState) => Planned | Promise<Planned>,
  ): Promise<Planned & { readonly over: CarriedOver }> {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const planned = await plan(readArticleState(store.read, articleId))
      const over = await pool.run('carryOver', planned.input, unstoppable)
      refuseLocked(store.read, articleId)
      if (isSame(planned.state, readArticleState(store.read, articleId))) return { ...planned, over }
    }
    throw new DuizhaoError('conflict', 'The text is being changed elsewhere. Try again.', {
      reason: 'changed',
    })
  }

  async function planUpdate(articleId: ArticleId, grantId: GrantId, options: UpdateOptions): Promise<Update> {
    const { language } = requireArticle(store.read, articleId)
    refuseLocked(store.read, articleId)
    const file = await readCorrectedFile(pool, grants.fileOf(grantId), language, options)
    const texts = file.blocks.map((block) => block.text)
    const sentences = await pool.run('split', { language, texts }, unstoppable)
    const { state, cut, over } = await carry(articleId, async (present) => {
      const before = sentencesOf(present.rows)
      const cutAnew = cutBlocks(
        file.blocks,
        await pool.run('keepCuts', { before, after: sentences }, unstoppable),
      )
      const after = cutAnew.flatMap(({ segments }) => segments.map(({ text }) => text))
      const ids = after.map(() => newId<'segment'>() as SegmentId)
      const input = carryOverInput(present, { after, ids, identity: 'text' })
      return { state: present, cut: cutAnew, input }
    })
    return { state, file, cut, over }
  }

  function requireRevision(articleId: ArticleId, id: RevisionId): StoredRevision {
    requireArticle(store.read, articleId)
    const revision = findRevision(store.read, articleId, id)
    if (revision !== null) return revision
    throw new DuizhaoError('not_found', 'This article has no such revision.', { id })
  }

  return {
    list(articleId) {
      requireArticle(store.read, articleId)
      return listRevisions(store.read, articleId)
    },

    compare(articleId, id) {
      const before = blocksOfRevision(requireRevision(articleId, id))
      return toComparison(before.map(textOf), readAllBlocks(store.read, articleId).map(textOf))
    },

    async restore(articleId, id, origin) {
      const revision = requireRevision(articleId, id)
      refuseLocked(store.read, articleId)
      const kept = blocksOfRevision(revision)
      const segments = kept.flatMap((block) => block.segments)
      const after = segments.map(({ text }) => text)
      const ids = segments.map((segment) => segment.id)
      const { state, over } = await carry(articleId, (present) => ({
        state: present,
        input: carryOverInput(present, { after, ids, identity: 'given' }),
      }))
      const blocks = withKnownSpeakers(kept)
      if (isSameText(state.rows, placeRows(state.rows, blocks)))
        return describeOutcome(store.read, state, null)
      const label = {
        kind: 'text.restore',
        subject: requireArticle(store.read, articleId).title,
        count: 1,
      } as const
      store.write({ label, scope: `article:${articleId}`, origin, touches: ['revision'] }, (db) => {
        keepRevision(db, articleId, 'restore', now())
        writeText(db, state, blocks, over, now())
        setOriginal(db, articleId, revision.originalId)
      })
      return describeOutcome(store.read, state, over)
    },

    async compareFile(articleId, grantId, options) {
      const update = await planUpdate(articleId, grantId, options)
      const before = readAllBlocks(store.read, articleId)
      return {
        ...describeOutcome(store.read, update.state, update.over),
        changes: toComparison(before.map(textOf), toBlocks(store.read, update).map(textOf)),
      }
    },

    async update(articleId, grantId, options, origin) {
      const planned = await planUpdate(articleId, grantId, options)
      grants.release(grantId)
      const { state, over } = planned
      if (isNothingNew(store.read, planned)) {
        return { ...describeOutcome(store.read, state, null), revisionId: null }
      }
      const label = {
        kind: 'text.update',
        subject: requireArticle(store.read, articleId).title,
        count: 1,
      } as const
      const scope = `article:${articleId}`
      const revisionId = store.write({ label, scope, origin, touches: ['revision'] }, (db) =>
        writeUpdate(db, planned, now()),
      )
      return { ...describeOutcome(store.read, state, over), revisionId }
    },
  }

  /** A speaker may be gone from the library by now. */
  function withKnownSpeakers(blocks: readonly Block[]): NewBlock[] {
    const known = new Set(store.read.all<{ id: string }>('SELECT id FROM speakers').map(({ id }) => id))
    return blocks.map((block) => ({
      ...block,
      speakerId: block.speakerId !== null && known.has(block.speakerId) ? block.speakerId : null,
    }))
  }
}

function isSame(one: ArticleState, other: ArticleState): boolean {
  return isSameText(one.rows, other.rows) && JSON.stringify(one.anchors) === JSON.stringify(other.anchors)
}

function textOf({ kind, level, segments }: Pick<Block, 'kind' | 'level' | 'segments'>): BlockText {
  return { kind, level, text: segments.map((segment) => segment.text).join('') }
}

function toComparison(before: readonly BlockText[], after: readonly BlockText[]): Comparison {
  // The wire's arrays are mutable; nobody writes to these.
  return structuredClone(compareBlocks(before, after)) as Comparison
}
