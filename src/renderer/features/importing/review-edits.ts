import { create } from 'zustand'
import type { DraftId, JobId } from '../../../shared/domain/ids.ts'
import type { MetadataDraft } from '../../data/metadata-draft.ts'
import type { SidesDraft } from './bitext-sides.ts'

/** What the user did to one draft. */
export interface DraftEdits {
  readonly metadata?: MetadataDraft
  readonly sides?: SidesDraft
  readonly isIncluded?: boolean
}

export type JobEdits = Readonly<Record<DraftId, DraftEdits>>

interface ReviewEdits {
  readonly byJob: Readonly<Record<JobId, JobEdits>>
}

const NO_EDITS: JobEdits = {}

/** What was typed and ticked in the imports that wait: the review can be left and come back to. */
export const useReviewEdits = create<ReviewEdits>(() => ({ byJob: {} }))

export function editsOf(jobId: JobId): (state: ReviewEdits) => JobEdits {
  return ({ byJob }) => byJob[jobId] ?? NO_EDITS
}

export function editDraft(jobId: JobId, draftId: DraftId, edits: DraftEdits): void {
  useReviewEdits.setState(({ byJob }) => {
    const ofJob = byJob[jobId] ?? NO_EDITS
    return { byJob: { ...byJob, [jobId]: { ...ofJob, [draftId]: { ...ofJob[draftId], ...edits } } } }
  })
}

/** For an import that was saved or discarded. */
export function forgetEdits(jobId: JobId): void {
  useReviewEdits.setState(({ byJob: { [jobId]: _gone, ...byJob } }) => ({ byJob }))
}
