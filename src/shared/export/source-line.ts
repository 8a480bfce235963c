import type { SpeakerId } from '../domain/ids.ts'
import { escapeLine } from './escape-markdown.ts'
import type { ExportArticle } from './export-model.ts'
import type { LinkedModel, SegmentPlace } from './linked-model.ts'

const DIVIDER = ' · '

/** Where a text comes from: source, place, date, language; what is not known is left out. */
export function sourceLine(article: ExportArticle): string {
  return [article.source, article.place, article.date, article.language]
    .flatMap((part) => (part === null ? [] : [escapeLine(part)]))
    .join(DIVIDER)
}

/** A quote's citation: who said or wrote it, in which text, and where that comes from. */
export function citationLine(
  linked: LinkedModel,
  article: ExportArticle,
  place: SegmentPlace | null,
): string {
  const speakerId = place?.block.speakerId ?? null
  const voice =
    (speakerId === null ? null : speakerName(linked, speakerId, article.language)) ?? article.author
  return [
    '—',
    [voice, article.title].flatMap((part) => (part === null ? [] : [escapeLine(part)])).join(DIVIDER),
  ]
    .join(' ')
    .concat(DIVIDER, sourceLine(article))
}

/** A speaker's name and role in a language, or in the first they are known in. */
export function speakerName(linked: LinkedModel, id: SpeakerId, language: string): string | null {
  const names = linked.speakerById.get(id)?.names ?? []
  const known = names.find((entry) => entry.language === language) ?? names[0]
  if (known === undefined) return null
  return known.role === null ? known.name : `${known.name} (${known.role})`
}
