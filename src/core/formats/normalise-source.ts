import { cleanText } from './clean-text.ts'
import { parseHeaderLine, type HeaderLine } from './header-line.ts'
import { layoutParagraphs } from './line-layout.ts'

/** A plain text with its header line taken off and its lines made paragraphs. */
export interface SourceParts {
  readonly header: HeaderLine | null
  readonly paragraphs: readonly string[]
}

/**
 * Divides a plain text as `normaliseSource` describes.
 *
 * @param text with LF line ends (see `cleanText`)
 */
export function divideSource(text: string): SourceParts {
  const lines = text.split('\n')
  const first = lines.findIndex((line) => line.trim() !== '')
  const header = parseHeaderLine(lines[first] ?? '')
  return { header, paragraphs: layoutParagraphs(header === null ? lines : lines.slice(first + 1)) }
}

/**
 * What is left of a plain text when everything is dropped that does not belong to its words. The blocks
 * of an imported text, joined, equal this exactly (see `joinBlocks`). Pure. Dropped or
 * changed are:
 *
 * - line ends other than LF, control characters and lone surrogates, as `cleanText` says;
 * - blank lines, and white space (also U+3000) at both ends of a line: paragraphs are divided by one LF;
 * - line ends within a paragraph of a file wrapped to a page width (`layoutParagraphs`): one space in
 *   their place, or nothing between Han characters and after a hyphen;
 * - of a header line ` date 2025-05-23 Title…` the label and the date, which become metadata; the title
 *   stays as the first paragraph. Where only a place follows the date, or nothing, the line goes whole.
 */
export function normaliseSource(text: string): string {
  const { header, paragraphs } = divideSource(cleanText(text).text)
  const title = header?.title ?? null
  return (title === null ? paragraphs : [title, ...paragraphs]).join('\n')
}

/** The text of a document: its blocks, divided by LF. Of a plain text this is `normaliseSource` of its source. */
export function joinBlocks(document: { readonly blocks: readonly { readonly text: string }[] }): string {
  return document.blocks.map((block) => block.text).join('\n')
}
