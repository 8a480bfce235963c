import { useMemo } from 'react'
import type { Draft } from '../../../shared/contract/schemas/import.ts'
import type { DraftId, JobId } from '../../../shared/domain/ids.ts'
import { changesOf, draftOf, problemsOf, type MetadataDraft } from '../../data/metadata-draft.ts'
import { editDraft, editsOf, useReviewEdits, type JobEdits } from './review-edits.ts'

export type ReadyDraft = Extract<Draft, { status: 'ready' }>

/** A language nobody could tell. */
export const UNKNOWN_LANGUAGE = 'und'

export interface ReviewEntry {
  readonly draft: Draft
  /** The metadata as the user has it now; null for a file that could not be read. */
  readonly metadata: MetadataDraft | null
  readonly isIncluded: boolean
  readonly isComplete: boolean
}

export interface Review {
  readonly entries: readonly ReviewEntry[]
  /** What will be saved. */
  readonly toSave: readonly { readonly draftId: DraftId; readonly metadata?: ReturnType<typeof changesOf> }[]
  /** Entries that are to be saved but can't be yet. */
  readonly incomplete: readonly ReviewEntry[]
  readonly setMetadata: (draftId: DraftId, metadata: MetadataDraft) => void
  readonly setIncluded: (draftId: DraftId, isIncluded: boolean) => void
}

/**
 * What was read as the user has corrected it. Files that the library has, or that the same import holds
 * twice, are left out at first.
 */
export function reviewEntries(drafts: readonly Draft[], edits: JobEdits): ReviewEntry[] {
  return drafts.map((draft): ReviewEntry => {
    if (draft.status === 'failed') return { draft, metadata: null, isIncluded: false, isComplete: false }
    const { metadata = draftOf(draft.metadata), isIncluded } = edits[draft.id] ?? {}
    return {
      draft,
      metadata,
      isIncluded: isIncluded ?? (draft.duplicateOf === null && draft.sameAs === null),
      isComplete: Object.keys(problemsOf(metadata)).length === 0 && metadata.language !== UNKNOWN_LANGUAGE,
    }
  })
}

/** The user's corrections to what was read, and what of it is to be saved. */
export function useReview(jobId: JobId, drafts: readonly Draft[]): Review {
  const edits = useReviewEdits(editsOf(jobId))

  return useMemo(() => {
    const entries = reviewEntries(drafts, edits)
    const included = entries.filter(({ isIncluded }) => isIncluded)
    return {
      entries,
      toSave: included.flatMap(({ draft, metadata }) => {
        if (draft.status === 'failed' || metadata === null) return []
        return [{ draftId: draft.id, metadata: changesOf(draft.metadata, metadata) }]
      }),
      incomplete: included.filter(({ isComplete }) => !isComplete),
      setMetadata: (draftId, metadata) => editDraft(jobId, draftId, { metadata }),
      setIncluded: (draftId, isIncluded) => editDraft(jobId, draftId, { isIncluded }),
    }
  }, [jobId, drafts, edits])
}
