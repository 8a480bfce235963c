import type { AlignedBead, Aligner, AlignInput, AlignSide } from '../../src/shared/align/aligner.ts'
import type { GoldDocument } from './gold-documents.ts'

/** A document as the aligner gets it. Its lines tell nothing of paragraphs: each is one of its own. */
export function alignDocument(
  align: Aligner,
  document: GoldDocument,
  more: Pick<AlignInput, 'fixed' | 'known'> = {},
): AlignedBead[] {
  return align(
    { left: sideOf('zh-Hans', document.chinese), right: sideOf('en', document.english), ...more },
    () => undefined,
  )
}

export function sideOf(language: string, lines: readonly string[]): AlignSide {
  return { language, segments: lines.map((text) => ({ text, kind: 'paragraph', opensBlock: true })) }
}
