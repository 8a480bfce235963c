import { DuizhaoError } from '../../shared/domain/error.ts'
import { cleanText } from './clean-text.ts'
import type { ImportRule } from './import-rules.ts'
import { scoreDecoding } from './score-decoding.ts'
import { sniffBinary } from './sniff-binary.ts'
import { assertTextSize } from './text-limit.ts'
import { unsupportedFormat } from './unsupported-format.ts'
import { looksWindows1252 } from './windows-1252.ts'

/** A file's bytes as text, and how sure that is. */
export interface DecodedText {
  /** Well-formed, with LF line ends, without control characters (see `cleanText`). */
  readonly text: string
  /** WHATWG name: `utf-8`, `utf-16le`, `utf-16be`, `gb18030`, `big5`, `windows-1252`. */
  readonly encoding: string
  /** From 0 to 1: that the encoding is the right one. */
  readonly confidence: number
  /** How the encoding was found. */
  readonly rule: ImportRule
  /** How many U+FFFD the text holds: characters that could not be read, now or when the file was last saved. */
  readonly replacedCharacters: number
  readonly removedControls: number
}

/** An encoding that was found for a file's bytes; fields as in `DecodedText`. */
export interface ChosenEncoding {
  readonly encoding: string
  readonly confidence: number
  readonly rule: ImportRule
}

/** Bytes that are looked at to tell encodings apart, from the first byte that is not ASCII. */
const SAMPLE_BYTES = 128 * 1024

/** The mean a decoding must reach (see `scoreDecoding`) to be believed. */
const PLAUSIBLE = 0.15

/**
 * Chinese bytes that are names and figures only score less; wrongly decoded ones have no frequent
 * character at all. Below `FEW_CHARACTERS` the mean is chance, and anything decodable will do.
 */
const PLAUSIBLE_CHINESE = -0.2
const PLAUSIBLE_WHEN_FEW = -0.5
const FEW_CHARACTERS = 20

/** More impossible characters than this, and a file is damaged beyond use. */
const HOPELESS_SHARE = 0.05

/** More control characters than this, and it is not text. */
const BINARY_SHARE = 0.02

const BYTE_ORDER_MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
  ['gb18030', [0x84, 0x31, 0x95, 0x33]],
]

function decode(bytes: Uint8Array, encoding: string, options: { stream?: boolean } = {}): string {
  const text = new TextDecoder(encoding).decode(bytes, options)
  // The decoder takes the mark away itself, but not GB18030's.
  return text.startsWith('\ufeff') ? text.slice(1) : text
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** Bytes before the first telling one that are looked at too: how much of a text is ASCII tells as well. */
const BEFORE_SAMPLE = 4096

/** English in UTF-16 is half NULs, and valid UTF-8 besides; a text with a stray NUL has far fewer. */
const UTF16_NULS = 0.2

function shareOfNuls(bytes: Uint8Array): number {
  const sample = bytes.subarray(0, SAMPLE_BYTES)
  return sample.reduce((count, byte) => (byte === 0 ? count + 1 : count), 0) / Math.max(1, sample.length)
}

/** From about the first byte that tells something, at an even offset, so that UTF-16 stays in step. */
function tellingSample(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte >= 0x80 || byte === 0)
  const start = Math.max(0, first - (first % 2) - BEFORE_SAMPLE)
  return bytes.subarray(start, start + SAMPLE_BYTES)
}

function chooseByScore(bytes: Uint8Array, validUtf8: boolean): ChosenEncoding | null {
  const sample = tellingSample(bytes)
  if (!validUtf8 && looksWindows1252(sample)) {
    return { encoding: 'windows-1252', confidence: 0.7, rule: 'windows-bytes' }
  }
  const encodings = validUtf8
    ? ['utf-8', 'utf-16le', 'utf-16be']
    : ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
  const scored = encodings
    .map((encoding) => {
      // `stream` forgives the character that the end of the sample may cut.
      const decoded = decode(sample, encoding, { stream: true })
      return { encoding, ...scoreDecoding(decoded, encoding.startsWith('utf-16')) }
    })
    .toSorted((a, b) => b.score - a.score)
  const [best, second] = scored
  if (best === undefined || second === undefined || best.weighed === 0) return null
  const few = best.weighed < FEW_CHARACTERS
  // Stray bytes always make some rare UTF-16 characters, so only Chinese bytes are given that much.
  const chinese = best.encoding === 'gb18030' || best.encoding === 'big5'
  const enough = few ? PLAUSIBLE_WHEN_FEW : PLAUSIBLE_CHINESE
  const plausible = best.score >= PLAUSIBLE || (chinese && best.impossible === 0 && best.score >= enough)
  if (!plausible) return null
  const margin = best.score - second.score
  const confidence = Math.min(few ? 0.6 : 0.97, 0.5 + margin / 2)
  return { encoding: best.encoding, confidence, rule: 'scored-decoding' }
}

function choose(bytes: Uint8Array): ChosenEncoding | null {
  const mark = BYTE_ORDER_MARKS.find(([, start]) => start.every((byte, index) => bytes[index] === byte))
  if (mark !== undefined) return { encoding: mark[0], confidence: 1, rule: 'byte-order-mark' }
  const validUtf8 = isValidUtf8(bytes)
  if (validUtf8 && shareOfNuls(bytes) < UTF16_NULS) {
    return { encoding: 'utf-8', confidence: 0.99, rule: 'valid-utf-8' }
  }
  return chooseByScore(bytes, validUtf8)
}

/**
 * The encoding of a text file, found as `decodeBytes` says. Throws `too_large`, or `unsupported_format` for
 * what is no text by its first bytes.
 */
export function chooseEncoding(bytes: Uint8Array): ChosenEncoding {
  assertTextSize(bytes.length)
  const binary = sniffBinary(bytes)
  if (binary !== null) throw unsupportedFormat(binary.format, binary.later)
  // What fits nothing may still be UTF-8 with a few bad bytes; how many shows once it is read.
  return choose(bytes) ?? { encoding: 'utf-8', confidence: 0.5, rule: 'damaged-utf-8' }
}

/** Refuses a text of which too much could not be read. Throws `corrupt_file`. */
export function assertReadable(replacedCharacters: number, length: number): void {
  if (replacedCharacters > length * HOPELESS_SHARE) throw unreadable()
}

function countReplaced(text: string): number {
  let count = 0
  for (let at = text.indexOf('\ufffd'); at !== -1; at = text.indexOf('\ufffd', at + 1)) count += 1
  return count
}

function unreadable(): DuizhaoError {
  return new DuizhaoError(
    'corrupt_file',
    'The characters of the file cannot be read: it is damaged, or in an encoding that is not known here. Save it as UTF-8 and import it again. Nothing was imported.',
  )
}

/**
 * Bytes of a text file → text. Looks for a byte order mark, then for valid UTF-8, then compares how the
 * bytes read as UTF-16 (either order), GB18030 and Big5; English from Windows (windows-1252) is known by
 * its quotation marks. Bytes that are almost UTF-8 are read as such, with U+FFFD in the broken places.
 * The text is normalised by `cleanText`. Linear in the size of the file.
 *
 * @throws DuizhaoError `too_large`; `unsupported_format` when it is not text (the message says what it
 *   seems to be); `corrupt_file` when it is empty (`details.reason` is `empty`) or no encoding fits
 */
export function decodeBytes(bytes: Uint8Array): DecodedText {
  const choice = chooseEncoding(bytes)
  const { text, removedControls } = cleanText(decode(bytes, choice.encoding))
  const replacedCharacters = countReplaced(text)
  if (text.trim() === '' && replacedCharacters === 0) {
    throw removedControls > 0
      ? unsupportedFormat('binary file', false)
      : new DuizhaoError('corrupt_file', 'The file is empty: it holds no text. Nothing was imported.', {
          reason: 'empty',
        })
  }
  const length = text.length + removedControls
  if (removedControls > length * BINARY_SHARE + 1) throw unsupportedFormat('binary file', false)
  assertReadable(replacedCharacters, length)
  return {
    text,
    encoding: choice.encoding,
    confidence: replacedCharacters > 0 ? Math.min(choice.confidence, 0.7) : choice.confidence,
    rule: choice.rule,
    replacedCharacters,
    removedControls,
  }
}
