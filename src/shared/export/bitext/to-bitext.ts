import { assertNever } from '../../domain/error.ts'
import type { BeadChoice } from './bead-choice.ts'
import type { BitextFormat, BitextModel } from './bitext-model.ts'
import type { MemoryOptions } from './memory-options.ts'
import type { PackagePart } from './package-part.ts'
import type { TableOptions } from './table-options.ts'
import { toBitextCsv } from './to-bitext-csv.ts'
import { toBitextHtml } from './to-bitext-html.ts'
import { toBitextJson } from './to-bitext-json.ts'
import { toBitextTsv } from './to-bitext-tsv.ts'
import { toDocx } from './to-docx.ts'
import { toLadder } from './to-ladder.ts'
import { toTmx } from './to-tmx.ts'
import { toXliff12 } from './to-xliff-12.ts'
import { toXliff21 } from './to-xliff-21.ts'
import { toXlsx } from './to-xlsx.ts'

type TableFormat = 'tsv' | 'csv'
type MemoryFormat = 'tmx' | 'xliff-2.1' | 'xliff-1.2'

/** A format, the beads it is to hold, and how tables and translation memories are written. */
export type BitextOptions =
  | { readonly format: Exclude<BitextFormat, TableFormat | MemoryFormat>; readonly beads: BeadChoice }
  | ({ readonly format: MemoryFormat; readonly beads: BeadChoice } & MemoryOptions)
  | ({ readonly format: TableFormat; readonly beads: BeadChoice } & TableOptions)

/** A file of a bitext export: its whole text, or the parts of the archive it is. */
export interface BitextFile {
  /** What follows the name: `.tmx`, `.left.txt`. */
  readonly ending: string
  readonly content: string | readonly PackagePart[]
}

/**
 * A pair in a format; one file, four for a ladder. A pure function: the same model and options give the same
 * files. Throws what the writers throw: `invalid_input` where there is nothing to write, `too_large`.
 */
export function toBitext(model: BitextModel, options: BitextOptions): BitextFile[] {
  const { format, beads } = options
  const file = (ending: string, content: BitextFile['content']): BitextFile[] => [{ ending, content }]
  switch (format) {
    case 'tmx':
      return file('.tmx', toTmx(model, beads, options))
    case 'xliff-2.1':
      return file('.xlf', toXliff21(model, beads, options))
    case 'xliff-1.2':
      return file('.xlf', toXliff12(model, beads, options))
    case 'tsv':
      return file('.tsv', toBitextTsv(model, beads, options))
    case 'csv':
      return file('.csv', toBitextCsv(model, beads, options))
    case 'xlsx':
      return file('.xlsx', toXlsx(model, beads))
    case 'ladder': {
      const { ladder, text, left, right } = toLadder(model, beads)
      return [
        ...file('.ladder', ladder),
        ...file('.ladder.txt', text),
        ...file('.left.txt', left),
        ...file('.right.txt', right),
      ]
    }
    case 'json':
      return file('.json', toBitextJson(model, beads))
    case 'html':
      return file('.html', toBitextHtml(model, beads))
    case 'docx':
      return file('.docx', toDocx(model, beads))
    default:
      return assertNever(format)
  }
}
