import type { ArticleMetadata } from '../../shared/domain/article.ts'
import type { ArticleId, BlockId, SegmentId } from '../../shared/domain/ids.ts'
import type {
  ImportedBlock,
  ImportedDocument,
  ImportedSpeaker,
} from '../../shared/domain/imported-document.ts'
import type { BlockKind, Mark, Segment } from '../../shared/domain/text.ts'
import { newId } from '../area-context.ts'

export interface PreparedBlock {
  readonly id: BlockId
  readonly kind: BlockKind
  readonly level: number
  /** An index into the article's `speakers`. */
  readonly speaker: number | null
  readonly segments: readonly Segment[]
}

/** An article ready to be written: it has its ids, so that beads can be found before it is stored. */
export interface PreparedArticle {
  readonly id: ArticleId
  readonly metadata: ArticleMetadata
  readonly speakers: readonly ImportedSpeaker[]
  readonly blocks: readonly PreparedBlock[]
}

/**
 * The marks of a text that was cut into pieces, per piece, with offsets (UTF-16 code units) of their own.
 * A mark across a cut becomes two.
 */
export function cutMarks(marks: readonly Mark[], pieces: readonly string[]): Mark[][] {
  let from = 0
  return pieces.map((piece) => {
    const [start, end] = [from, from + piece.length]
    from = end
    return marks
      .filter((mark) => mark.start < end && mark.end > start)
      .map((mark) => ({
        ...mark,
        start: Math.max(mark.start, start) - start,
        end: Math.min(mark.end, end) - start,
      }))
  })
}

function prepareBlock(block: ImportedBlock, sentences: readonly string[]): PreparedBlock {
  const marks = cutMarks(block.marks, sentences)
  const segments = sentences.map((text, index) => ({
    id: newId<'segment'>() as SegmentId,
    text,
    marks: marks[index] ?? [],
  }))
  return { id: newId<'block'>(), kind: block.kind, level: block.level, speaker: block.speaker, segments }
}

/** Blocks that hold any text; an empty one would be a row with nothing in it. */
export function blocksWithText(document: ImportedDocument): ImportedBlock[] {
  return document.blocks.filter((block) => block.text !== '')
}

/** `sentences` are the texts of `blocksWithText(document)`, each cut into sentences. */
export function prepareArticle(
  document: ImportedDocument,
  metadata: ArticleMetadata,
  sentences: readonly (readonly string[])[],
): PreparedArticle {
  const blocks = blocksWithText(document).map((block, index) =>
    prepareBlock(block, sentences[index] ?? [block.text]),
  )
  return { id: newId<'article'>(), metadata, speakers: document.speakers, blocks }
}
