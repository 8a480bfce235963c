import type { ExportOptions, ExportScope } from '../../shared/contract/schemas/export.ts'
import type { Side } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { PairId } from '../../shared/domain/ids.ts'
import { hasChosenBeads, NONE_CHOSEN, wanted } from '../../shared/export/bitext/bead-choice.ts'
import type { BitextFormat, BitextModel } from '../../shared/export/bitext/bitext-model.ts'
import { renderBitext } from '../../shared/export/bitext/render-bitext.ts'
import {
  findSourceSide,
  usualSource,
  type SidedPair,
  type SourceChoice,
} from '../../shared/export/bitext/source-side.ts'
import { toBitext, type BitextFile } from '../../shared/export/bitext/to-bitext.ts'
import type { ExportedFile } from '../../shared/export/export-model.ts'
import { fileNames } from '../../shared/export/file-name.ts'
import { toMarkdown } from '../../shared/export/to-markdown.ts'
import { settingsInForce } from '../settings/settings-in-force.ts'
import type { ReadDb } from '../store/handles.ts'
import { bitextModelOf, listAlignedPairs, readLockedSide } from './bitext.repo.ts'
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
  const pairs = pairsOf(db, scope, options, version)
  const names = fileNames(pairs.map(({ id, model }) => ({ id, title: stemOf(model) })))
  const { exportSource } = settingsInForce(db)
  return pairs.flatMap(({ id, model }) => {
    const sided = { left: model.left, right: model.right, lockedSide: readLockedSide(db, id) }
    const wish =
      'codes' in options ? { ...options, source: sourceOf(sided, scope, options, exportSource) } : options
    return toBitext(model, wish).map((file) => ({
      path: `${withoutEnding(names.get(id) ?? id)}${file.ending}`,
      content: contentOf(file),
      rendering: typeof file.content === 'string' ? null : () => renderBitext(model, options.beads),
    }))
  })
}

interface PairToWrite {
  readonly id: PairId
  readonly model: BitextModel
}

function pairsOf(db: ReadDb, scope: ExportScope, { beads }: BitextWish, version: string): PairToWrite[] {
  const read = (id: PairId): PairToWrite => ({ id, model: bitextModelOf(db, id, version) })
  switch (scope.kind) {
    case 'pair':
      return [read(scope.pairId)]
    case 'library': {
      const aligned = listAlignedPairs(db).map(read)
      const pairs = aligned.filter(({ model }) => hasChosenBeads(model, beads))
      if (pairs.length > 0) return pairs
      if (aligned.length === 0 || beads === 'all') {
        throw new DuizhaoError(
          'invalid_input',
          'No pair of this library is aligned yet. Align one, then export.',
        )
      }
      throw new DuizhaoError(
        'invalid_input',
        `No bead of this library ${wanted(beads)}, or export all beads.`,
        { reason: NONE_CHOSEN },
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

/** The library's pairs may be in other languages than the one that is asked for; a pair that is named must fit. */
function sourceOf(
  pair: SidedPair,
  scope: ExportScope,
  { source }: { readonly source?: SourceChoice },
  last: SourceChoice,
): Side {
  const found = source === undefined ? null : findSourceSide(pair, source)
  if (found !== null) return found
  if (source !== undefined && scope.kind === 'pair') {
    const { left, right } = pair
    throw new DuizhaoError(
      'invalid_input',
      `${source} does not tell the source: the left side is in ${left.language}, the right one in ${right.language}. Choose left or right, or one of these.`,
    )
  }
  return usualSource(pair, last)
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
