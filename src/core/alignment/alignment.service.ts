import { DuizhaoError } from '../../shared/domain/error.ts'
import type { JobId, PairId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { markPairAligned } from '../pairs/pairs.repo.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import { ALIGNER, alignSegments } from './align-segments.ts'
import {
  countVerifiedBeads,
  deleteBeads,
  insertBeads,
  readAlignableSegments,
  type AlignableSegment,
} from './beads.repo.ts'

export interface AlignmentService {
  /** Starts aligning a pair in the worker; the beads come in one step at the end. Throws `not_found`. */
  start(pairId: PairId, origin: string | null): JobId
}

/** The same text in both states? Then the beads found for it still fit. */
function sameSegments(before: readonly AlignableSegment[], after: readonly AlignableSegment[]): boolean {
  return (
    before.length === after.length &&
    before.every((segment, index) => segment.id === after[index]?.id && segment.text === after[index].text)
  )
}

export function createAlignmentService(
  { store, now }: AreaContext,
  jobs: JobRunner,
  pool: WorkerPool,
): AlignmentService {
  return {
    start(pairId, origin) {
      const pair = requirePresentPair(store.read, pairId)
      const left = readAlignableSegments(store.read, pair.left.id)
      const right = readAlignableSegments(store.read, pair.right.id)
      if (countVerifiedBeads(store.read, pairId) > 0) {
        // This aligner can't work around fixed points; replacing what a person has checked is no option.
        throw new DuizhaoError('conflict', 'This pair has verified beads; aligning anew would replace them.')
      }
      const subject = `${pair.left.title} ⇄ ${pair.right.title}`
      return jobs.start({ kind: 'align', subject, pairId, total: left.length }, async (_id, controls) => {
        const beads = await alignSegments(
          pool,
          { language: pair.left.language, segments: left },
          { language: pair.right.language, segments: right },
          controls,
        )
        const unchanged =
          sameSegments(left, readAlignableSegments(store.read, pair.left.id)) &&
          sameSegments(right, readAlignableSegments(store.read, pair.right.id))
        if (!unchanged || countVerifiedBeads(store.read, pairId) > 0) {
          throw new DuizhaoError(
            'conflict',
            'The text was changed while it was being aligned. Align it again.',
          )
        }
        const label = { kind: 'pair.align', subject, count: 1 } as const
        store.write({ label, scope: `pair:${pairId}`, origin }, (db) => {
          deleteBeads(db, pairId)
          insertBeads(db, pairId, beads)
          markPairAligned(db, pairId, ALIGNER, now())
        })
      })
    },
  }
}
