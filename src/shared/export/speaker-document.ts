import { duizhaoAddress } from './addresses.ts'
import { highlightSection, primarySpan, properties } from './article-document.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportAnnotation, ExportSpan, ExportSpeaker } from './export-model.ts'
import { obsidianTagsOf } from './highlight-block.ts'
import { LABELS } from './labels.ts'
import type { LinkedModel } from './linked-model.ts'
import { IDENTITY_KEY, type ManagedDocument } from './merge-managed.ts'
import { highlightsByArticle } from './tag-document.ts'
import { compareText } from './total-order.ts'

/** A speaker's file: who they are in each language, and every highlight that begins in their words, article by article. */
export function speakerDocument(linked: LinkedModel, speaker: ExportSpeaker): ManagedDocument {
  const spanOf = (annotation: ExportAnnotation): ExportSpan | undefined =>
    annotation.spans.toSorted(primaryFirst).find((span) => isSaidBy(linked, span, speaker))
  const all = linked.articles.flatMap((article) => linked.annotationsIn(article.id))
  const annotations = [...new Set(all)].filter((annotation) => spanOf(annotation) !== undefined)
  const names = speaker.names.toSorted((a, b) => compareText(a.language, b.language))
  const roles = names.flatMap(({ language, name, role }) =>
    role === null ? [] : [`${escapeLine(name)} · ${escapeLine(role)} · ${language}`],
  )
  const link = `[${LABELS.backLink}](${duizhaoAddress('speaker', speaker.id)})`
  return {
    frontMatter: properties([
      ['title', speakerTitle(speaker)],
      ['aliases', names.map(({ name }) => name)],
      [IDENTITY_KEY, duizhaoAddress('speaker', speaker.id)],
      ['tags', obsidianTagsOf(linked, annotations)],
    ]),
    blocks: [
      {
        key: `speaker/${speaker.id}`,
        body: [`# ${escapeLine(speakerTitle(speaker))}`, ...roles, link].join('\n\n'),
      },
      ...highlightSection(
        highlightsByArticle(
          linked,
          annotations,
          (annotation) => spanOf(annotation) ?? primarySpan(annotation),
        ),
      ),
    ],
  }
}

/** All their names, Chinese first as titles of pairs have it: 索海尔·汗 - Sohail Khan. */
export function speakerTitle({ names }: ExportSpeaker): string {
  const ordered = names.toSorted(
    (a, b) =>
      Number(b.language.startsWith('zh')) - Number(a.language.startsWith('zh')) ||
      compareText(a.language, b.language),
  )
  return [...new Set(ordered.map(({ name }) => name))].join(' - ')
}

function isSaidBy(linked: LinkedModel, span: ExportSpan, { id }: ExportSpeaker): boolean {
  const [first] = span.parts
  return first !== undefined && linked.placeOf.get(first.segmentId)?.block.speakerId === id
}

function primaryFirst(a: ExportSpan, b: ExportSpan): number {
  return Number(a.role === 'mirror') - Number(b.role === 'mirror')
}
