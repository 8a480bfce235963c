import type { PairSummary } from '../../shared/contract/schemas/pair.ts'
import type { FindHit, Reading, ReadingTarget, Row } from '../../shared/contract/schemas/reader.ts'
import type { ArticleSummary } from '../../shared/contract/schemas/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import { findAll } from '../../shared/text/find.ts'
import type { AreaContext } from '../area-context.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { readSpeakers } from '../articles/speakers.repo.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import { findPosition, listPositions, writePosition } from './reading-positions.repo.ts'
import {
  locateInBeads,
  locateInBlocks,
  readBeadRuns,
  readBeadTexts,
  readBlockRuns,
  readBlockTexts,
  weighBeads,
  weighBlocks,
  type LocatedText,
} from './rows.repo.ts'

/** Rows that are laid out and fetched together. */
const CHUNK_SIZE = 20

/** What is being read, looked up once: beads when the pair is aligned, blocks side by side otherwise. */
interface Page {
  readonly pair: PairSummary | null
  readonly left: ArticleSummary
  readonly right: ArticleSummary | null
  readonly aligned: boolean
}

export interface ReaderService {
  open(target: ReadingTarget): Reading
  rows(target: ReadingTarget, from: number, limit: number): Row[]
  locate(target: ReadingTarget, segmentId: SegmentId): number
  /** Finds folded text (width, case, spaces) inside segments; `total` counts beyond the limit. */
  find(target: ReadingTarget, query: string, limit: number): { hits: FindHit[]; total: number }
  remember(target: ReadingTarget, segmentId: SegmentId, offset: number, origin: string | null): void
  recent(limit: number): { target: ReadingTarget; at: number; title: string; rowIndex: number }[]
}

const keyOf = (target: ReadingTarget): string =>
  target.kind === 'pair' ? `pair:${target.pairId}` : `article:${target.articleId}`

/** The inverse of `keyOf`, for keys that it made. */
function targetOf(key: string): ReadingTarget {
  const [kind, id = ''] = key.split(':', 2)
  return kind === 'pair'
    ? { kind: 'pair', pairId: id as PairId }
    : { kind: 'article', articleId: id as ArticleId }
}

export function createReaderService({ store, now }: AreaContext): ReaderService {
  function lookUp(target: ReadingTarget): Page {
    if (target.kind === 'article') {
      const left = requirePresentArticle(store.read, target.articleId)
      return { pair: null, left, right: null, aligned: false }
    }
    const pair = requirePresentPair(store.read, target.pairId)
    return { pair, left: pair.left, right: pair.right, aligned: pair.beadCount > 0 }
  }

  function articleIdsOf({ left, right }: Page): ArticleId[] {
    return right === null ? [left.id] : [left.id, right.id]
  }

  function countRows({ pair, left, right, aligned }: Page): number {
    if (pair !== null && aligned) return pair.beadCount
    return Math.max(left.blockCount, right?.blockCount ?? 0)
  }

  function weigh({ pair, left, right, aligned }: Page, rowCount: number): Reading['chunks'] {
    const chunks = Array.from({ length: Math.ceil(rowCount / CHUNK_SIZE) }, () => ({ left: 0, right: 0 }))
    const weights =
      pair !== null && aligned
        ? weighBeads(store.read, pair.id, CHUNK_SIZE)
        : [
            ...weighBlocks(store.read, left.id, CHUNK_SIZE).map((weight) => ({
              ...weight,
              side: 'left' as const,
            })),
            ...(right === null ? [] : weighBlocks(store.read, right.id, CHUNK_SIZE)).map((weight) => ({
              ...weight,
              side: 'right' as const,
            })),
          ]
    for (const { chunk, side, characters } of weights) {
      const found = chunks[chunk]
      if (found !== undefined) found[side] = characters
    }
    return chunks
  }

  function findRow({ pair, aligned, ...page }: Page, segmentId: SegmentId): number | null {
    if (pair !== null && aligned) return locateInBeads(store.read, pair.id, segmentId)
    return locateInBlocks(store.read, articleIdsOf({ pair, aligned, ...page }), segmentId)
  }

  function readPosition(target: ReadingTarget, page: Page): Reading['position'] {
    const stored = findPosition(store.read, keyOf(target))
    const rowIndex = stored === null ? null : findRow(page, stored.segmentId)
    return stored === null || rowIndex === null ? null : { ...stored, rowIndex }
  }

  function readTexts({ pair, left, right, aligned }: Page): LocatedText[] {
    if (pair !== null && aligned) return readBeadTexts(store.read, pair.id)
    const texts = [
      ...readBlockTexts(store.read, left.id, 'left'),
      ...(right === null ? [] : readBlockTexts(store.read, right.id, 'right')),
    ]
    // Row by row; the sort is stable, so segments keep their order inside a row and a side.
    return texts.toSorted((a, b) => a.rowIndex - b.rowIndex)
  }

  return {
    open(target) {
      const page = lookUp(target)
      const rowCount = countRows(page)
      return {
        target,
        pair: page.pair,
        left: page.left,
        right: page.right,
        speakers: readSpeakers(store.read, articleIdsOf(page)),
        aligned: page.aligned,
        rowCount,
        chunkSize: CHUNK_SIZE,
        chunks: weigh(page, rowCount),
        position: readPosition(target, page),
      }
    },

    rows(target, from, limit) {
      const { pair, left, right, aligned } = lookUp(target)
      if (pair !== null && aligned) {
        return readBeadRuns(store.read, pair.id, from, limit).map((bead, index) => ({
          index: from + index,
          bead: { id: bead.id, confidence: bead.confidence, status: bead.status },
          left: bead.left,
          right: bead.right,
        }))
      }
      const lefts = readBlockRuns(store.read, left.id, from, limit)
      const rights = right === null ? [] : readBlockRuns(store.read, right.id, from, limit)
      return Array.from({ length: Math.max(lefts.length, rights.length) }, (_, index) => ({
        index: from + index,
        bead: null,
        left: lefts[index] ?? [],
        right: rights[index] ?? [],
      }))
    },

    locate(target, segmentId) {
      const rowIndex = findRow(lookUp(target), segmentId)
      if (rowIndex === null)
        throw new DuizhaoError('not_found', 'This sentence is not in the text that is open.')
      return rowIndex
    },

    find(target, query, limit) {
      const hits: FindHit[] = []
      let total = 0
      if (query.trim() === '') return { hits, total }
      for (const { rowIndex, side, segmentId, text } of readTexts(lookUp(target))) {
        const found = findAll(text, query)
        total += found.length
        for (const { start, end } of found.slice(0, limit - hits.length)) {
          hits.push({ rowIndex, side, segmentId, start, end })
        }
      }
      return { hits, total }
    },

    remember(target, segmentId, offset, origin) {
      if (findRow(lookUp(target), segmentId) === null) {
        throw new DuizhaoError('not_found', 'This sentence is not in the text that is open.')
      }
      store.write({ label: null, scope: '', origin, touches: ['reading'] }, (db) => {
        writePosition(db, keyOf(target), { segmentId, offset, at: now() })
      })
    },

    recent(limit) {
      const found: ReturnType<ReaderService['recent']> = []
      for (const { target: key, segmentId, at } of listPositions(store.read)) {
        if (found.length === limit) break
        const target = targetOf(key)
        try {
          const page = lookUp(target)
          found.push({ target, at, title: page.left.title, rowIndex: findRow(page, segmentId) ?? 0 })
        } catch (error) {
          // What was removed since is not offered for reading.
          if (!(error instanceof DuizhaoError && error.code === 'not_found')) throw error
        }
      }
      return found
    },
  }
}
