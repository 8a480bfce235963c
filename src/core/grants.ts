import { randomBytes } from 'node:crypto'
import { basename } from 'node:path'
import { DuizhaoError } from '../shared/domain/error.ts'
import type { GrantId } from '../shared/domain/ids.ts'
import type { Grants } from './core-types.ts'

/** A file the user handed over: by path, or (from a browser) by its bytes. */
export type GrantedSource =
  | { readonly kind: 'path'; readonly name: string; readonly path: string }
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }

export interface GrantBook extends Grants {
  /** Throws `forbidden` for a token that was never given out, or is for something else. */
  fileOf(id: GrantId): GrantedSource
  directoryOf(id: GrantId): string
  /** Forgets a file once it has been read, so that uploaded bytes don't pile up. */
  release(id: GrantId): void
}

/** Tokens are random, so that a page can't guess its way to a file it was not given. */
function newGrantId(): GrantId {
  return randomBytes(24).toString('base64url') as GrantId
}

export function createGrants(): GrantBook {
  const files = new Map<GrantId, GrantedSource>()
  const directories = new Map<GrantId, string>()

  function remember(source: GrantedSource): GrantId {
    const id = newGrantId()
    files.set(id, source)
    return id
  }

  return {
    addFile: (path) => remember({ kind: 'path', name: basename(path), path }),
    addBytes: (name, bytes) => remember({ kind: 'bytes', name, bytes }),
    addDirectory(path) {
      const id = newGrantId()
      directories.set(id, path)
      return id
    },
    fileOf(id) {
      const source = files.get(id)
      if (source === undefined) throw refused()
      return source
    },
    directoryOf(id) {
      const path = directories.get(id)
      if (path === undefined) throw refused()
      return path
    },
    release(id) {
      files.delete(id)
    },
  }
}

function refused(): DuizhaoError {
  return new DuizhaoError(
    'forbidden',
    'This file or folder was not chosen here, or has been used already. Choose it again.',
  )
}
