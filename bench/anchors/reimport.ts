import { readDocument } from '../../src/core/formats/read-document.ts'
import { blocksWithText } from '../../src/core/imports/prepare-article.ts'
import type { Anchor } from '../../src/shared/domain/anchor.ts'
import type { ArticleId, SegmentId } from '../../src/shared/domain/ids.ts'
import type { AnchorText } from '../../src/shared/text/anchor-text.ts'
import { carryOver } from '../../src/shared/text/carry-over.ts'
import { keepCuts } from '../../src/shared/text/keep-cuts.ts'
import type { MovedAnchor } from '../../src/shared/text/move-anchor.ts'
import { splitSentences } from '../../src/shared/text/split-sentences.ts'
import { isBlank, type Character, type Paragraph } from './characters.ts'

/** A text as it was imported. */
export interface ImportedText {
  readonly language: string
  /** Its paragraphs, cut into sentences. */
  readonly sentences: readonly (readonly string[])[]
  readonly text: AnchorText
}

/** The anchors after a file was brought in, and what stands in the text now. */
export interface Reimported {
  readonly anchors: readonly MovedAnchor[]
  readonly text: AnchorText
  /** For each code unit of the new text, joined, where it was before; null for new ones. */
  readonly origins: readonly (number | null)[]
}

export function importText(name: string, bytes: Uint8Array): ImportedText {
  const document = readDocument({ name, bytes })
  const { language } = document.metadata
  const sentences = blocksWithText(document).map(({ text }) => splitSentences(text, language))
  const segments = sentences.flat().map((text, number) => ({ id: `s${number}` as SegmentId, text }))
  return { language, sentences, text: { articleId: 'article' as ArticleId, segments } }
}

/** Reads the file and carries the anchors over, as an update does. Nobody says what was edited. */
export function reimport(
  { language, sentences, text: before }: ImportedText,
  file: { readonly content: string; readonly paragraphs: readonly Paragraph[] },
  anchors: readonly Anchor[],
): Reimported {
  const bytes = new TextEncoder().encode(file.content)
  const document = readDocument({ name: 'corrected.txt', bytes, language })
  const ruled = blocksWithText(document).map((block) => splitSentences(block.text, language))
  const after = keepCuts({ before: sentences, after: ruled }).flat()
  const fresh = after.map((_, number) => `n${number}` as SegmentId)
  const over = carryOver({ before, after, ids: fresh, identity: 'text', anchors })
  const segments = over.ids.map((id, line) => ({ id, text: after[line] ?? '' }))
  return {
    anchors: over.anchors,
    text: { articleId: before.articleId, segments },
    origins: originsOf(after, file.paragraphs.flat()),
  }
}

/** Readers change white space and take lines off the head; all else is as it was written. */
function originsOf(lines: readonly string[], written: readonly Character[]): (number | null)[] {
  const shown = written.filter(({ text }) => !isBlank(text))
  const all = shown.map(({ text }) => text).join('')
  const units = shown.flatMap(({ text, was }) =>
    Array.from({ length: text.length }, (_, unit) => (was === null ? null : was + unit)),
  )
  let from = 0
  return lines.flatMap((line) => {
    const place = all.indexOf(line.replaceAll(/\s/gu, ''), from)
    if (place < 0) throw new Error(`The reader gave a line that was not in the file: ${line}`)
    from = place
    return Array.from({ length: line.length }, (_, unit) => {
      if (isBlank(line.charAt(unit))) return null
      from += 1
      return units[from - 1] ?? null
    })
  })
}
