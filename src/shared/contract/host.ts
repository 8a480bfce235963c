import type { GrantId } from '../domain/ids.ts'
import type { Envelope } from './envelope.ts'
import type { EventMessage } from './events.ts'

/** A file the user chose or dropped: the page gets a token and the name, never the path. */
export interface GrantedFile {
  readonly grantId: GrantId
  readonly name: string
}

/** What a page can hand over when files are dropped or picked; the browser's `File` is one. */
export interface DroppedFile {
  readonly name: string
  readonly size: number
  arrayBuffer(): Promise<ArrayBuffer>
}

/**
 * What a host gives the page, as `window.duizhao` under Electron and over HTTP in a browser.
 * `origin` is the page's own mark; it comes back with the events its calls cause.
 */
export interface HostBridge {
  readonly kind: 'electron' | 'web'
  /** Whether `pickDirectory` can answer; a browser can only download. */
  readonly canPickDirectory: boolean
  call(method: string, input: unknown, origin: string): Promise<Envelope<unknown>>
  subscribe(listener: (event: EventMessage) => void): () => void
  /** Lets the user choose files; an empty list when the dialog was dismissed. */
  pickFiles(): Promise<readonly GrantedFile[]>
  /** Lets the user choose a folder to write to; null when the dialog was dismissed. */
  pickDirectory(): Promise<GrantedFile | null>
  grantDropped(files: readonly DroppedFile[]): Promise<readonly GrantedFile[]>
}
