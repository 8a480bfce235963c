import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startWebHost, type WebHost } from '../../src/web/web-host.ts'
import { createProbeCore, type ProbeCore } from './probe-core.ts'

export const UPLOAD_LIMIT = 1024 * 1024

export interface Loopback {
  readonly core: ProbeCore
  readonly host: WebHost
  readonly authority: string
  readonly token: string
  /** Folder that holds the page's folder and, beside it, a secret. */
  readonly folder: string
  readonly log: string[]
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export interface Attempt {
  readonly method?: string
  readonly target: string
  readonly headers?: Record<string, string>
  readonly body?: string | Uint8Array
}

/** A host over a probe, with a page and a secret file outside of it. */
export async function startLoopback({ heartbeatMs = 60_000 } = {}): Promise<Loopback> {
  const folder = await mkdtemp(join(tmpdir(), 'duizhao-loopback-'))
  const page = join(folder, 'page')
  await mkdir(join(page, 'assets'), { recursive: true })
  await writeFile(join(page, 'index.html'), '<!doctype html>the page')
  await writeFile(join(page, 'assets', 'main.js'), 'the script')
  await writeFile(join(page, '.hidden'), 'SECRET')
  await writeFile(join(folder, 'secret.txt'), 'SECRET')
  const core = createProbeCore()
  const log: string[] = []
  const host = await startWebHost({
    core,
    port: 0,
    rendererRoot: page,
    uploadLimit: UPLOAD_LIMIT,
    log: (line) => log.push(line),
    heartbeatMs,
  })
  const token = new URL(host.url).hash.slice('#token='.length)
  return { core, host, authority: `127.0.0.1:${host.port}`, token, folder, log }
}

/** The headers our own page's calls have in a browser. */
export function pageHeaders({ authority, token }: Loopback): Record<string, string> {
  return {
    host: authority,
    origin: `http://${authority}`,
    'sec-fetch-site': 'same-origin',
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
  }
}

/** Sends a request exactly as given: unlike `fetch`, neither its host nor its path is tidied up. */
export function send(loopback: Loopback, attempt: Attempt): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: loopback.host.port,
        method: attempt.method ?? 'GET',
        path: attempt.target,
        headers: { host: loopback.authority, ...attempt.headers },
      },
      (incoming) => {
        let body = ''
        incoming.on('data', (chunk: Buffer) => (body += chunk.toString()))
        incoming.on('end', () =>
          resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body }),
        )
      },
    )
    outgoing.on('error', reject)
    outgoing.end(attempt.body)
  })
}

export const CALL_BODY = JSON.stringify({
  method: 'articles.remove',
  input: { articleIds: ['a'] },
  origin: 'page',
})

/** A call that would get through, changed in the one way a test is about. A header set to '' is left out. */
export function sendCall(
  loopback: Loopback,
  change: { readonly headers?: Record<string, string> } & Partial<Omit<Attempt, 'headers'>> = {},
): Promise<Answer> {
  const merged = { ...pageHeaders(loopback), ...change.headers }
  const headers = Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== ''))
  return send(loopback, { method: 'POST', target: '/api/call', body: CALL_BODY, ...change, headers })
}
