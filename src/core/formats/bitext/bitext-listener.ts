import type { Side } from '../../../shared/domain/article.ts'
import type { ImportedBitext, ImportedBitextFormat } from '../../../shared/domain/imported-bitext.ts'
import { BitextBuilder } from './bitext-builder.ts'
import type { InlineCounts } from './inline-text.ts'
import type { XmlFacts } from './read-xml.ts'
import { UnitTexts } from './unit-text.ts'

/** Below this an encoding is worth a warning. */
const ENCODING_SURE = 0.8

/** What the readers of XML formats share: the builder, the counts, and what is said of them in the end. */
export class ListenerState {
  readonly builder = new BitextBuilder()
  readonly texts = new UnitTexts()
  readonly inline: InlineCounts = { tags: 0, subflows: 0 }
  /** Facts about the pair from the file's head. */
  readonly head = new Map<string, string>()

  /** The side that is the source; the left one unless one of our own files says otherwise. */
  get sourceSide(): Side {
    return this.head.get('source-side') === 'right' ? 'right' : 'left'
  }

  finish(
    name: string,
    format: ImportedBitextFormat,
    leftKey: string | null,
    { encoding, confidence, replacedCharacters, removedCharacters }: XmlFacts,
  ): ImportedBitext {
    const counts = [
      ['replaced-characters', replacedCharacters],
      ['removed-control-characters', removedCharacters],
      ['dropped-tags', this.inline.tags],
      ['dropped-subflows', this.inline.subflows],
      ['changed-elsewhere', this.texts.changed],
    ] as const
    for (const [code, count] of counts) if (count > 0) this.builder.warn(code, String(count))
    if (confidence < ENCODING_SURE) this.builder.warn('encoding-uncertain', encoding)
    return this.builder.finish({ name, format, encoding, head: this.head, leftKey })
  }
}
