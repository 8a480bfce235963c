import { assertNever } from '../domain/error.ts'
import type { SpeakerId } from '../domain/ids.ts'
import { blockText, type Block } from '../domain/text.ts'
import { blockId } from './addresses.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportAnnotation, ExportArticle } from './export-model.ts'
import { inlineMarkdown, inlineMarkdownLine, type Insertion } from './inline-markdown.ts'
import { REFERENCE_SIGN } from './labels.ts'
import type { LinkedModel } from './linked-model.ts'
import { quoted } from './note-markdown.ts'
import { speakerName } from './source-line.ts'
import { joinSegments } from './span-text.ts'

/** Headings of a text stand below those of the file, which reach level 2. */
const FILE_LEVELS = 2
const LIST_INDENT = '  '

/** Links to highlights, by the segment they end in; offsets are UTF-16 code units within that segment. */
export type References = ReadonlyMap<string, readonly Insertion[]>

/** Where highlights end, as links to their blocks in the same file. Lost ones have no place. */
export function referencesTo(annotations: readonly ExportAnnotation[]): References {
  const references = new Map<string, Insertion[]>()
  for (const annotation of annotations) {
    for (const span of annotation.spans) {
      const last = span.parts.at(-1)
      if (span.state === 'lost' || last === undefined) continue
      const link: Insertion = { at: last.end, markdown: `[${REFERENCE_SIGN}](#^${blockId(annotation.id)})` }
      references.set(last.segmentId, [...(references.get(last.segmentId) ?? []), link])
    }
  }
  return references
}

/** A text, block by block, as paragraphs of Markdown. */
export function textSection(linked: LinkedModel, article: ExportArticle, references: References): string {
  const written: string[] = []
  let speaker: SpeakerId | null = null
  let depth = 0
  article.blocks.forEach((block, index) => {
    const isListed = block.kind === 'list-item'
    if (block.speakerId !== speaker && block.speakerId !== null) {
      const name = introduction(linked, article, index)
      if (name !== null) written.push('', name)
    }
    speaker = block.speakerId
    // One level deeper at most: more indentation than that would be code.
    const before = depth
    depth = isListed ? Math.min(Math.max(block.level, 1), depth + 1) : 0
    const markdown = blockMarkdown(block, references, depth)
    if (markdown === '') return
    if (!isListed || before === 0) written.push('')
    written.push(markdown)
  })
  return written.join('\n').replace(/^\n+/u, '')
}

/** Markdown of one block; its list depth is the caller's. Empty for a block without text. */
function blockMarkdown(block: Block, references: References, depth: number): string {
  const source = joinSegments(block.segments)
  if (source.text.trim() === '') return ''
  switch (block.kind) {
    case 'title':
    case 'heading':
      return `${'#'.repeat(headingLevel(block))} ${inlineMarkdownLine(source, insertionsIn(block.segments, references))}`
    case 'quote':
      return quoted([inlineMarkdown(source, insertionsIn(block.segments, references))])
    case 'list-item': {
      const indent = LIST_INDENT.repeat(Math.max(depth, 1) - 1)
      const lines = inlineMarkdown(source, insertionsIn(block.segments, references)).split('\n')
      return lines.map((line, at) => `${indent}${at === 0 ? '- ' : LIST_INDENT}${line}`).join('\n')
    }
    case 'byline':
    case 'paragraph':
    case 'caption':
    case 'credit':
      return inlineMarkdown(source, insertionsIn(block.segments, references))
    default:
      return assertNever(block.kind)
  }
}

/** The heading level in the file of a title or heading in the text. */
export function headingLevel(block: { readonly kind: Block['kind']; readonly level: number }): number {
  const level = block.kind === 'title' ? 1 : Math.max(block.level, 1) + 1
  return Math.min(6, FILE_LEVELS + level)
}

/** References of segments, with offsets within their joined text. */
export function insertionsIn(
  segments: readonly { readonly id: string; readonly text: string }[],
  references: References,
): Insertion[] {
  let offset = 0
  return segments.flatMap((segment) => {
    const start = offset
    offset += segment.text.length
    return (references.get(segment.id) ?? []).map((link) => ({ ...link, at: link.at + start }))
  })
}

/** Who speaks from here on, unless the text has just said so itself. */
function introduction(linked: LinkedModel, article: ExportArticle, index: number): string | null {
  const block = article.blocks[index]
  if (block === undefined || block.speakerId === null) return null
  const names = linked.speakerById.get(block.speakerId)?.names ?? []
  const around = [article.blocks[index - 1], block]
    .filter((near) => near !== undefined)
    .filter((near) => near.kind !== 'paragraph')
    .map((near) => blockText(near))
  if (names.some(({ name }) => around.some((text) => text.includes(name)))) return null
  const name = speakerName(linked, block.speakerId, article.language)
  return name === null ? null : `**${escapeLine(name)}**`
}
