import { useMemo, useState } from 'react'
import type { Draft } from '../../../shared/contract/schemas/import.ts'
import type { DraftId } from '../../../shared/domain/ids.ts'
import { changesOf, draftOf, problemsOf, type MetadataDraft } from '../../data/metadata-draft.ts'

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

/** The user's corrections to what was read, and what of it is to be saved. Known files are left out at first. */
export function useReview(drafts: readonly Draft[]): Review {
  const [edits, setEdits] = useState<ReadonlyMap<DraftId, MetadataDraft>>(new Map())
  const [choices, setChoices] = useState<ReadonlyMap<DraftId, boolean>>(new Map())

  return useMemo(() => {
    const entries = drafts.map((draft): ReviewEntry => {
      if (draft.status === 'failed') return { draft, metadata: null, isIncluded: false, isComplete: false }
      const metadata = edits.get(draft.id) ?? draftOf(draft.metadata)
      return {
        draft,
        metadata,
        isIncluded: choices.get(draft.id) ?? draft.duplicateOf === null,
        isComplete: Object.keys(problemsOf(metadata)).length === 0 && metadata.language !== UNKNOWN_LANGUAGE,
      }
    })
    const included = entries.filter(({ isIncluded }) => isIncluded)
    return {
      entries,
      toSave: included.flatMap(({ draft, metadata }) => {
        if (draft.status === 'failed' || metadata === null) return []
        return [{ draftId: draft.id, metadata: changesOf(draft.metadata, metadata) }]
      }),
      incomplete: included.filter(({ isComplete }) => !isComplete),
      setMetadata: (draftId, metadata) => setEdits((before) => new Map(before).set(draftId, metadata)),
      setIncluded: (draftId, isIncluded) => setChoices((before) => new Map(before).set(draftId, isIncluded)),
    }
  }, [drafts, edits, choices])
}
