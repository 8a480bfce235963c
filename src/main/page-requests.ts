import { statSync } from 'node:fs'
import { basename, isAbsolute } from 'node:path'
import type { Core } from '../core/core-types.ts'
import type { DroppedItem, GrantRequest } from '../preload/channels.ts'
import type { Envelope } from '../shared/contract/envelope.ts'
import type { GrantedFile } from '../shared/contract/host.ts'

/** What the page's requests are answered with; Electron is handed in, so that tests can do without. */
export interface PageRequestDeps {
  readonly core: Core
  readonly showFileDialog: () => Promise<readonly string[]>
  readonly showDirectoryDialog: () => Promise<string | null>
}

export interface PageRequests {
  call(method: unknown, input: unknown, origin: unknown): Promise<Envelope<unknown>>
  grant(request: unknown): Promise<readonly GrantedFile[] | GrantedFile | null>
}

/** Answers what the page may ask for. Whether it is our page was checked before. */
export function createPageRequests(deps: PageRequestDeps): PageRequests {
  const { core } = deps

  function grantItem(item: DroppedItem): readonly GrantedFile[] {
    if ('bytes' in item) {
      return [{ grantId: core.grants.addBytes(item.name, new Uint8Array(item.bytes)), name: item.name }]
    }
    // Folders and devices can be dropped as well; only files are read.
    return isFile(item.path) ? [grantPath(item.path)] : []
  }

  function grantPath(path: string): GrantedFile {
    return { grantId: core.grants.addFile(path), name: basename(path) }
  }

  return {
    call(method, input, origin) {
      return core.call(String(method), input, { origin: typeof origin === 'string' ? origin : null })
    },
    async grant(request) {
      if (!isGrantRequest(request)) throw new Error('not a grant request')
      if (request.kind === 'dropped') return request.items.flatMap(grantItem)
      if (request.kind === 'files') return (await deps.showFileDialog()).map(grantPath)
      const path = await deps.showDirectoryDialog()
      return path === null ? null : { grantId: core.grants.addDirectory(path), name: basename(path) }
    },
  }
}

function isGrantRequest(value: unknown): value is GrantRequest {
  if (typeof value !== 'object' || value === null || !('kind' in value)) return false
  if (value.kind === 'files' || value.kind === 'directory') return true
  return (
    value.kind === 'dropped' && 'items' in value && Array.isArray(value.items) && value.items.every(isItem)
  )
}

function isItem(value: unknown): value is DroppedItem {
  if (typeof value !== 'object' || value === null) return false
  if ('path' in value) return typeof value.path === 'string' && isAbsolute(value.path)
  return (
    'name' in value &&
    typeof value.name === 'string' &&
    'bytes' in value &&
    value.bytes instanceof ArrayBuffer
  )
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true
}
