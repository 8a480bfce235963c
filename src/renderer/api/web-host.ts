import { ApiError } from '../../shared/contract/client.ts'
import type { Envelope } from '../../shared/contract/envelope.ts'
import type { EventMessage } from '../../shared/contract/events.ts'
import type { DroppedFile, GrantedFile, HostBridge } from '../../shared/contract/host.ts'
import { MAX_TEXT_BYTES } from '../../shared/domain/text-limit.ts'
import { followEvents } from './event-stream.ts'
import { pickBrowserFiles } from './file-picker.ts'
import { takeToken } from './token.ts'

/** Browsers send up to 64 KB of UTF-8 after the page has gone. */
const MOST_KEPT_ALIVE = 20_000

const UNREACHABLE = {
  ok: false,
  error: { code: 'store_unavailable', message: 'The host does not answer.', details: { reason: 'host' } },
} as const satisfies Envelope<never>

/**
 * What is sent of a file. Of one that is too large just enough for the core to refuse it by name, beside the
 * others of the same choice; refused at the door it would take those along.
 */
async function bodyOf(file: DroppedFile): Promise<Blob | ArrayBuffer> {
  return file instanceof Blob ? file.slice(0, MAX_TEXT_BYTES + 1) : file.arrayBuffer()
}

/** The loopback host: the same calls as the desktop bridge, over HTTP with a token. */
export function createWebHost(): HostBridge {
  const authorization = `Bearer ${takeToken()}`
  const listeners = new Set<(event: EventMessage) => void>()
  let following = false
  // What is sent while the page goes must arrive though nobody waits for the answer.
  let leaving = false
  window.addEventListener('pagehide', () => (leaving = true))
  window.addEventListener('pageshow', () => (leaving = false))

  async function call(method: string, input: unknown, origin: string): Promise<Envelope<unknown>> {
    const body = JSON.stringify({ method, input, origin })
    let response: Response
    try {
      response = await fetch('/api/call', {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body,
        keepalive: leaving && body.length < MOST_KEPT_ALIVE,
      })
    } catch {
      return UNREACHABLE
    }
    return (await readEnvelope(response)) ?? refusal(response.status)
  }

  function subscribe(listener: (event: EventMessage) => void): () => void {
    listeners.add(listener)
    if (!following) {
      following = true
      void followEvents({
        open: () => fetch('/api/events', { headers: { authorization } }),
        deliver: (message) => {
          for (const each of listeners) each(message)
        },
      })
    }
    return () => listeners.delete(listener)
  }

  async function grant(file: DroppedFile): Promise<GrantedFile> {
    let response: Response
    try {
      response = await fetch('/api/grants', {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/octet-stream',
          'x-file-name': encodeURIComponent(file.name),
        },
        body: await bodyOf(file),
      })
    } catch {
      throw new ApiError(UNREACHABLE.error)
    }
    if (!response.ok) {
      const refused = await readEnvelope(response)
      throw new ApiError(refused?.ok === false ? refused.error : refusal(response.status).error)
    }
    return (await response.json()) as GrantedFile
  }

  async function grantDropped(files: readonly DroppedFile[]): Promise<readonly GrantedFile[]> {
    const granted: GrantedFile[] = []
    // One after the other: the bodies may be large.
    for (const file of files) granted.push(await grant(file))
    return granted
  }

  return {
    kind: 'web',
    canPickDirectory: false,
    call,
    subscribe,
    grantDropped,
    pickFiles: async () => grantDropped(await pickBrowserFiles()),
    pickDirectory: () => Promise.resolve(null),
  }
}

async function readEnvelope(response: Response): Promise<Envelope<unknown> | null> {
  try {
    const body: unknown = await response.json()
    const isEnvelope = typeof body === 'object' && body !== null && 'ok' in body
    return isEnvelope ? (body as Envelope<unknown>) : null
  } catch {
    return null
  }
}

function refusal(status: number): Extract<Envelope<never>, { ok: false }> {
  const code =
    status === 401 || status === 403 ? 'forbidden' : status === 413 ? 'too_large' : 'store_unavailable'
  return { ok: false, error: { code, message: `The host answered ${status}.`, details: { status } } }
}
