import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { Bead } from '../../shared/domain/bead.ts'
import { PLAIN_PARAGRAPH } from '../../shared/domain/block-form.ts'
import type { PairId, SegmentId } from '../../shared/domain/ids.ts'
import type { ImportedSegment } from '../../shared/domain/imported-bitext.ts'
import type { ImportedSpeaker } from '../../shared/domain/imported-document.ts'
import type { Segment } from '../../shared/domain/text.ts'
import { newId } from '../area-context.ts'
import type { ChosenSides } from './choose-sides.ts'
import type { PreparedArticle, PreparedBlock } from './prepare-article.ts'

/** A bead with the note a file has for it. */
export interface PreparedBead extends Bead {
  /** Markdown; null where there is none. */
  readonly note: string | null
}

/** A pair ready to be written, with all its ids. */
export interface PreparedPair {
  readonly id: PairId
  readonly left: PreparedArticle
  readonly right: PreparedArticle
  readonly beads: readonly PreparedBead[]
}

/**
 * Gives everything its id. A segment that opens a block begins one of the form the file gives, else a paragraph, and
 * the first one does anyhow.
 */
export function preparePair(
  { units }: ChosenSides,
  metadata: { readonly left: ArticleMetadata; readonly right: ArticleMetadata },
): PreparedPair {
  const left = new ArticleBuilder()
  const right = new ArticleBuilder()
  const beads = units.map((chosen): PreparedBead => ({
    id: newId<'bead'>(),
    left: left.add(chosen.left),
    right: right.add(chosen.right),
    confidence: chosen.unit.confidence,
    status: chosen.unit.status,
    unmatched: chosen.unit.unmatched,
    byHand: false,
    review: chosen.unit.review,
    note: chosen.unit.note,
  }))
  return {
    id: newId<'pair'>(),
    left: left.finish(metadata.left),
    right: right.finish(metadata.right),
    beads,
  }
}

class ArticleBuilder {
  readonly #blocks: (PreparedBlock & { readonly segments: Segment[] })[] = []
  readonly #speakers: ImportedSpeaker[] = []

  add(segments: readonly ImportedSegment[]): SegmentId[] {
    return segments.map(({ text, opensBlock, block: form = PLAIN_PARAGRAPH }) => {
      const segment = { id: newId<'segment'>(), text, marks: [] }
      const block = this.#blocks.at(-1)
      if (block === undefined || opensBlock) {
        this.#blocks.push({
          id: newId<'block'>(),
          kind: form.kind,
          level: form.level,
          speaker: form.speaker === null ? null : this.#speaker(form.speaker),
          segments: [segment],
        })
      } else block.segments.push(segment)
      return segment.id
    })
  }

  finish(metadata: ArticleMetadata): PreparedArticle {
    return { id: newId<'article'>(), metadata, speakers: this.#speakers, blocks: this.#blocks }
  }

  /** The speaker's index, a new one for who has not spoken yet. */
  #speaker({ name, role }: ImportedSpeaker): number {
    const known = this.#speakers.findIndex((speaker) => speaker.name === name && speaker.role === role)
    return known >= 0 ? known : this.#speakers.push({ name, role }) - 1
  }
}
