import type { LanguageTag } from '../../shared/domain/article.ts'
import type { Bead } from '../../shared/domain/bead.ts'
import { newId } from '../area-context.ts'
import type { JobControls } from '../jobs/job-runner.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import type { AlignableSegment } from './beads.repo.ts'

/** Written beside the beads it made, so that a later version can tell what they are worth. */
export const ALIGNER = 'length-1'

export interface AlignableSide {
  readonly language: LanguageTag
  readonly segments: readonly AlignableSegment[]
}

/** Has the worker align two texts; gives beads with new ids that cover every segment once. */
export async function alignSegments(
  pool: WorkerPool,
  left: AlignableSide,
  right: AlignableSide,
  controls: JobControls,
): Promise<Bead[]> {
  const found = await pool.run('align', { left, right }, controls)
  return found.map((bead) => ({
    id: newId<'bead'>(),
    left: left.segments.slice(...bead.left).map((segment) => segment.id),
    right: right.segments.slice(...bead.right).map((segment) => segment.id),
    confidence: bead.confidence,
    status: 'auto',
  }))
}
