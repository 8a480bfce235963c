import type { LanguageTag } from '../../../shared/domain/article.ts'
import type { BlockForm } from '../../../shared/domain/block-form.ts'
import type { ImportedSegment } from '../../../shared/domain/imported-bitext.ts'
import { splitSentences } from '../../../shared/text/split-sentences.ts'
import { cleanText } from '../clean-text.ts'
import { withForms } from './block-forms.ts'

const ITEM = /^(p?)(\d{1,9})-(\d{1,9})(?:\+([\da-f.]{1,4000}))?$/u

/** The segments of one side of a bead, and whether the record told them. */
export interface RecordedSegments {
  readonly segments: ImportedSegment[]
  readonly fits: boolean
}

/**
 * Takes a joined text apart by the record that Duizhao wrote beside it (docs/formats.md, “One side of a bead”);
 * `forms` are those of the blocks that begin in it. A text that was changed elsewhere no longer fits; it is cut into
 * sentences then.
 */
export function cutByRecord(
  text: string,
  record: string,
  language: LanguageTag,
  forms: readonly (BlockForm | null)[] = [],
): RecordedSegments {
  const segments: ImportedSegment[] = []
  let end = 0
  for (const item of record.split(' ')) {
    const [, opens, from, to, tail] = ITEM.exec(item) ?? []
    const start = Number(from)
    const isNext = from !== undefined && start >= end && start - end <= 1 && Number(to) >= start
    if (!isNext) return { segments: cutIntoSentences(text, record, language, forms), fits: false }
    end = Number(to)
    segments.push({ text: text.slice(start, end) + unitsOf(tail), opensBlock: opens === 'p' })
  }
  if (end !== text.length) {
    return { segments: cutIntoSentences(text, record, language, forms), fits: false }
  }
  return { segments: cleanSegments(withForms(segments, forms)), fits: true }
}

function cutIntoSentences(
  text: string,
  record: string,
  language: LanguageTag,
  forms: readonly (BlockForm | null)[],
): ImportedSegment[] {
  const tail = /\+([\da-f.]{1,4000})$/u.exec(record)?.[1]
  const segments = splitSentences(text.trimEnd(), language).map((sentence, index, all) => ({
    text: index === all.length - 1 ? sentence + unitsOf(tail) : sentence,
    opensBlock: index === 0 && record.startsWith('p'),
  }))
  return cleanSegments(withForms(segments, forms))
}

/** Segments as the library holds them: clean, none empty. A block that an empty one opened is opened by the next. */
export function cleanSegments(segments: readonly ImportedSegment[]): ImportedSegment[] {
  const kept: ImportedSegment[] = []
  let opens = false
  let block: BlockForm | undefined
  for (const segment of segments) {
    if (segment.opensBlock) {
      opens = true
      block = segment.block
    }
    const { text } = cleanText(segment.text)
    if (text === '') continue
    kept.push(block === undefined ? { text, opensBlock: opens } : { text, opensBlock: opens, block })
    opens = false
    block = undefined
  }
  return kept
}

function unitsOf(hex: string | undefined): string {
  if (hex === undefined) return ''
  return String.fromCharCode(...hex.split('.').map((unit) => Number.parseInt(unit, 16)))
}
