import { basename } from 'node:path'
import type { Output } from '../../shared/contract/contract.ts'
import type { ExportOptions, ExportScope } from '../../shared/contract/schemas/export.ts'
import { assertNever, DuizhaoError } from '../../shared/domain/error.ts'
import type { GrantId } from '../../shared/domain/ids.ts'
import type { ExportedFile } from '../../shared/export/export-model.ts'
import type { AreaContext } from '../area-context.ts'
import { requirePresentArticle } from '../articles/articles.service.ts'
import { requirePresentPair } from '../pairs/pairs.service.ts'
import { requireSpeaker } from '../speakers/speakers.service.ts'
import { requireTag } from '../tags/tags.service.ts'
import { makeFiles, type MadeFile } from './make-files.ts'
import { mediaTypeOf } from './media-type.ts'
import { writeExport } from './write-export.ts'
import { bytesOf, zipFiles } from './zip-files.ts'

export interface ExportsService {
  preview(scope: ExportScope, options: ExportOptions, path: string | null): Output<'exports.preview'>
  /** Writes below the granted folder, which is made if need be. Throws `forbidden` or `store_full`. */
  write(scope: ExportScope, options: ExportOptions, destination: GrantId): Promise<Output<'exports.write'>>
  download(scope: ExportScope, options: ExportOptions): Output<'exports.download'>
}

export function createExportsService(
  { store }: AreaContext,
  destinations: { directoryOf(grantId: GrantId): string },
  version: string,
): ExportsService {
  function files(scope: ExportScope, options: ExportOptions): MadeFile[] {
    requireScope(scope)
    return makeFiles(store.read, scope, options, version)
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
      case 'speaker':
        requireSpeaker(store.read, scope.speakerId)
        break
      case 'library':
      case 'highlights':
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
      const { content, rendering } = shown
      return {
        files: made.map(describe),
        path: shown.path,
        content: typeof content === 'string' ? content : (rendering?.() ?? ''),
        isRendering: typeof content !== 'string',
      }
    },

    async write(scope, options, destination) {
      const directory = destinations.directoryOf(destination)
      const written = await writeExport(directory, files(scope, options))
      return { directory, files: written.map(describe) }
    },

    download(scope, options) {
      const made = files(scope, options)
      const [first, ...others] = made
      if (scope.kind !== 'library' && first !== undefined && others.length === 0) {
        return { ...asDownload(basename(first.path), bytesOf(first)), fileCount: 1 }
      }
      const name = scope.kind === 'library' || first === undefined ? 'duizhao-library' : stemOf(first.path)
      return { ...asDownload(`${name}.zip`, zipFiles(made)), fileCount: made.length }
    },
  }
}

function asDownload(name: string, bytes: Uint8Array): { name: string; mediaType: string; base64: string } {
  const base64 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')
  return { name, mediaType: mediaTypeOf(name), base64 }
}

/** The name that the files of one thing share. */
function stemOf(path: string): string {
  return basename(path).replace(/\.[a-z]+$/u, '')
}

function describe({ path, content }: ExportedFile): { path: string; byteLength: number } {
  return {
    path,
    byteLength: typeof content === 'string' ? Buffer.byteLength(content, 'utf8') : content.byteLength,
  }
}
