import type { ImportedBitext } from '../../../shared/domain/imported-bitext.ts'
import { readBitextJson } from './read-bitext-json.ts'
import { readLadder } from './read-ladder.ts'
import { readTable } from './read-table.ts'
import type { BitextReader } from './sniff-bitext.ts'
import { readXmlBitext } from './xml-bitext.ts'

/** A file of aligned texts; `reader` is what `sniffBitext` said of it. */
export interface BitextInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly reader: BitextReader
}

const READERS = { xml: readXmlBitext, table: readTable, ladder: readLadder, json: readBitextJson } as const

/**
 * A file of aligned texts → units of texts, to be looked at before they are saved as a pair. A unit becomes a
 * bead and its texts one segment each, a block of its own, unless the file tells segments and blocks. Pure;
 * linear in the size of the file.
 *
 * @param progress told how much of the file is done, in units of its own
 * @throws DuizhaoError `corrupt_file` with `details.reason` and, where there is one, `line` and `column`;
 *   `unsupported_format` or `too_large`
 */
export function readBitext(
  { name, bytes, reader }: BitextInput,
  progress: (done: number, total: number) => void,
): ImportedBitext {
  return READERS[reader](name, bytes, progress)
}
