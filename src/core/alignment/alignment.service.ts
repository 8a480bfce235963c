import type { Bead } from '../../shared/domain/bead.ts'
import type { CommandLabel } from '../../shared/domain/command-label.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { JobId, PairId } from '../../shared/domain/ids.ts'
import type { AreaContext } from '../area-context.ts'
import type { JobRunner } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { markPairAligned, type PairOutline } from '../pairs/pairs.repo.ts'
import { requirePairOutline } from '../pairs/pairs.service.ts'
import type { ReadDb, WriteDb } from '../store/handles.ts'
import { ALIGNER, alignSegments, toBeads } from './align-segments.ts'
import { readAlignableSegments, readBeads, type AlignableSegment, type PlacedBead } from './beads.repo.ts'
import { fixedRanges, isFixed } from './keep-fixed.ts'
import { readKnownEvidence } from './known-evidence.repo.ts'
import { readLadder } from './read-ladder.ts'
import { reuseBeads } from './reuse-beads.ts'
import { writeBeads } from './write-beads.ts'

/** Beads that were made elsewhere. */
const LADDER = 'ladder'

export interface AlignmentService {
  /**
   * Starts aligning a pair in the worker, between the beads a person has verified, made or marked; the beads come in one step at the end.
   * Throws `not_found`, and `invalid_input` when a side has no text. The job fails with `conflict` when the text
   * or what a person has said of it was changed meanwhile.
   */
  start(pairId: PairId, origin: string | null): JobId
  /**
   * Takes the beads of a hunalign ladder; answers how many. Throws `not_found`, `invalid_input` for a ladder
   * that does not fit, `conflict` when it would part what a person has verified, or join
   * sentences of the locked side.
   */
  applyLadder(pairId: PairId, ladder: string, origin: string | null): number
}

/** A pair's texts and beads at one moment. */
interface State {
  readonly left: readonly AlignableSegment[]
  readonly right: readonly AlignableSegment[]
  readonly beads: readonly PlacedBead[]
}

function readState(db: ReadDb, { id, leftArticleId, rightArticleId }: PairOutline): State {
  return {
    left: readAlignableSegments(db, leftArticleId),
    right: readAlignableSegments(db, rightArticleId),
    beads: readBeads(db, id),
  }
}

/** The same text in both states? Then the beads found for it still fit. */
function sameSegments(before: readonly AlignableSegment[], after: readonly AlignableSegment[]): boolean {
  return (
    before.length === after.length &&
    before.every((segment, index) => segment.id === after[index]?.id && segment.text === after[index].text)
  )
}

function sameFixed(before: State, after: State): boolean {
  const fixed = ({ beads }: State): string =>
    JSON.stringify(beads.filter(isFixed).map(({ id, left, right }) => [id, left, right]))
  return fixed(before) === fixed(after)
}

/** Both sides must have something to align. Throws `invalid_input` with the title of the one that has not. */
function refuseEmptySide(pair: PairOutline, { left, right }: State): void {
  const titles = { left: pair.leftTitle, right: pair.rightTitle }
  const empty = left.length === 0 ? 'left' : right.length === 0 ? 'right' : null
  if (empty === null) return
  throw new DuizhaoError(
    'invalid_input',
    `“${titles[empty]}” has no text to align with. Choose another article.`,
    {
      side: empty,
    },
  )
}

export function createAlignmentService(
  { store, now }: AreaContext,
  jobs: JobRunner,
  pool: WorkerPool,
): AlignmentService {
  function labelOf(pair: PairOutline): CommandLabel {
    return { kind: 'pair.align', subject: `${pair.leftTitle} ⇄ ${pair.rightTitle}`, count: 1 }
  }

  /** Puts found beads in place of those there are, where they differ. */
  function replaceBeads(
    db: WriteDb,
    pair: PairOutline,
    change: {
      readonly window: readonly PlacedBead[]
      readonly found: readonly Bead[]
      readonly aligner: string
    },
  ): void {
    writeBeads(db, pair.id, { window: change.window, ...reuseBeads(change.window, change.found) })
    markPairAligned(db, pair.id, change.aligner, now())
  }

  return {
    start(pairId, origin) {
      const pair = requirePairOutline(store.read, pairId)
      const before = readState(store.read, pair)
      refuseEmptySide(pair, before)
      const label = labelOf(pair)
      const job = { kind: 'align', subject: label.subject, pairId, total: before.left.length } as const
      return jobs.start(job, async (_id, controls) => {
        const found = await alignSegments(
          pool,
          { language: pair.leftLanguage, segments: before.left },
          { language: pair.rightLanguage, segments: before.right },
          controls,
          {
            fixed: fixedRanges(before.beads),
            lockedSide: pair.lockedSide,
            known: readKnownEvidence(store.read, pairId, {
              left: pair.leftLanguage,
              right: pair.rightLanguage,
            }),
          },
        )
        // Removed meanwhile: there is nothing to write to.
        const after = readState(store.read, requirePairOutline(store.read, pairId))
        const unchanged =
          sameSegments(before.left, after.left) &&
          sameSegments(before.right, after.right) &&
          sameFixed(before, after) &&
          requirePairOutline(store.read, pairId).lockedSide === pair.lockedSide
        if (!unchanged) {
          throw new DuizhaoError(
            'conflict',
            'The text, its lock, or a bead was changed by hand while it was being aligned. Align it again.',
          )
        }
        store.write({ label, scope: `pair:${pairId}`, origin }, (db) =>
          replaceBeads(db, pair, { window: after.beads, found, aligner: ALIGNER }),
        )
      })
    },

    applyLadder(pairId, ladder, origin) {
      const pair = requirePairOutline(store.read, pairId)
      const state = readState(store.read, pair)
      refuseEmptySide(pair, state)
      const ranges = readLadder(ladder, { left: state.left.length, right: state.right.length })
      const found = toBeads(ranges, state.left, state.right)
      refuseToPartVerified(state, found)
      refuseToJoinLocked(pair, state, found)
      store.write({ label: labelOf(pair), scope: `pair:${pairId}`, origin }, (db) =>
        replaceBeads(db, pair, { window: state.beads, found, aligner: LADDER }),
      )
      return found.length
    },
  }
}

function refuseToPartVerified({ beads }: State, found: readonly Bead[]): void {
  const kept = new Set(reuseBeads(beads, found).beads.map((bead) => bead.id))
  const parted = beads.filter((bead) => bead.status === 'verified' && !kept.has(bead.id)).length
  if (parted > 0) {
    throw new DuizhaoError(
      'conflict',
      `The ladder differs from ${parted} of the rows that you have verified. Take their verification back first.`,
      { count: parted },
    )
  }
}

/** What is together already stays so; a ladder may not join more. */
function refuseToJoinLocked({ lockedSide }: PairOutline, { beads }: State, found: readonly Bead[]): void {
  if (lockedSide === null) return
  const holders = new Map(beads.flatMap((bead) => bead[lockedSide].map((id) => [id, bead.id] as const)))
  const joined = found.filter(
    (bead) => new Set(bead[lockedSide].map((id) => holders.get(id) ?? id)).size > 1,
  ).length
  if (joined > 0) {
    throw new DuizhaoError(
      'conflict',
      `The ladder joins sentences of the locked side in ${joined} rows. Unlock the side first.`,
      { reason: 'locked', side: lockedSide, count: joined },
    )
  }
}
