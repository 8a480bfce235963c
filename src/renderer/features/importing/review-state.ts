import { useMemo } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import type { Draft } from '../../../shared/contract/schemas/import.ts'
import type { DraftId, JobId } from '../../../shared/domain/ids.ts'
import { changesOf, draftOf, problemsOf, type MetadataDraft } from '../../data/metadata-draft.ts'
import { metadataOf, sidesOf, type SidesDraft } from './bitext-sides.ts'
import { editDraft, editsOf, useReviewEdits, type JobEdits } from './review-edits.ts'

export type ReadyDraft = Extract<Draft, { status: 'ready' }>
export type BitextDraft = Extract<Draft, { status: 'bitext' }>

/** A language nobody could tell. */
export const UNKNOWN_LANGUAGE = 'und'

export interface ReviewEntry {
  readonly draft: Draft
  /** The metadata as the user has it now; null for aligned texts and for a file that could not be read. */
  readonly metadata: MetadataDraft | null
  /** Of aligned texts, which languages go where and what their articles are called; null for others. */
  readonly sides: SidesDraft | null
  readonly isIncluded: boolean
  readonly isComplete: boolean
}

export interface Review {
  readonly entries: readonly ReviewEntry[]
  /** What will be saved. */
  readonly toSave: Input<'imports.save'>['drafts']
  /** Entries that are to be saved but can't be yet. */
  readonly incomplete: readonly ReviewEntry[]
  readonly setMetadata: (draftId: DraftId, metadata: MetadataDraft) => void
  readonly setSides: (draftId: DraftId, sides: SidesDraft) => void
  readonly setIncluded: (draftId: DraftId, isIncluded: boolean) => void
}

/**
 * What was read as the user has corrected it. Files that the library has, or that the same import holds
 * twice, are left out at first.
 */
export function reviewEntries(drafts: readonly Draft[], edits: JobEdits): ReviewEntry[] {
  return drafts.map((draft): ReviewEntry => {
    if (draft.status === 'failed') {
      return { draft, metadata: null, sides: null, isIncluded: false, isComplete: false }
    }
    const own = edits[draft.id] ?? {}
    const isIncluded = own.isIncluded ?? (draft.duplicateOf === null && draft.sameAs === null)
    if (draft.status === 'bitext') {
      const sides = own.sides ?? sidesOf(draft)
      const isComplete = [sides.left, sides.right].every(isWhole)
      return { draft, metadata: null, sides, isIncluded, isComplete }
    }
    const metadata = own.metadata ?? draftOf(draft.metadata)
    return { draft, metadata, sides: null, isIncluded, isComplete: isWhole(metadata) }
  })
}

function isWhole(metadata: MetadataDraft): boolean {
  return Object.keys(problemsOf(metadata)).length === 0 && metadata.language !== UNKNOWN_LANGUAGE
}

/** What an entry is called: its title, or its file where it has none. */
export function titleOf({ draft, metadata, sides }: ReviewEntry): string {
  const titles = sides === null ? [metadata?.title ?? ''] : [sides.left.title, sides.right.title]
  const [first, second] = titles.filter((title) => title.trim() !== '')
  if (first === undefined) return draft.name
  return second === undefined || second === first ? first : `${first} ⇄ ${second}`
}

/** The user's corrections to what was read, and what of it is to be saved. */
export function useReview(jobId: JobId, drafts: readonly Draft[]): Review {
  const edits = useReviewEdits(editsOf(jobId))

  return useMemo(() => {
    const entries = reviewEntries(drafts, edits)
    const included = entries.filter(({ isIncluded }) => isIncluded)
    return {
      entries,
      toSave: included.flatMap((entry) => saveOf(entry)),
      incomplete: included.filter(({ isComplete }) => !isComplete),
      setMetadata: (draftId, metadata) => editDraft(jobId, draftId, { metadata }),
      setSides: (draftId, sides) => editDraft(jobId, draftId, { sides }),
      setIncluded: (draftId, isIncluded) => editDraft(jobId, draftId, { isIncluded }),
    }
  }, [jobId, drafts, edits])
}

function saveOf({ draft, metadata, sides }: ReviewEntry): Input<'imports.save'>['drafts'] {
  if (draft.status === 'ready' && metadata !== null) {
    return [{ draftId: draft.id, metadata: changesOf(draft.metadata, metadata) }]
  }
  if (draft.status !== 'bitext' || sides === null) return []
  const { leftLanguage, rightLanguage } = sides
  const left = changesOf(metadataOf(draft, leftLanguage, 'left'), sides.left)
  const right = changesOf(metadataOf(draft, rightLanguage, 'right'), sides.right)
  return [{ draftId: draft.id, bitext: { leftLanguage, rightLanguage, left, right } }]
}
