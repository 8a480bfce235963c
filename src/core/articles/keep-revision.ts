import { createHash } from 'node:crypto'
import { deflateRawSync, inflateRawSync } from 'node:zlib'
import type { Revision } from '../../shared/contract/schemas/revision.ts'
import type { ArticleId, RevisionId } from '../../shared/domain/ids.ts'
import type { Block } from '../../shared/domain/text.ts'
import { newId } from '../area-context.ts'
import type { WriteDb } from '../store/handles.ts'
import { findOriginalId } from './articles.repo.ts'
import { findNewestRevision, insertRevision, type StoredRevision } from './revisions.repo.ts'
import { readAllBlocks } from './text.repo.ts'

/** Edits this near to each other have one revision before them, not one each. Milliseconds. */
export const EDITING_PAUSE = 10 * 60 * 1000

/** Fast and small enough: a book of a million characters takes some 20 ms and 1 MB. */
const LEVEL = 3

/**
 * Keeps the text as it stands, which is about to change, and answers the revision that holds it. Before an edit that
 * is only done when the last one was kept some time ago. A state that was kept last is not kept again.
 */
export function keepRevision(
  db: WriteDb,
  articleId: ArticleId,
  reason: Revision['reason'],
  at: number,
): RevisionId | null {
  const newest = findNewestRevision(db, articleId)
  // A clock that was set back must not stop revisions from being kept.
  if (reason === 'edit' && newest !== null && Math.abs(at - newest.madeAt) < EDITING_PAUSE) return newest.id
  const blocks = readAllBlocks(db, articleId)
  const json = JSON.stringify(blocks)
  const sha256 = createHash('sha256').update(json).digest('hex')
  if (newest?.sha256 === sha256) return newest.id
  const segments = blocks.flatMap((block) => block.segments)
  const id = newId<'revision'>()
  insertRevision(db, articleId, {
    id,
    number: (newest?.number ?? 0) + 1,
    madeAt: at,
    reason,
    originalId: findOriginalId(db, articleId),
    blockCount: blocks.length,
    segmentCount: segments.length,
    characterCount: segments.reduce((sum, segment) => sum + segment.text.length, 0),
    sha256,
    content: deflateRawSync(json, { level: LEVEL }),
  })
  return id
}

/** The blocks that a revision holds. */
export function blocksOfRevision({ content }: StoredRevision): Block[] {
  return JSON.parse(inflateRawSync(content).toString('utf8')) as Block[]
}
