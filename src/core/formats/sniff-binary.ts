/** What a file is when it is no text. `later`: a format that Duizhao is going to read. */
export interface BinaryFormat {
  readonly format: string
  readonly later: boolean
}

interface Signature extends BinaryFormat {
  readonly offset: number
  readonly bytes: readonly number[]
}

function signature(format: string, start: string | readonly number[], offset = 0, later = false): Signature {
  const bytes = typeof start === 'string' ? Array.from(start, (character) => character.charCodeAt(0)) : start
  return { format, later, offset, bytes }
}

// Only signatures that no text can begin with by chance: two-letter ones (`BM`, `MZ`) are left to the
// test for control characters in `decode-bytes.ts`.
const SIGNATURES: readonly Signature[] = [
  signature('PDF document', '%PDF-', 0, true),
  signature('PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  signature('JPEG image', [0xff, 0xd8, 0xff]),
  signature('GIF image', 'GIF87a'),
  signature('GIF image', 'GIF89a'),
  signature('TIFF image', [0x49, 0x49, 0x2a, 0x00]),
  signature('TIFF image', [0x4d, 0x4d, 0x00, 0x2a]),
  signature('WebP image', 'WEBP', 8),
  signature('MPEG-4 video', 'ftyp', 4),
  signature('Ogg recording', [0x4f, 0x67, 0x67, 0x53, 0x00]),
  signature('older Word, Excel or PowerPoint file', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
  signature('gzip archive', [0x1f, 0x8b, 0x08]),
  signature('7-Zip archive', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]),
  signature('RAR archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]),
  signature('SQLite database', 'SQLite format 3\0'),
  signature('program', [0x7f, 0x45, 0x4c, 0x46]),
  signature('UTF-32 text', [0xff, 0xfe, 0x00, 0x00]),
  signature('UTF-32 text', [0x00, 0x00, 0xfe, 0xff]),
]

const ZIP = [0x50, 0x4b, 0x03, 0x04]

// An office file is a zip; which one shows in the names of its first entries.
const ZIP_CONTENTS: readonly (readonly [string, BinaryFormat])[] = [
  ['application/epub+zip', { format: 'EPUB book', later: true }],
  ['application/vnd.oasis.opendocument', { format: 'OpenDocument file', later: false }],
  ['word/', { format: 'Word document', later: true }],
  ['xl/', { format: 'Excel workbook', later: false }],
  ['ppt/', { format: 'PowerPoint presentation', later: false }],
]

/** How far into a zip the names of its first entries are looked for, in bytes. */
const ZIP_HEAD = 4096

function hasBytes(bytes: Uint8Array, offset: number, wanted: readonly number[]): boolean {
  return wanted.every((byte, index) => bytes[offset + index] === byte)
}

/**
 * Names the kind of a file that is not text by the bytes it begins with; null where they say nothing
 * (which does not mean that it is text). Signatures as in the formats' specifications.
 */
export function sniffBinary(bytes: Uint8Array): BinaryFormat | null {
  if (hasBytes(bytes, 0, ZIP)) {
    const head = Array.from(bytes.subarray(0, ZIP_HEAD), (byte) => String.fromCharCode(byte)).join('')
    const known = ZIP_CONTENTS.find(([name]) => head.includes(name))
    return known === undefined ? { format: 'zip archive', later: false } : known[1]
  }
  const found = SIGNATURES.find((entry) => hasBytes(bytes, entry.offset, entry.bytes))
  return found === undefined ? null : { format: found.format, later: found.later }
}
