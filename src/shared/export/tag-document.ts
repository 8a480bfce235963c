import { duizhaoAddress } from './addresses.ts'
import { highlightSection, primarySpan, properties } from './article-document.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportAnnotation, ExportArticle, ExportSpan } from './export-model.ts'
import { highlightBlock } from './highlight-block.ts'
import { LABELS } from './labels.ts'
import type { LinkedModel, LinkedTag } from './linked-model.ts'
import type { ManagedBlock } from './managed-blocks.ts'
import { IDENTITY_KEY, type ManagedDocument } from './merge-managed.ts'
import { noteLines, quoted } from './note-markdown.ts'
import { obsidianTag } from './obsidian-tag.ts'
import { inReadingOrder } from './span-text.ts'

/** A tag's file: its description and every highlight that carries it or a tag below it, article by article. */
export function tagDocument(linked: LinkedModel, tag: LinkedTag): ManagedDocument {
  const annotations = linked.annotationsUnder(tag.tag.id)
  return {
    frontMatter: properties([
      ['title', tag.path],
      [IDENTITY_KEY, duizhaoAddress('tag', tag.tag.id)],
      ['tags', [obsidianTag(tag.names)]],
    ]),
    blocks: [tagHead(tag), ...highlightSection(highlightsByArticle(linked, annotations, primarySpan))],
  }
}

/** Article by article: each with a heading of its own, highlights in reading order below it. */
export function highlightsByArticle(
  linked: LinkedModel,
  annotations: readonly ExportAnnotation[],
  leadOf: (annotation: ExportAnnotation) => ExportSpan | undefined,
): ManagedBlock[] {
  const byArticle = Map.groupBy(annotations, (annotation) => leadOf(annotation)?.articleId)
  return linked.articles.flatMap((article) => {
    const here = byArticle.get(article.id) ?? []
    if (here.length === 0) return []
    return [
      { key: `in/${article.id}`, body: articleHeading(article) },
      ...inReadingOrder(linked, here, leadOf).flatMap((annotation) => {
        const lead = leadOf(annotation)
        return lead === undefined
          ? []
          : [highlightBlock(linked, annotation, lead, linked.pairsOf(lead.articleId))]
      }),
    ]
  })
}

function articleHeading(article: ExportArticle): string {
  const date = article.date === null ? '' : ` · ${article.date}`
  return `### ${escapeLine(article.title)}${date}`
}

function tagHead(tag: LinkedTag): ManagedBlock {
  // Quoted, so that nothing in it (an open fence, an open comment) can take hold of what follows.
  const description = tag.tag.description.trim() === '' ? [] : [quoted(noteLines(tag.tag.description))]
  const link = `[${LABELS.backLink}](${duizhaoAddress('tag', tag.tag.id)})`
  return {
    key: `tag/${tag.tag.id}`,
    body: [`# ${escapeLine(tag.path)}`, ...description, link].join('\n\n'),
  }
}
