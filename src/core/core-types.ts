import type { Envelope } from '../shared/contract/envelope.ts'
import type { EventMessage } from '../shared/contract/events.ts'
import type { GrantId } from '../shared/domain/ids.ts'

export interface CoreOptions {
  /** The library's folder; made when it does not exist. */
  readonly libraryPath: string
  /** Folder of the sample texts and their manifest. */
  readonly seedsPath: string
  /** The packed lexicon; read by the worker when it is first needed. */
  readonly lexiconPath: string
  /** The worker's entry: `src/core/jobs/worker.ts`, or what it was built into. */
  readonly workerUrl: URL
  readonly version: string
  /** Backs the library up once a day while it is open; for hosts that stay. */
  readonly dailyBackup?: boolean
  /** Takes one line per incident; never holds document text. */
  readonly log: (line: string) => void
}

export interface CallContext {
  /** The caller's own mark; comes back in `changed` events. */
  readonly origin: string | null
}

/** Files and folders the user chose, by token. Only hosts can add to it. */
export interface Grants {
  /** A file to read. */
  addFile(path: string): GrantId
  /** The bytes of a file whose path is not known (a browser's upload). */
  addBytes(name: string, bytes: Uint8Array): GrantId
  /** A folder to write to. */
  addDirectory(path: string): GrantId
}

/** The front door: all that a host needs to know of the core. */
export interface Core {
  /** Never throws: failures come as an envelope. */
  call(method: string, input: unknown, context?: CallContext): Promise<Envelope<unknown>>
  subscribe(listener: (event: EventMessage) => void): () => void
  readonly grants: Grants
  /** Waits for running writes, stops jobs, closes the library and frees its lock. */
  close(): Promise<void>
}
