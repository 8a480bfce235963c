import type { Finding, ImportedSpeaker } from '../../shared/domain/imported-document.ts'
import type { BlockKind, Mark } from '../../shared/domain/text.ts'
import type { ImportRule } from './import-rules.ts'

/** A block while a document is being understood. Mark offsets are UTF-16 code units within `text`. */
export interface DraftBlock {
  kind: BlockKind
  level: number
  text: string
  marks: readonly Mark[]
  /** Index into the reading's `speakers`. */
  speaker: number | null
}

/** What is known of a document so far. The rules work on it one after the other. */
export interface Reading {
  readonly blocks: DraftBlock[]
  readonly speakers: ImportedSpeaker[]
  readonly findings: Finding[]
}

/** A block as it is before any rule has looked at it. */
export function draftBlock(
  kind: BlockKind,
  text: string,
  level = 0,
  marks: readonly Mark[] = [],
): DraftBlock {
  return { kind, level, text, marks, speaker: null }
}

/** Records what a rule found. Rules may disagree: the most confident finding of a field counts. */
export function addFinding(
  reading: Reading,
  field: Finding['field'],
  value: string,
  rule: ImportRule,
  confidence: number,
): void {
  reading.findings.push({ field, value, rule, confidence })
}

/** The most confident finding of a field, the earliest of equals; null where there is none. */
export function bestFinding(reading: Reading, field: Finding['field']): Finding | null {
  let best: Finding | null = null
  for (const finding of reading.findings) {
    if (finding.field === field && (best === null || finding.confidence > best.confidence)) best = finding
  }
  return best
}
