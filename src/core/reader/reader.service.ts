import type { FindHit, Reading, ReadingTarget, Row } from '../../shared/contract/schemas/reader.ts'
import type { BeadFilter } from '../../shared/domain/bead.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, PairId, SegmentId } from '../../shared/domain/ids.ts'
import { findAll } from '../../shared/text/find.ts'
import type { AreaContext } from '../area-context.ts'
import { requireArticle, requirePresentArticle } from '../articles/articles.service.ts'
import { readSpeakers } from '../articles/speakers.repo.ts'
import { findSegment } from '../articles/text.repo.ts'
import { requirePairOutline, requirePresentPair } from '../pairs/pairs.service.ts'
import { findPosition, listPositions, writePosition } from './reading-positions.repo.ts'
import {
  countBeads,
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
  readonly leftId: ArticleId
  readonly rightId: ArticleId | null
  readonly leftTitle: string
  /** The pair whose beads are the rows. */
  readonly beads: { readonly pairId: PairId; readonly filter: BeadFilter } | null
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

/** Where one was in a text does not depend on what is filtered out. */
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
      const { id, title } = requirePresentArticle(store.read, target.articleId)
      return { leftId: id, rightId: null, leftTitle: title, beads: null }
    }
    const { leftArticleId, rightArticleId, leftTitle, isAligned } = requirePairOutline(
      store.read,
      target.pairId,
    )
    const beads = isAligned ? { pairId: target.pairId, filter: target.filter ?? 'all' } : null
    return { leftId: leftArticleId, rightId: rightArticleId, leftTitle, beads }
  }

  function articleIdsOf({ leftId, rightId }: Page): ArticleId[] {
    return rightId === null ? [leftId] : [leftId, rightId]
  }

  function weigh({ leftId, rightId, beads }: Page, rowCount: number): Reading['chunks'] {
    const chunks = Array.from({ length: Math.ceil(rowCount / CHUNK_SIZE) }, () => ({ left: 0, right: 0 }))
    const weights =
      beads !== null
        ? weighBeads(store.read, beads.pairId, beads.filter, CHUNK_SIZE)
        : [
            ...weighBlocks(store.read, leftId, CHUNK_SIZE).map((weight) => ({
              ...weight,
              side: 'left' as const,
            })),
            ...(rightId === null ? [] : weighBlocks(store.read, rightId, CHUNK_SIZE)).map((weight) => ({
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

  function findRow(page: Page, segmentId: SegmentId): number | null {
    if (page.beads === null) return locateInBlocks(store.read, articleIdsOf(page), segmentId)
    return locateInBeads(store.read, page.beads.pairId, page.beads.filter, segmentId)
  }

  function readPosition(target: ReadingTarget, page: Page): Reading['position'] {
    const stored = findPosition(store.read, keyOf(target))
    const rowIndex = stored === null ? null : findRow(page, stored.segmentId)
    if (stored === null || rowIndex === null) return null
    // The text may have become shorter since.
    const length = findSegment(store.read, stored.segmentId)?.text.length ?? 0
    return { ...stored, offset: Math.min(stored.offset, length), rowIndex }
  }

  function readTexts({ leftId, rightId, beads }: Page): LocatedText[] {
    if (beads !== null) return readBeadTexts(store.read, beads.pairId, beads.filter)
    const texts = [
      ...readBlockTexts(store.read, leftId, 'left'),
      ...(rightId === null ? [] : readBlockTexts(store.read, rightId, 'right')),
    ]
    // Row by row; the sort is stable, so segments keep their order inside a row and a side.
    return texts.toSorted((a, b) => a.rowIndex - b.rowIndex)
  }

  return {
    open(target) {
      const page = lookUp(target)
      const pair = target.kind === 'pair' ? requirePresentPair(store.read, target.pairId) : null
      const left = pair?.left ?? requireArticle(store.read, page.leftId)
      const right = pair?.right ?? null
      const rowCount =
        page.beads === null
          ? Math.max(left.blockCount, right?.blockCount ?? 0)
          : countBeads(store.read, page.beads.pairId, page.beads.filter)
      return {
        target,
        pair,
        left,
        right,
        speakers: readSpeakers(store.read, articleIdsOf(page)),
        aligned: page.beads !== null,
        rowCount,
        chunkSize: CHUNK_SIZE,
        chunks: weigh(page, rowCount),
        position: readPosition(target, page),
      }
    },

    rows(target, from, limit) {
      const { leftId, rightId, beads } = lookUp(target)
      if (beads !== null) {
        return readBeadRuns(store.read, beads.pairId, beads.filter, from, limit).map(
          ({ left, right, ...bead }, index) => ({ index: from + index, bead, left, right }),
        )
      }
      const lefts = readBlockRuns(store.read, leftId, from, limit)
      const rights = rightId === null ? [] : readBlockRuns(store.read, rightId, from, limit)
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
      if (findRow(lookUp(targetOf(keyOf(target))), segmentId) === null) {
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
          found.push({ target, at, title: page.leftTitle, rowIndex: findRow(page, segmentId) ?? 0 })
        } catch (error) {
          // What was removed since is not offered for reading.
          if (!(error instanceof DuizhaoError && error.code === 'not_found')) throw error
        }
      }
      return found
    },
  }
}
