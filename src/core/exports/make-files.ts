import type { ExportOptions, ExportScope } from '../../shared/contract/schemas/export.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { PairId } from '../../shared/domain/ids.ts'
import type { BitextFormat, BitextModel } from '../../shared/export/bitext/bitext-model.ts'
import { renderBitext } from '../../shared/export/bitext/render-bitext.ts'
import { toBitext, type BitextFile } from '../../shared/export/bitext/to-bitext.ts'
import type { ExportedFile } from '../../shared/export/export-model.ts'
import { fileNames } from '../../shared/export/file-name.ts'
import { toMarkdown } from '../../shared/export/to-markdown.ts'
import type { ReadDb } from '../store/handles.ts'
import { bitextModelOf, listAlignedPairs } from './bitext.repo.ts'
import { readExportModel } from './exports.repo.ts'
import { zipFiles } from './zip-files.ts'

/** A file of an export, and what to show of it where it is not text itself. */
export interface MadeFile extends ExportedFile {
  /** Null for a file that is text. */
  readonly rendering: (() => string) | null
}

type BitextWish = Extract<ExportOptions, { format: BitextFormat }>

/**
 * The files of an export, in memory. A bitext format needs a pair, or the library, of which it takes every pair that
 * has beads; `invalid_input` says so for anything else, and where nothing would be written. The scope's article, pair
 * or tag must be in the library.
 */
export function makeFiles(
  db: ReadDb,
  scope: ExportScope,
  options: ExportOptions,
  version: string,
): MadeFile[] {
  if (options.format === 'markdown') {
    return toMarkdown(readExportModel(db, scope), scope, options).map((file) => ({
      ...file,
      rendering: null,
    }))
  }
  const pairs = pairsOf(db, scope, options).map((id) => ({ id, model: bitextModelOf(db, id, version) }))
  const names = fileNames(pairs.map(({ id, model }) => ({ id, title: stemOf(model) })))
  return pairs.flatMap(({ id, model }) =>
    toBitext(model, options).map((file) => ({
      path: `${withoutEnding(names.get(id) ?? id)}${file.ending}`,
      content: contentOf(file),
      rendering: typeof file.content === 'string' ? null : () => renderBitext(model, options.beads),
    })),
  )
}

function pairsOf(db: ReadDb, scope: ExportScope, { beads }: BitextWish): PairId[] {
  switch (scope.kind) {
    case 'pair':
      return [scope.pairId]
    case 'library': {
      const pairs = listAlignedPairs(db, beads)
      if (pairs.length > 0) return pairs
      throw new DuizhaoError(
        'invalid_input',
        beads === 'verified'
          ? 'No pair of this library has a verified bead yet. Verify some, or export all beads.'
          : 'No pair of this library is aligned yet. Align one, then export.',
      )
    }
    case 'article':
    case 'tag':
    case 'highlights':
    case 'speaker':
      throw new DuizhaoError(
        'invalid_input',
        'This format holds two texts side by side. Choose a pair, or the whole library for a file of each pair.',
      )
  }
}

function contentOf({ content }: BitextFile): string | Uint8Array {
  return typeof content === 'string' ? content : zipFiles(content)
}

function stemOf({ left, right }: BitextModel): string {
  return `${[...left.title].slice(0, 24).join('')} - ${right.title}`
}

function withoutEnding(name: string): string {
  return name.replace(/\.md$/u, '')
}
