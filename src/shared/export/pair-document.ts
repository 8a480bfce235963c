import { edgeAtOrBefore } from '../text/graphemes.ts'
import { duizhaoAddress } from './addresses.ts'
import {
  highlightSection,
  primarySpan,
  properties,
  spanInArticle,
  textBlock,
  type DocumentOptions,
} from './article-document.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportAnnotation, ExportArticle, ExportSpan } from './export-model.ts'
import type { FrontMatterEntry } from './front-matter.ts'
import { highlightBlock, obsidianTagsOf } from './highlight-block.ts'
import { LABELS } from './labels.ts'
import type { LinkedModel, LinkedPair, SegmentPlace } from './linked-model.ts'
import type { ManagedBlock } from './managed-blocks.ts'
import { IDENTITY_KEY, type ManagedDocument } from './merge-managed.ts'
import { pairNotesSection } from './note-section.ts'
import { pairSection } from './pair-section.ts'
import { sourceLine } from './source-line.ts'
import { inReadingOrder } from './span-text.ts'
import { referencesTo } from './text-section.ts'

/** A pair's file: its two articles, their text row by row if wanted, the highlights of both in reading order. */
export function pairDocument(
  linked: LinkedModel,
  pair: LinkedPair,
  options: DocumentOptions,
): ManagedDocument {
  const annotations = pairAnnotations(linked, pair)
  return {
    frontMatter: pairProperties(pair, obsidianTagsOf(linked, annotations)),
    blocks: [
      pairHead(pair),
      ...pairNotesSection(linked, pair),
      ...(options.fullText ? [textBlock(pairSection(linked, pair, referencesTo(annotations)))] : []),
      ...highlightSection(
        annotations.flatMap((annotation) => {
          const lead = spanInPair(annotation, pair)
          return lead === undefined ? [] : [highlightBlock(linked, annotation, lead, [pair])]
        }),
      ),
    ],
  }
}

/** What a pair is called: both titles. */
export function pairTitle(pair: LinkedPair): string {
  return `${pair.left.title} ⇄ ${pair.right.title}`
}

/** The file name's part; a long title of the left side must not hide the right one's. */
export function pairStem(pair: LinkedPair): string {
  const { left, right } = pair
  return `${left.title.slice(0, edgeAtOrBefore(left.title, Math.min(left.title.length, 24)))} - ${right.title}`
}

/** The highlights of either article, row by row. */
export function pairAnnotations(linked: LinkedModel, pair: LinkedPair): ExportAnnotation[] {
  const found = new Map(
    [pair.left, pair.right]
      .flatMap((article) => linked.annotationsIn(article.id))
      .map((annotation) => [annotation.id, annotation]),
  )
  // Row by row, and within a row the left side first; without beads the left text comes first.
  const row = (place: SegmentPlace): readonly number[] => [
    pair.beadIndex.get(place.segment.id) ?? -1,
    place.article.id === pair.left.id ? 0 : 1,
  ]
  return inReadingOrder(linked, [...found.values()], (annotation) => spanInPair(annotation, pair), row)
}

function spanInPair(annotation: ExportAnnotation, pair: LinkedPair): ExportSpan | undefined {
  const primary = primarySpan(annotation)
  if (primary?.articleId === pair.left.id || primary?.articleId === pair.right.id) return primary
  return spanInArticle(annotation, pair.left) ?? spanInArticle(annotation, pair.right)
}

function pairProperties(pair: LinkedPair, tags: readonly string[]): FrontMatterEntry[] {
  const { left, right } = pair
  return properties([
    ['title', pairTitle(pair)],
    ['author', shared(left.author, right.author)],
    ['date', left.date ?? right.date],
    ['source', shared(left.source, right.source)],
    ['place', shared(left.place, right.place)],
    ['languages', [...new Set([left.language, right.language])]],
    ['kind', pair.pair.kind],
    [IDENTITY_KEY, duizhaoAddress('pair', pair.pair.id)],
    ['tags', tags],
  ])
}

/** One value for both sides: the same one once, otherwise both. */
function shared(left: string | null, right: string | null): string | null {
  const known = [...new Set([left, right])].filter((value) => value !== null)
  return known.length === 0 ? null : known.join(' / ')
}

function pairHead(pair: LinkedPair): ManagedBlock {
  const link = `[${LABELS.backLink}](${duizhaoAddress('pair', pair.pair.id)})`
  return {
    key: `pair/${pair.pair.id}`,
    body: `# ${escapeLine(pairTitle(pair))}\n\n${sideLine(pair.left)}\n${sideLine(pair.right)}\n\n${link}`,
  }
}

function sideLine(article: ExportArticle): string {
  return `- ${escapeLine(article.title)} · ${sourceLine(article)}`
}
