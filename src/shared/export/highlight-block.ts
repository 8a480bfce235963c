import { edgeAtOrBefore } from '../text/graphemes.ts'
import { blockId, duizhaoAddress } from './addresses.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportAnnotation, ExportArticle, ExportSpan } from './export-model.ts'
import { inlineMarkdown, type MarkedText } from './inline-markdown.ts'
import { colorName, LABELS } from './labels.ts'
import type { LinkedModel, LinkedPair } from './linked-model.ts'
import type { ManagedBlock } from './managed-blocks.ts'
import { noteLines, quoted } from './note-markdown.ts'
import { mapNoteLinks } from '../text/find-note-links.ts'
import { distinctTags, obsidianTag } from './obsidian-tag.ts'
import { citationLine } from './source-line.ts'
import { counterpartsOf, firstPlace, spanParagraphs, type Counterpart } from './span-text.ts'

/** The longest title of a callout, in UTF-16 code units. */
const EXCERPT = 40

/**
 * A highlight as a folded Obsidian callout (a plain quote to any other reader): the quote and its citation,
 * its counterparts and theirs, then color, tags and the link back, then the note. The block id stands on
 * its own line with empty lines around it, as Obsidian wants it for callouts. `lead` is the span to begin with.
 */
export function highlightBlock(
  linked: LinkedModel,
  annotation: ExportAnnotation,
  lead: ExportSpan,
  pairs: readonly LinkedPair[],
): ManagedBlock {
  const quote = spanParagraphs(linked, lead)
  const paragraphs = [
    `[!quote]- ${escapeLine(excerpt(quote))}`,
    ...quote.map((paragraph) => inlineMarkdown(paragraph)),
    ...citation(linked, linked.articleById.get(lead.articleId), firstPlace(linked, lead)),
    ...counterpartsOf(linked, annotation, lead, pairs).flatMap((counterpart) =>
      counterpartLines(linked, counterpart),
    ),
    detailLine(linked, annotation, lead),
  ].filter((paragraph) => paragraph !== '')
  const note =
    annotation.note === null || annotation.note.trim() === ''
      ? []
      : ['', '---', '', ...noteLines(mapNoteLinks(annotation.note, linked.noteAddress))]
  const callout = quoted([
    ...paragraphs.flatMap((paragraph, at) => (at === 0 ? [paragraph] : ['', paragraph])),
    ...note,
  ])
  return { key: annotation.id, body: `${callout}\n\n^${blockId(annotation.id)}` }
}

/** The tags of highlights, for a file's properties and for their own lines. */
export function obsidianTagsOf(linked: LinkedModel, annotations: readonly ExportAnnotation[]): string[] {
  const ids = new Set(annotations.flatMap((annotation) => annotation.tagIds))
  return distinctTags(linked.tags.filter(({ tag }) => ids.has(tag.id)).map(({ names }) => obsidianTag(names)))
}

/** The beginning of a quote, on one line. */
export function excerpt(paragraphs: readonly MarkedText[]): string {
  const text = paragraphs
    .map((paragraph) => paragraph.text)
    .join(' ')
    .replace(/\s+/gu, ' ')
    .trim()
  if (text.length <= EXCERPT) return text
  const cut = text.slice(0, edgeAtOrBefore(text, EXCERPT))
  // A word is not cut when one ends nearby; Chinese has no spaces and is cut between characters.
  const space = cut.lastIndexOf(' ')
  return `${space > EXCERPT * 0.6 ? cut.slice(0, space) : cut}…`
}

function citation(
  linked: LinkedModel,
  article: ExportArticle | undefined,
  place: ReturnType<typeof firstPlace>,
): string[] {
  return article === undefined ? [] : [citationLine(linked, article, place)]
}

function counterpartLines(linked: LinkedModel, counterpart: Counterpart): string[] {
  const label = counterpart.kind === 'passage' ? [`*${LABELS.passage}*`] : []
  const article = linked.articleById.get(counterpart.articleId)
  return [
    ...label,
    ...counterpart.paragraphs.map((paragraph) => inlineMarkdown(paragraph)),
    ...citation(linked, article, counterpart.first),
  ]
}

function detailLine(linked: LinkedModel, annotation: ExportAnnotation, lead: ExportSpan): string {
  const tags = obsidianTagsOf(linked, [annotation]).map((tag) => `#${tag}`)
  // One entry for both spans of a mirrored highlight: it tells of either when it is in doubt.
  const doubt = [lead, ...annotation.spans].find(({ state }) => state !== 'ok')?.state ?? 'ok'
  return [
    escapeLine(colorName(annotation.color, linked.colorNames)),
    ...(tags.length === 0 ? [] : [tags.join(' ')]),
    ...(doubt === 'ok' ? [] : [`⚠ ${LABELS[doubt]}`]),
    `[${LABELS.backLink}](${duizhaoAddress('highlight', annotation.id)})`,
  ].join(' · ')
}
