import type { ImportedSegment } from '../../../shared/domain/imported-bitext.ts'
import type { LanguageTag } from '../../../shared/domain/article.ts'
import { readBlockRecord } from './block-forms.ts'
import { foreignSegment } from './foreign-text.ts'
import { cutByRecord } from './segment-record.ts'

/** Reads the sides of units, and counts those whose record does not fit any more. */
export class UnitTexts {
  #changed = 0

  get changed(): number {
    return this.#changed
  }

  /**
   * The segments of a side: by its record where there is one, else the text is one segment. `blocks` is the record
   * of its blocks.
   */
  segmentsOf(
    text: string,
    record: string | undefined,
    language: LanguageTag,
    blocks?: string,
  ): ImportedSegment[] {
    if (record === undefined) return foreignSegment(text)
    const { segments, fits } = cutByRecord(text, record, language, readBlockRecord(blocks))
    if (!fits) this.#changed += 1
    return segments
  }
}
