import type { AlignSegment, AlignSide } from '../shared/align/aligner.ts'
import { createAligner } from '../shared/align/create-aligner.ts'
import type { LanguageTag } from '../shared/domain/article.ts'
import { DuizhaoError } from '../shared/domain/error.ts'
import type { ImportedDocument } from '../shared/domain/imported-document.ts'
import type { BitextModel, BitextSide } from '../shared/export/bitext/bitext-model.ts'
import type { Lexicon } from '../shared/lexicon/lexicon.ts'
import { detectLanguage } from '../shared/text/detect-language.ts'
import { splitSentences } from '../shared/text/split-sentences.ts'
import { cleanText } from './formats/clean-text.ts'
import { chooseEncoding } from './formats/decode-bytes.ts'
import { readDocument } from './formats/read-document.ts'

export interface FileToAlign {
  readonly name: string
  readonly bytes: Uint8Array
  readonly language: LanguageTag
}

export interface AlignFilesOptions {
  /** Every line of the files is a sentence, empty lines included; otherwise they are read and cut as an import does. */
  readonly segmented: boolean
  readonly lexicon: Lexicon | null
  readonly version: string
  readonly progress: (done: number, total: number) => void
  /** Is told what is odd about the texts, though they are aligned. */
  readonly warn: (message: string) => void
}

/** Two texts from a language this much surer of the other one's are taken to be swapped. */
const SURELY = 0.8

/**
 * Aligns two files with no library: bytes in, a bitext out, nothing kept. Divided into lines, a file
 * without text gives beads with one side only; otherwise it is refused by name. Throws `invalid_input` when the two files are each in the other's language, and what
 * reading a file throws.
 */
export function alignFiles(
  left: FileToAlign,
  right: FileToAlign,
  { segmented, lexicon, version, progress, warn }: AlignFilesOptions,
): BitextModel {
  const read = segmented ? readLines : readSentences
  const [leftSegments, rightSegments] = [read(left), read(right)]
  refuseSwapped(left, leftSegments, right, rightSegments)
  warnOfOneLanguage(left, leftSegments, right, rightSegments, warn)
  const sides: { left: AlignSide; right: AlignSide } = {
    left: { language: left.language, segments: leftSegments },
    right: { language: right.language, segments: rightSegments },
  }
  const beads = createAligner(lexicon)(sides, progress)
  return {
    title: `${left.name} – ${right.name}`,
    left: bitextSide(left, leftSegments),
    right: bitextSide(right, rightSegments),
    beads: beads.map((bead) => ({
      ...bead,
      id: '',
      status: 'auto',
      unmatched: false,
      review: false,
      note: null,
    })),
    version,
    changedAt: 0,
  }
}

/** One segment a line. A line feed at the very end ends the last line; it does not begin another. */
function readLines({ bytes }: FileToAlign): AlignSegment[] {
  if (bytes.byteLength === 0) return []
  // The lines are numbered by whoever divided them: only a real line end makes one, not what cleaning takes for it.
  const lines = new TextDecoder(chooseEncoding(bytes).encoding).decode(bytes).split(/\r?\n/u)
  if (lines.at(-1) === '') lines.pop()
  return lines.map((line) => ({
    text: cleanText(line).text.replaceAll('\n', ' '),
    kind: 'paragraph',
    opensBlock: true,
  }))
}

function readSentences(file: FileToAlign): AlignSegment[] {
  const { blocks } = readNamed(file)
  return blocks.flatMap(({ text, kind }) =>
    splitSentences(text, file.language).map((sentence, index) => ({
      text: sentence,
      kind,
      opensBlock: index === 0,
    })),
  )
}

/** Reads a file as an import does, but cleans it first as `readLines` does, and names it where it can't be read. */
function readNamed(file: FileToAlign): ImportedDocument {
  try {
    if (file.bytes.byteLength === 0) throw new DuizhaoError('corrupt_file', 'empty', { reason: 'empty' })
    const raw = new TextDecoder(chooseEncoding(file.bytes).encoding).decode(file.bytes)
    return readDocument({ ...file, bytes: new TextEncoder().encode(cleanText(raw).text) })
  } catch (error) {
    if (!(error instanceof DuizhaoError)) throw error
    const reason =
      error.details['reason'] === 'empty'
        ? 'it is empty. Give a file with text in it; with --segmented an empty file is a text of no sentences.'
        : `it is not read as text. Save it as .txt or .md, in UTF-8 if you can, and give that.`
    throw new DuizhaoError(error.code, `“${file.name}” can't be aligned: ${reason}`, error.details)
  }
}

/** Tells of two texts that are surely in one language, which they are not said to be. */
function warnOfOneLanguage(
  left: FileToAlign,
  leftSegments: readonly AlignSegment[],
  right: FileToAlign,
  rightSegments: readonly AlignSegment[],
  warn: (message: string) => void,
): void {
  if (primary(left.language) === primary(right.language)) return
  const [one, other] = [leftSegments, rightSegments].map((segments) =>
    detectLanguage(segments.map(({ text }) => text).join('\n')),
  )
  if (one === undefined || other === undefined || Math.min(one.confidence, other.confidence) < SURELY) return
  if (primary(one.language) !== primary(other.language)) return
  warn(
    `Both “${left.name}” and “${right.name}” seem to be in the same language (${primary(one.language)}). They were aligned all the same; check that you gave the right files.`,
  )
}

function refuseSwapped(
  left: FileToAlign,
  leftSegments: readonly AlignSegment[],
  right: FileToAlign,
  rightSegments: readonly AlignSegment[],
): void {
  const looksLike = (segments: readonly AlignSegment[], language: LanguageTag): boolean => {
    const found = detectLanguage(segments.map(({ text }) => text).join('\n'))
    return found.confidence >= SURELY && primary(found.language) === primary(language)
  }
  if (primary(left.language) === primary(right.language)) return
  if (looksLike(leftSegments, right.language) && looksLike(rightSegments, left.language)) {
    throw new DuizhaoError(
      'invalid_input',
      `The two files are swapped: “${left.name}” is in the language of the other side, and so is “${right.name}”. Give them the other way round.`,
    )
  }
}

/** `zh` of `zh-Hans`. */
const primary = (language: LanguageTag): string => language.split('-', 1)[0] ?? language

function bitextSide(file: FileToAlign, segments: readonly AlignSegment[]): BitextSide {
  return {
    language: file.language,
    title: file.name,
    source: null,
    author: null,
    date: null,
    segments: segments.map(({ text, opensBlock }) => ({ text, opensBlock })),
  }
}
