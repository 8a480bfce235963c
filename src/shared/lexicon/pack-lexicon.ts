import { ByteWriter } from './byte-streams.ts'
import type { LexiconTables } from './lexicon-tables.ts'
import { StringTable } from './string-table.ts'

/** `DZLX`, then the version of what follows. */
export const MAGIC = [0x44, 0x5a, 0x4c, 0x58] as const
export const VERSION = 1
/** Magic, version, checksum. */
export const HEADER_LENGTH = 9

/**
 * A lexicon as bytes, the same for the same tables: the header, then every table as a stream of its own, so
 * that a general compressor finds like beside like. `unpackLexicon` reads it.
 */
export function packLexicon(tables: LexiconTables): Uint8Array {
  const writer = new ByteWriter()
  for (const byte of [...MAGIC, VERSION, 0, 0, 0, 0]) writer.byte(byte)
  writer.strings(
    StringTable.of(
      tables.sources.flatMap(({ name, version, licence, url }) => [name, version, licence, url]),
    ),
  )
  writer.strings(tables.chinese)
  writer.raw(tables.chineseShares)
  writer.strings(tables.english)
  writer.raw(tables.englishShares)
  for (let chinese = 0; chinese < tables.chinese.count; chinese += 1) {
    writer.number((tables.glossStart[chinese + 1] ?? 0) - (tables.glossStart[chinese] ?? 0))
  }
  writer.planes(tables.glossWords, 3)
  writer.raw(tables.glossLevels)
  writer.strings(tables.forms)
  writer.planes(tables.formStems, 3)
  writer.strings(tables.characters)
  writer.strings(tables.readings)
  writer.planes(tables.characterReadings, 2)
  writer.planes(tables.traditional, 2)
  writer.planes(tables.simplified, 2)

  const bytes = writer.bytes().slice()
  new DataView(bytes.buffer).setUint32(MAGIC.length + 1, checksum(bytes.subarray(HEADER_LENGTH)))
  return bytes
}

const LARGEST_PRIME = 65521
/** As many bytes as can be added up before a sum leaves 32 bits. */
const STRETCH = 5552

/** Adler-32 (RFC 1950): two sums, enough to notice a damaged or cut file. */
export function checksum(bytes: Uint8Array): number {
  let [sum, sums] = [1, 0]
  for (let start = 0; start < bytes.length; start += STRETCH) {
    const end = Math.min(start + STRETCH, bytes.length)
    for (let at = start; at < end; at += 1) {
      sum += bytes[at] ?? 0
      sums += sum
    }
    sum %= LARGEST_PRIME
    sums %= LARGEST_PRIME
  }
  return ((sums << 16) | sum) >>> 0
}
