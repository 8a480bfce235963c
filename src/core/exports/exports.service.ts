import { basename } from 'node:path'
import type { Output } from '../../shared/contract/contract.ts'
import type { ExportOptions, ExportScope } from '../../shared/contract/schemas/export.ts'
import { assertNever, DuizhaoError } from '../../shared/domain/error.ts'
import type { GrantId } from '../../shared/domain/ids.ts'
import type { ExportedFile } from '../../shared/export/export-model.ts'
import { toMarkdown } from '../../shared/export/to-markdown.ts'
import type { AreaContext } from '../area-context.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import { requireTag } from '../tags/tags.service.ts'
import { readExportModel } from './exports.repo.ts'
import { writeExport } from './write-export.ts'
import { zipFiles } from './zip-files.ts'

export interface ExportsService {
  preview(scope: ExportScope, options: ExportOptions, path: string | null): Output<'exports.preview'>
  /** Writes below the granted folder, which is made if need be. Throws `forbidden` or `store_full`. */
  write(scope: ExportScope, options: ExportOptions, destination: GrantId): Promise<Output<'exports.write'>>
  download(scope: ExportScope, options: ExportOptions): Output<'exports.download'>
}

export function createExportsService(
  { store }: AreaContext,
  destinations: { directoryOf(grantId: GrantId): string },
): ExportsService {
  function files(scope: ExportScope, options: ExportOptions): ExportedFile[] {
    requireScope(scope)
    return toMarkdown(readExportModel(store.read, scope), scope, options)
  }

  function requireScope(scope: ExportScope): void {
    switch (scope.kind) {
      case 'article':
        requirePresentArticle(store.read, scope.articleId)
        break
      case 'pair':
        requirePresentPair(store.read, scope.pairId)
        break
      case 'tag':
        requireTag(store.read, scope.tagId)
        break
      case 'library':
        break
      default:
        assertNever(scope)
    }
  }

  return {
    preview(scope, options, path) {
      const made = files(scope, options)
      const shown = path === null ? made[0] : made.find((file) => file.path === path)
      if (shown === undefined) throw new DuizhaoError('not_found', 'This export has no such file.')
      return { files: made.map(describe), path: shown.path, content: shown.content }
    },

    async write(scope, options, destination) {
      const directory = destinations.directoryOf(destination)
      const written = await writeExport(directory, files(scope, options))
      return { directory, files: written.map(describe) }
    },

    download(scope, options) {
      const made = files(scope, options)
      const [only] = made
      if (scope.kind !== 'library' && only !== undefined) {
        const base64 = Buffer.from(only.content, 'utf8').toString('base64')
        return { name: basename(only.path), mediaType: 'text/markdown;charset=utf-8', base64, fileCount: 1 }
      }
      const base64 = Buffer.from(zipFiles(made)).toString('base64')
      return { name: 'duizhao-library.zip', mediaType: 'application/zip', base64, fileCount: made.length }
    },
  }
}

function describe(file: ExportedFile): { path: string; byteLength: number } {
  return { path: file.path, byteLength: Buffer.byteLength(file.content, 'utf8') }
}
