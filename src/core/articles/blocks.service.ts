import type { CommandKind } from '../../shared/domain/command-label.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, BlockId, SegmentId } from '../../shared/domain/ids.ts'
import type { BlockKind } from '../../shared/domain/text.ts'
import { carryAnchors, readAnchorsAround } from '../annotations/carry-anchors.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { shorten } from '../history/shorten.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import {
  deleteBlock,
  insertBlockAfter,
  moveSegmentsTo,
  readBlock,
  readNextBlock,
  readSegmentIds,
  updateBlockKind,
  type StoredBlock,
} from './blocks.repo.ts'
import { keepRevision } from './keep-revision.ts'
import { refuseLocked, refuseLockedArticle } from './segment-lock.ts'
import { addToCounts, readSegment, updateSegment } from './segments.repo.ts'
import { splitSegment } from './split-segment.ts'

export interface BlocksService {
  /**
   * Begins a new block at an offset of a segment (UTF-16 code units). Throws as dividing a segment does, and
   * `conflict` where a block begins or ends already.
   */
  split(segmentId: SegmentId, offset: number, origin: string | null): BlockId
  /** Joins a block with the next one. Throws `not_found`, `conflict` for the last block and a locked side. */
  join(id: BlockId, origin: string | null): void
  /** Throws `not_found`, and `conflict` for a locked side. */
  setKind(ids: readonly BlockId[], kind: BlockKind, level: number, origin: string | null): void
}

export function createBlocksService({ store, now }: AreaContext): BlocksService {
  function writeSplit(db: WriteDb, segmentId: SegmentId, offset: number): BlockId {
    const segment = refuseLockedArticle(db, segmentId)
    const block = requireBlock(db, segment.blockId)
    keepRevision(db, segment.articleId, 'edit', now())
    const isAtEnd = segment.text.slice(offset).trim() === ''
    const isAtStart = segment.text.slice(0, offset).trim() === ''
    const first = isAtStart || isAtEnd ? segmentId : splitSegment(db, segmentId, offset, now())
    const ids = readSegmentIds(db, block.id)
    const border = ids.indexOf(first) + (isAtEnd && !isAtStart ? 1 : 0)
    if (border === 0 || border === ids.length) {
      throw new DuizhaoError(
        'conflict',
        'A paragraph begins or ends here already. Put the caret inside it.',
        {
          reason: 'edge',
        },
      )
    }
    const fresh = newId<'block'>()
    insertBlockAfter(db, block, fresh)
    moveSegmentsTo(db, ids.slice(border), fresh)
    addToCounts(db, block.articleId, { blocks: 1, at: now() })
    return fresh
  }

  function writeJoined(db: WriteDb, first: StoredBlock, second: StoredBlock): void {
    keepRevision(db, first.articleId, 'edit', now())
    putSpaceBetween(db, first, second)
    moveSegmentsTo(db, readSegmentIds(db, second.id), first.id)
    deleteBlock(db, second.id)
    addToCounts(db, first.articleId, { blocks: -1, at: now() })
  }

  /** Where words are parted by spaces, the end of a paragraph did that until now. */
  function putSpaceBetween(db: WriteDb, first: StoredBlock, second: StoredBlock): void {
    const [lastId, nextId] = [readSegmentIds(db, first.id).at(-1), readSegmentIds(db, second.id)[0]]
    const last = lastId === undefined ? null : readSegment(db, lastId)
    const next = nextId === undefined ? null : readSegment(db, nextId)
    if (last === null || next === null || !needsSpace(last.text, next.text)) return
    const text = `${last.text} `
    const around = readAnchorsAround(db, first.articleId, [last.id])
    updateSegment(db, last.id, text, last.marks)
    carryAnchors(db, around, new Map([[last.id, [{ id: last.id, text }]]]))
    addToCounts(db, first.articleId, { characters: 1, at: now() })
  }

  function step(kind: CommandKind, articleId: ArticleId, id: BlockId, count: number) {
    const [segmentId] = readSegmentIds(store.read, id)
    const text = segmentId === undefined ? '' : (readSegment(store.read, segmentId)?.text ?? '')
    return {
      label: { kind, subject: shorten(text), count },
      scope: `article:${articleId}`,
      touches: ['revision'] as const,
    }
  }

  return {
    split(segmentId, offset, origin) {
      const segment = refuseLockedArticle(store.read, segmentId)
      if (offset > segment.text.length) {
        throw new DuizhaoError('invalid_input', 'The caret is outside the sentence.', { offset })
      }
      const { articleId, blockId } = segment
      const { label, ...rest } = step('block.split', articleId, blockId, 1)
      const subject = shorten(segment.text)
      return store.write({ ...rest, label: { ...label, subject }, origin }, (db) =>
        writeSplit(db, segmentId, offset),
      )
    },

    join(id, origin) {
      const first = requireUnlockedBlock(store.read, id)
      const second = readNextBlock(store.read, first)
      if (second === null) {
        throw new DuizhaoError('conflict', 'This is the last paragraph: none follows to join.', {
          reason: 'edge',
        })
      }
      store.write({ ...step('block.join', first.articleId, id, 1), origin }, (db) =>
        writeJoined(db, first, second),
      )
    },

    setKind(ids, kind, level, origin) {
      const blocks = ids.map((id) => requireUnlockedBlock(store.read, id))
      const [first] = blocks
      if (first === undefined) return
      const depth = levelFor(kind, level)
      store.write({ ...step('block.kind', first.articleId, first.id, ids.length), origin }, (db) => {
        for (const articleId of new Set(blocks.map((block) => block.articleId))) {
          keepRevision(db, articleId, 'edit', now())
          addToCounts(db, articleId, { at: now() })
        }
        for (const block of blocks) {
          if (block.kind !== kind || block.level !== depth) updateBlockKind(db, block.id, kind, depth)
        }
      })
    },
  }
}

function requireBlock(db: ReadDb, id: BlockId): StoredBlock {
  const block = readBlock(db, id)
  if (block !== null) return block
  throw new DuizhaoError('not_found', 'There is no such paragraph in this library any more.', { id })
}

function requireUnlockedBlock(db: ReadDb, id: BlockId): StoredBlock {
  const block = requireBlock(db, id)
  refuseLocked(db, block.articleId)
  return block
}

/** Depth means something for headings and list items only. */
function levelFor(kind: BlockKind, level: number): number {
  if (kind === 'heading') return Math.min(6, Math.max(1, level))
  return kind === 'list-item' ? Math.max(1, level) : 0
}

/** Whether two texts run into each other that are not written without spaces. */
function needsSpace(before: string, after: string): boolean {
  return /[^\s\u2e80-\u9fff\uf900-\uffee]$/u.test(before) && /^[^\s\u2e80-\u9fff\uf900-\uffee]/u.test(after)
}
