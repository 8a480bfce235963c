import type { EnvelopeError } from '../../shared/contract/envelope.ts'
import type { Draft } from '../../shared/contract/schemas/import.ts'
import type { ArticleId, DraftId, JobId } from '../../shared/domain/ids.ts'
import type { ImportedBitext } from '../../shared/domain/imported-bitext.ts'
import type { ImportedDocument } from '../../shared/domain/imported-document.ts'
import { chooseSides, countBeads, findSides } from './choose-sides.ts'

interface FileDraft {
  readonly id: DraftId
  readonly jobId: JobId
  readonly name: string
  readonly bytes: Uint8Array
  readonly sha256: string
}

/** A text that was read, to become an article. */
export interface DocumentDraft extends FileDraft {
  readonly status: 'ready'
  readonly document: ImportedDocument
}

/** Aligned texts that were read, to become a pair. */
export interface BitextDraft extends FileDraft {
  readonly status: 'bitext'
  readonly bitext: ImportedBitext
}

export interface FailedDraft {
  readonly status: 'failed'
  readonly id: DraftId
  readonly jobId: JobId
  readonly name: string
  readonly error: EnvelopeError
}

export type KeptDraft = DocumentDraft | BitextDraft | FailedDraft

/** What a window is told of a draft. */
export function describeDraft(
  draft: KeptDraft,
  twins: { readonly duplicateOf: ArticleId | null; readonly sameAs: DraftId | null },
): Draft {
  switch (draft.status) {
    case 'failed':
      return { status: 'failed', id: draft.id, name: draft.name, error: draft.error }
    case 'ready':
      return { ...describeDocument(draft), ...twins }
    case 'bitext':
      return { ...describeBitext(draft), ...twins }
  }
}

type Described<Status extends Draft['status']> = Omit<
  Extract<Draft, { status: Status }>,
  'duplicateOf' | 'sameAs'
>

function describeDocument({ id, name, bytes, document }: DocumentDraft): Described<'ready'> {
  return {
    status: 'ready',
    id,
    name,
    byteLength: bytes.byteLength,
    encoding: document.encoding,
    metadata: { ...document.metadata },
    speakers: document.speakers.map((speaker) => ({ ...speaker })),
    findings: document.findings.map((finding) => ({ ...finding })),
    warnings: document.warnings.map((warning) => ({ ...warning })),
    blockCount: document.blocks.length,
    characterCount: document.blocks.reduce((sum, block) => sum + block.text.length, 0),
  }
}

function describeBitext({ id, name, bytes, bitext }: BitextDraft): Described<'bitext'> {
  const sides = findSides(bitext, {})
  const chosen = chooseSides(bitext, sides)
  return {
    status: 'bitext',
    id,
    name,
    byteLength: bytes.byteLength,
    encoding: bitext.encoding,
    format: bitext.format,
    languages: bitext.versions.map(({ language, count, metadata }) => ({
      language,
      count,
      metadata: { ...metadata },
    })),
    leftLanguage: sides.left.language,
    rightLanguage: sides.right.language,
    left: { ...sides.left.metadata },
    right: { ...sides.right.metadata },
    ...countBeads(chosen),
    skipped: chosen.skipped.map((skipped) => ({ ...skipped })),
    warnings: bitext.warnings.map((warning) => ({ ...warning })),
  }
}
