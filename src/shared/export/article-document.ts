import { duizhaoAddress } from './addresses.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportAnnotation, ExportArticle, ExportSpan } from './export-model.ts'
import type { FrontMatterEntry } from './front-matter.ts'
import { highlightBlock, obsidianTagsOf } from './highlight-block.ts'
import { LABELS } from './labels.ts'
import type { LinkedModel } from './linked-model.ts'
import type { ManagedBlock } from './managed-blocks.ts'
import { IDENTITY_KEY, type ManagedDocument } from './merge-managed.ts'
import { notesSection } from './note-section.ts'
import { sourceLine } from './source-line.ts'
import { inReadingOrder } from './span-text.ts'
import { referencesTo, textSection } from './text-section.ts'

/** Options that change what a document holds. */
export interface DocumentOptions {
  /** Also the whole text, not only what is highlighted. */
  readonly fullText: boolean
}

/** An article's file: what it is, its text if wanted, its highlights in reading order. */
export function articleDocument(
  linked: LinkedModel,
  article: ExportArticle,
  options: DocumentOptions,
): ManagedDocument {
  const spanIn = (annotation: ExportAnnotation): ExportSpan | undefined => spanInArticle(annotation, article)
  const annotations = inReadingOrder(linked, linked.annotationsIn(article.id), spanIn)
  const pairs = linked.pairsOf(article.id)
  return {
    frontMatter: articleProperties(article, obsidianTagsOf(linked, annotations)),
    blocks: [
      articleHead(article),
      ...notesSection(linked, linked.notesOnArticle(article.id)),
      ...(options.fullText ? [textBlock(textSection(linked, article, referencesTo(annotations)))] : []),
      ...highlightSection(
        annotations.flatMap((annotation) => {
          const lead = spanIn(annotation)
          return lead === undefined ? [] : [highlightBlock(linked, annotation, lead, pairs)]
        }),
      ),
    ],
  }
}

/** The full text under its heading. */
export function textBlock(text: string): ManagedBlock {
  return { key: 'text', body: `## ${LABELS.text}\n\n${text}`.trimEnd() }
}

/** Highlights under their heading; nothing at all when there are none. */
export function highlightSection(highlights: readonly ManagedBlock[]): ManagedBlock[] {
  return highlights.length === 0
    ? []
    : [{ key: 'highlights', body: `## ${LABELS.highlights}` }, ...highlights]
}

/** Properties whose value is known. */
export function properties(
  entries: readonly (readonly [key: string, value: string | readonly string[] | null])[],
): FrontMatterEntry[] {
  return entries.flatMap(([key, value]) => (value === null || value.length === 0 ? [] : [{ key, value }]))
}

function articleProperties(article: ExportArticle, tags: readonly string[]): FrontMatterEntry[] {
  return properties([
    ['title', article.title],
    ['author', article.author],
    ['date', article.date],
    ['source', article.source],
    ['place', article.place],
    ['language', article.language],
    ['kind', article.kind],
    [IDENTITY_KEY, duizhaoAddress('article', article.id)],
    ['tags', tags],
  ])
}

function articleHead(article: ExportArticle): ManagedBlock {
  const address = duizhaoAddress('article', article.id)
  const author = article.author === null ? '' : `${escapeLine(article.author)} · `
  return {
    key: `article/${article.id}`,
    body: `# ${escapeLine(article.title)}\n\n${author}${sourceLine(article)} · [${LABELS.backLink}](${address})`,
  }
}

/** The span to begin with where an article is at hand: its own, the primary one of two. */
export function spanInArticle(annotation: ExportAnnotation, article: ExportArticle): ExportSpan | undefined {
  const spans = annotation.spans.filter((span) => span.articleId === article.id)
  return spans.find((span) => span.role === 'primary') ?? spans[0]
}

/** The span the user put there, or what is left when its article is gone. */
export function primarySpan(annotation: ExportAnnotation): ExportSpan | undefined {
  return annotation.spans.find((span) => span.role === 'primary') ?? annotation.spans[0]
}
