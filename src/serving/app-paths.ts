import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** Where the pieces of the program are, whether it runs from its sources or from what was built. */
export interface AppPaths {
  /** The worker's entry, for `CoreOptions.workerUrl`. */
  readonly workerUrl: URL
  /** Sample texts and their manifest. */
  readonly seedsPath: string
  /** The packed lexicon. */
  readonly lexiconPath: string
  /** The built page. */
  readonly rendererRoot: string
  /** The built preload script. */
  readonly preloadPath: string
  /** The window's picture, where the system shows one. */
  readonly iconPath: string
  readonly version: string
}

/** Finds the program's own files. `moduleUrl` is only given by tests. */
export function appPaths(moduleUrl: string = import.meta.url): AppPaths {
  // `src/serving` and `out/main` are equally deep, so all but the worker have one address.
  // The build keeps its chunks beside its entries for this reason.
  const fromSource = new URL(moduleUrl).pathname.endsWith('.ts')
  return {
    workerUrl: new URL(fromSource ? '../core/jobs/worker.ts' : './worker.js', moduleUrl),
    seedsPath: fileURLToPath(new URL('../../seeds', moduleUrl)),
    lexiconPath: fileURLToPath(new URL('../../resources/lexicon/zh-en.bin.br', moduleUrl)),
    rendererRoot: fileURLToPath(new URL('../../out/renderer', moduleUrl)),
    preloadPath: fileURLToPath(new URL('../../out/preload/preload.cjs', moduleUrl)),
    iconPath: fileURLToPath(new URL('../../resources/icon.png', moduleUrl)),
    version: readVersion(new URL('../../package.json', moduleUrl)),
  }
}

function readVersion(manifestUrl: URL): string {
  const manifest: unknown = JSON.parse(readFileSync(manifestUrl, 'utf8'))
  if (typeof manifest === 'object' && manifest !== null && 'version' in manifest)
    return String(manifest.version)
  return '0.0.0'
}
