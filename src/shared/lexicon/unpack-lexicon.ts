import { DuizhaoError } from '../domain/error.ts'
import { ByteReader } from './byte-streams.ts'
import { TableLexicon } from './lexicon-tables.ts'
import type { LexiconSource } from './lexicon.ts'
import { checksum, HEADER_LENGTH, MAGIC, VERSION } from './pack-lexicon.ts'
import type { StringTable } from './string-table.ts'

/**
 * The lexicon that `packLexicon` wrote. Runs in Node and in the page alike. The bytes may be let go of
 * afterwards. Throws `corrupt_file` when they are no lexicon, of another version, cut or altered.
 */
export function unpackLexicon(bytes: Uint8Array): TableLexicon {
  checkHeader(bytes)
  const reader = new ByteReader(bytes.subarray(HEADER_LENGTH))
  const sources = readSources(reader.strings())
  const chinese = reader.strings()
  const chineseShares = reader.raw()
  const english = reader.strings()
  const englishShares = reader.raw()
  const glossStart = new Uint32Array(chinese.count + 1)
  for (let index = 0; index < chinese.count; index += 1) {
    glossStart[index + 1] = (glossStart[index] ?? 0) + reader.number()
  }
  return new TableLexicon({
    sources,
    chinese,
    chineseShares,
    english,
    englishShares,
    glossStart,
    glossWords: reader.planes24(),
    glossLevels: reader.raw(),
    forms: reader.strings(),
    formStems: reader.planes24(),
    characters: reader.strings(),
    readings: reader.strings(),
    characterReadings: reader.planes16(),
    traditional: reader.planes16(),
    simplified: reader.planes16(),
  })
}

function checkHeader(bytes: Uint8Array): void {
  if (bytes.length < HEADER_LENGTH || MAGIC.some((byte, at) => bytes[at] !== byte)) {
    throw new DuizhaoError('corrupt_file', 'This is not a lexicon of Duizhao.')
  }
  const version = bytes[MAGIC.length] ?? 0
  if (version !== VERSION) {
    throw new DuizhaoError(
      'corrupt_file',
      `This lexicon has version ${version}; this Duizhao reads version ${VERSION}.`,
    )
  }
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(MAGIC.length + 1) !== checksum(bytes.subarray(HEADER_LENGTH))) {
    throw new DuizhaoError('corrupt_file', 'The lexicon is damaged: its checksum does not fit.')
  }
}

function readSources(strings: StringTable): LexiconSource[] {
  const sources: LexiconSource[] = []
  for (let at = 0; at + 3 < strings.count; at += 4) {
    sources.push({
      name: strings.at(at),
      version: strings.at(at + 1),
      licence: strings.at(at + 2),
      url: strings.at(at + 3),
    })
  }
  return sources
}
