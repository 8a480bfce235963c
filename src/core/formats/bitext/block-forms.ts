import type { BlockForm } from '../../../shared/domain/block-form.ts'
import type { ImportedSegment } from '../../../shared/domain/imported-bitext.ts'
import { BLOCK_KINDS, type BlockKind } from '../../../shared/domain/text.ts'
import { cleanText } from '../clean-text.ts'

/** Deeper than this nothing is. */
const MOST_LEVEL = 6
/** No name and no role of a speaker is longer, in UTF-16 code units. */
const MOST_NAME = 200

/** The forms that `blockRecord` wrote; none where it is not one of ours or was changed beyond understanding. */
export function readBlockRecord(record: string | undefined): (BlockForm | null)[] {
  if (record === undefined || record === '') return []
  try {
    const forms: unknown = JSON.parse(record)
    return Array.isArray(forms) ? forms.map(readBlockForm) : []
  } catch {
    return []
  }
}

/** A block's form as a file has it; null for a plain paragraph and for what is no form. */
export function readBlockForm(value: unknown): BlockForm | null {
  const { kind, level, speaker } = record(value)
  if (!isBlockKind(kind)) return null
  const isLevel = typeof level === 'number' && Number.isInteger(level) && level >= 0 && level <= MOST_LEVEL
  const form = { kind, level: isLevel ? level : 0, speaker: readSpeaker(speaker) }
  return form.kind === 'paragraph' && form.level === 0 && form.speaker === null ? null : form
}

/** Gives the segments that open a block the forms, one after the other. */
export function withForms(
  segments: readonly ImportedSegment[],
  forms: readonly (BlockForm | null)[],
): readonly ImportedSegment[] {
  if (forms.length === 0) return segments
  let next = 0
  return segments.map((segment) => {
    if (!segment.opensBlock) return segment
    const block = forms[next] ?? null
    next += 1
    return block === null ? segment : { ...segment, block }
  })
}

function readSpeaker(value: unknown): BlockForm['speaker'] {
  const { name, role } = record(value)
  const called = readName(name)
  return called === null ? null : { name: called, role: readName(role) }
}

/** On one line, not endless; null for nothing. */
function readName(value: unknown): string | null {
  if (typeof value !== 'string') return null
  const name = cleanText(value).text.trim().replace(/\s+/gu, ' ').slice(0, MOST_NAME)
  return name === '' ? null : name
}

function isBlockKind(value: unknown): value is BlockKind {
  return BLOCK_KINDS.some((kind) => kind === value)
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}
