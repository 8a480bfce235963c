import { SaxesParser } from 'saxes'
import { DuizhaoError } from '../../../shared/domain/error.ts'
import { assertReadable } from '../decode-bytes.ts'
import { bitextError } from './bitext-error.ts'
import { cleanXml } from './xml-characters.ts'
import { xmlEncoding } from './xml-encoding.ts'

/** Who is told what an XML file holds, in order. */
export interface XmlListener {
  /** `name` is without the prefix of the root element; those of other prefixes keep theirs: `mda:meta`. */
  open(name: string, attributes: Readonly<Record<string, string>>): void
  text(text: string): void
  close(name: string): void
}

export interface XmlFacts {
  readonly encoding: string
  readonly confidence: number
  /** How many U+FFFD it holds. */
  readonly replacedCharacters: number
  /** How many characters were taken out that XML cannot hold. */
  readonly removedCharacters: number
}

/** Bytes that are decoded and parsed at a time. */
const STEP = 1 << 18

/** Elements inside each other. Real files have about ten. */
const DEEPEST = 200

/** A reference is no longer than this; one cut by the end of a piece waits for the next. */
const LONGEST_REFERENCE = 16

/**
 * Reads an XML file piece by piece. No DTD is read and no entity expanded but the five of XML itself: a file
 * that declares entities is refused, a reference to a DTD elsewhere is passed over and never followed. Memory
 * does not grow with the file (but for what the listener keeps); time is linear.
 *
 * @param listenerOf gives the listener for a root element; null for one that is not wanted
 * @param progress told the bytes done, and all
 * @throws DuizhaoError `corrupt_file` with `line` and `column` where the XML is not well-formed;
 *   `unsupported_format`, `too_large` as the decoder does
 */
export function readXml<Listener extends XmlListener>(
  bytes: Uint8Array,
  listenerOf: (root: string, attributes: Readonly<Record<string, string>>) => Listener | null,
  progress: (done: number, total: number) => void,
): { listener: Listener; facts: XmlFacts } {
  const { encoding, confidence } = xmlEncoding(bytes)
  const parser = new SaxesParser({ xmlns: false, position: true })
  const where = (): { line: number; column: number } => ({
    line: parser.line,
    column: parser.columnIndex + 1,
  })
  let listener: Listener | null = null
  let prefix = ''
  let depth = 0
  const local = (name: string): string =>
    prefix !== '' && name.startsWith(prefix) ? name.slice(prefix.length) : name

  parser.on('error', (error) => {
    throw notWellFormed(error, where())
  })
  parser.on('doctype', (doctype) => {
    if (/<!ENTITY/u.test(doctype)) throw declaresEntities(where())
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > DEEPEST) throw nestedTooDeep(where())
    if (listener === null) {
      prefix = /^[^:]*:/u.exec(name)?.[0] ?? ''
      listener = listenerOf(local(name), attributes)
      if (listener === null) throw unknownRoot(local(name))
    } else listener.open(local(name), attributes)
  })
  const text = (piece: string): void => listener?.text(piece)
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('closetag', ({ name }) => {
    depth -= 1
    if (depth > 0) listener?.close(local(name))
  })

  let removedCharacters = 0
  let replacedCharacters = 0
  let length = 0
  const feed = (piece: string): void => {
    const { xml, removed, replaced } = cleanXml(piece)
    removedCharacters += removed
    replacedCharacters += replaced
    length += xml.length
    parser.write(xml)
  }
  const decoder = new TextDecoder(encoding)
  let waiting = ''
  for (let at = 0; at < bytes.length; at += STEP) {
    progress(at, bytes.length)
    const piece = waiting + decoder.decode(bytes.subarray(at, at + STEP), { stream: true })
    const cut = openReference(piece)
    waiting = piece.slice(cut)
    feed(piece.slice(0, cut))
  }
  feed(waiting + decoder.decode())
  assertReadable(replacedCharacters, length)
  parser.close()
  if (listener === null) throw unknownRoot('')
  return { listener, facts: { encoding, confidence, replacedCharacters, removedCharacters } }
}

/** Where a reference begins that the end of the piece may have cut. */
function openReference(piece: string): number {
  const at = piece.lastIndexOf('&')
  return at < piece.length - LONGEST_REFERENCE || at === -1 || piece.indexOf(';', at) !== -1
    ? piece.length
    : at
}

interface Place {
  readonly line: number
  readonly column: number
}

const at = ({ line, column }: Place): string => `line ${line}, column ${column}`

function notWellFormed(error: Error, place: Place): DuizhaoError {
  const problem = error.message.replace(/^\d+:\d+:\s*/u, '').replace(/\.$/u, '')
  if (problem === 'document must contain a root element') {
    return bitextError('empty', 'The file is empty: it holds no XML element.')
  }
  return bitextError(
    'xml',
    `The file is not valid XML (${at(place)}): ${problem}. Export it again from the program it came from, or correct that place.`,
    { ...place, problem },
  )
}

function declaresEntities(place: Place): DuizhaoError {
  return bitextError(
    'entities',
    `The file declares entities of its own (${at(place)}), which is not safe to read. Have the program it came from export it without a DTD.`,
    { ...place },
  )
}

function nestedTooDeep(place: Place): DuizhaoError {
  return bitextError(
    'nesting',
    `The elements of the file are nested more than ${DEEPEST} deep (${at(place)}); no sound file is.`,
    { ...place, limit: DEEPEST },
  )
}

function unknownRoot(name: string): DuizhaoError {
  return bitextError(
    'root',
    `The file is XML, but neither TMX nor XLIFF: its first element is <${name.slice(0, 40)}>.`,
  )
}
