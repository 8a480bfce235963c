import type { z } from 'zod'
import type { projectedSpan } from '../../shared/contract/schemas/alignment.ts'
import type { Selection } from '../../shared/contract/schemas/annotation.ts'
import type { AnchorPart } from '../../shared/domain/anchor.ts'
import type { Side } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { PairId, SegmentId } from '../../shared/domain/ids.ts'
import { anchorSelection } from '../annotations/selection-anchor.ts'
import type { AreaContext } from '../area-context.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import { listTerms } from '../terms/terms.repo.ts'
import { listBeadsBetween, readBeadSides, type BeadSegment } from './evidence.repo.ts'

/** A selection over more beads than this is whole passages, which need no projection. */
const MOST_BEADS = 20

export type ProjectedSpan = z.infer<typeof projectedSpan>

export interface ProjectService {
  /**
   * The likely counterpart of a selection on the other side of its bead, or beads; null when nothing speaks for
   * one. Throws what a selection throws, and `invalid_input` when it is in neither article of the pair.
   */
  project(pairId: PairId, selection: Selection): Promise<ProjectedSpan | null>
}

export function createProjectService({ store }: AreaContext, pool: WorkerPool): ProjectService {
  return {
    async project(pairId, selection) {
      const pair = requirePresentPair(store.read, pairId)
      const { parts } = anchorSelection(store.read, selection)
      const side = sideOf(selection.articleId, pair.left.id, pair.right.id)
      const other: Side = side === 'left' ? 'right' : 'left'
      const [first, last] = [parts[0], parts.at(-1)]
      if (first === undefined || last === undefined) return null
      // One more than is taken, to notice that there are too many.
      const beadIds = listBeadsBetween(store.read, pairId, first.segmentId, last.segmentId, MOST_BEADS + 1)
      if (beadIds.length > MOST_BEADS) return null
      const beads = readBeadSides(store.read, pairId, beadIds)
      const here = beads.flatMap((bead) => bead[side])
      const there = beads.flatMap((bead) => bead[other])
      const start = offsetOf(here, first.segmentId, first.start)
      const end = offsetOf(here, last.segmentId, last.end)
      if (start === null || end === null || there.length === 0) return null
      const span = await pool.run(
        'project',
        {
          from: { language: pair[side].language, texts: here.map(({ text }) => text) },
          to: { language: pair[other].language, texts: there.map(({ text }) => text) },
          start,
          end,
          terms: listTerms(store.read),
        },
        { signal: new AbortController().signal, progress: () => undefined },
      )
      if (span === null) return null
      return {
        articleId: pair[other].id,
        parts: partsOf(there, span.start, span.end),
        exact: there
          .map(({ text }) => text)
          .join('')
          .slice(span.start, span.end),
        confidence: span.confidence,
        reasons: span.reasons.map((reason) => ({ ...reason })),
      }
    },
  }
}

function sideOf(articleId: string, left: string, right: string): Side {
  if (articleId === left) return 'left'
  if (articleId === right) return 'right'
  throw new DuizhaoError('invalid_input', 'The selection is in neither article of this pair.')
}

/** Where an offset of a segment is in the segments' texts joined; null when the segment is not among them. */
function offsetOf(segments: readonly BeadSegment[], id: SegmentId, offset: number): number | null {
  let before = 0
  for (const segment of segments) {
    if (segment.id === id) return before + offset
    before += segment.text.length
  }
  return null
}

/** The parts of segments that a stretch of their joined texts covers. */
function partsOf(segments: readonly BeadSegment[], start: number, end: number): AnchorPart[] {
  const parts: AnchorPart[] = []
  let before = 0
  for (const { id, text } of segments) {
    const part = { start: Math.max(0, start - before), end: Math.min(text.length, end - before) }
    if (part.start < part.end) parts.push({ segmentId: id, ...part })
    before += text.length
  }
  return parts
}
