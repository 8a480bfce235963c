import { ARTICLE_KINDS, type ArticleMetadata, type LanguageTag } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ImportedDocument, ImportWarning } from '../../shared/domain/imported-document.ts'
import { decodeBytes, type DecodedText } from './decode-bytes.ts'
import { findLanguage } from './find-language.ts'
import { readMarkdown } from './read-markdown.ts'
import { readPlainText } from './read-plain-text.ts'
import { addFinding, bestFinding, type Reading } from './reading.ts'
import { sniffMarkup } from './sniff-markup.ts'
import { alignedFormat, unsupportedFormat } from './unsupported-format.ts'

/** One file to be read. */
export interface DocumentInput {
  /** The file's name; only its extension matters. */
  readonly name: string
  readonly bytes: Uint8Array
  /** The language when the user has chosen one; else it is detected. */
  readonly language?: LanguageTag
}

const PLAIN: ReadonlySet<string> = new Set(['', 'txt', 'text'])
const MARKDOWN: ReadonlySet<string> = new Set(['md', 'markdown'])

// Formats that are text themselves: their content would pass for plain text, with all its markup.
const LATER: ReadonlyMap<string, string> = new Map([
  ['html', 'HTML page'],
  ['htm', 'HTML page'],
  ['xhtml', 'HTML page'],
])

/** Formats of aligned texts, which come in as a pair (`formats/bitext`) and are no article. */
const ALIGNED: ReadonlyMap<string, string> = new Map([
  ['tmx', 'TMX translation memory'],
  ['xlf', 'XLIFF file'],
  ['xliff', 'XLIFF file'],
  ['csv', 'CSV table'],
  ['tsv', 'TSV table'],
])

const ENCODING_SURE = 0.8

function extensionOf(name: string): string {
  return /\.([a-z0-9]{1,10})$/iu.exec(name.trim())?.[1]?.toLowerCase() ?? ''
}

function readText(text: string, extension: string): Reading {
  if (MARKDOWN.has(extension)) return readMarkdown(text)
  const markup = sniffMarkup(text)
  if (markup !== null) throw unsupportedFormat(markup, true)
  return readPlainText(text)
}

function textWarnings(decoded: DecodedText, extension: string): ImportWarning[] {
  const warnings: ImportWarning[] = []
  if (!PLAIN.has(extension) && !MARKDOWN.has(extension)) {
    warnings.push({ code: 'extension-mismatch', detail: `.${extension}` })
  }
  if (decoded.confidence < ENCODING_SURE)
    warnings.push({ code: 'encoding-uncertain', detail: decoded.encoding })
  if (decoded.replacedCharacters > 0) {
    warnings.push({ code: 'replaced-characters', detail: String(decoded.replacedCharacters) })
  }
  if (decoded.removedControls > 0) {
    warnings.push({ code: 'removed-control-characters', detail: String(decoded.removedControls) })
  }
  return warnings
}

function metadataOf(reading: Reading): ArticleMetadata {
  const title = bestFinding(reading, 'title')
  const kind = bestFinding(reading, 'kind')?.value
  return {
    title: title?.value ?? '',
    titleGuessed: title === null || title.rule === 'first-sentence',
    language: bestFinding(reading, 'language')?.value ?? 'und',
    kind: ARTICLE_KINDS.find((known) => known === kind) ?? 'other',
    date: bestFinding(reading, 'date')?.value ?? null,
    source: bestFinding(reading, 'source')?.value ?? null,
    place: bestFinding(reading, 'place')?.value ?? null,
    author: bestFinding(reading, 'author')?.value ?? null,
  }
}

/**
 * A file → an article to be looked at before it is saved: Markdown by its extension, plain text otherwise.
 * A file with another extension is read as text when it is text, with the warning `extension-mismatch`.
 * Everything decided by a rule rather than stated is in `findings`; metadata are the most confident ones.
 * Of plain text the blocks, joined, equal the source up to `normaliseSource`. Pure; linear in the size of
 * plain text.
 *
 * @throws DuizhaoError `unsupported_format`, `corrupt_file` or `too_large`, with a sentence for the user
 */
export function readDocument(input: DocumentInput): ImportedDocument {
  const extension = extensionOf(input.name)
  const decoded = decodeBytes(input.bytes)
  const later = LATER.get(extension)
  if (later !== undefined) throw unsupportedFormat(later, true)
  const aligned = ALIGNED.get(extension)
  if (aligned !== undefined) throw alignedFormat(aligned)

  const reading = readText(decoded.text, extension)
  if (reading.blocks.length === 0) {
    throw new DuizhaoError(
      'corrupt_file',
      'The file is empty: it holds markup but no text. Nothing was imported.',
      { reason: 'empty' },
    )
  }
  addFinding(reading, 'encoding', decoded.encoding, decoded.rule, decoded.confidence)
  const languageWarnings = findLanguage(reading, input.language)
  const metadata = metadataOf(reading)
  const titleWarnings: ImportWarning[] = metadata.titleGuessed
    ? [{ code: 'title-guessed', detail: metadata.title }]
    : []
  return {
    metadata,
    encoding: decoded.encoding,
    blocks: reading.blocks,
    speakers: reading.speakers,
    findings: reading.findings,
    warnings: [...textWarnings(decoded, extension), ...languageWarnings, ...titleWarnings],
  }
}
