import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Core } from '../core/core-types.ts'
import { readStaticFile } from '../serving/static-files.ts'
import type { GrantedFile } from '../shared/contract/host.ts'
import { createAccessToken, isAuthorized } from './access-token.ts'
import { streamEvents } from './event-stream.ts'
import { NAME_HEADER, uploadName } from './granting.ts'
import { createOpeningCodes, type OpeningCodes } from './opening-codes.ts'
import { readBody } from './request-body.ts'
import { judgeRequest, OPENING_PREFIX, type Route } from './request-guard.ts'
import { respondBytes, respondJson, respondRefusal } from './respond.ts'

const LOOPBACK = '127.0.0.1'
const CALL_LIMIT = 16 * 1024 * 1024

export interface WebHostOptions {
  readonly core: Core
  /** 0 lets the system choose. */
  readonly port: number
  /** Folder of the built page. */
  readonly rendererRoot: string
  /** Longest file taken, in bytes; what the importer takes. */
  readonly uploadLimit: number
  readonly log: (line: string) => void
  readonly heartbeatMs?: number
}

export interface WebHost {
  /** The address to open, with the token in its fragment. */
  readonly url: string
  readonly port: number
  /** An address without the token, which leads to the page once and soon: for a browser's command line. */
  openingUrl(): string
  /** Ends all connections. The core stays open: it belongs to the caller. */
  close(): Promise<void>
}

/** Serves the page and the core's front door on the loopback interface, to holders of the token only. */
export async function startWebHost(options: WebHostOptions): Promise<WebHost> {
  const token = createAccessToken()
  const codes = createOpeningCodes()
  const server = createServer()
  const port = await listen(server, options.port)
  const authority = `${LOOPBACK}:${port}`
  server.on('request', (request, response) => {
    answer(request, response, options, { authority, token, codes }).catch((error: unknown) => {
      // A page that went away in the middle of its request is no fault.
      if (request.destroyed && !request.complete) return
      options.log(`web host: ${request.method} failed: ${error instanceof Error ? error.name : 'unknown'}`)
      if (response.headersSent) response.destroy()
      else respondRefusal(response, 500, 'internal', 'The request could not be answered.')
    })
  })
  return {
    url: `http://${authority}/#token=${token}`,
    port,
    openingUrl: () => `http://${authority}${OPENING_PREFIX}${codes.issue()}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

interface Access {
  readonly authority: string
  readonly token: string
  readonly codes: OpeningCodes
}

async function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ host: LOOPBACK, port, exclusive: true }, () => {
      server.off('error', reject)
      const address = server.address()
      if (typeof address === 'object' && address !== null) resolve(address.port)
      else reject(new Error('the server has no port'))
    })
  })
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebHostOptions,
  access: Access,
): Promise<void> {
  const { headers } = request
  const verdict = judgeRequest(
    {
      method: request.method ?? '',
      target: request.url ?? '',
      host: headers.host,
      origin: headers.origin,
      fetchSite: single(headers['sec-fetch-site']),
      contentType: headers['content-type'],
    },
    access.authority,
  )
  if (!verdict.admitted) {
    refuseUnread(response)
    respondRefusal(response, verdict.status, 'forbidden', `Refused: ${verdict.reason}.`)
    return
  }
  if (verdict.route === 'static') {
    await answerStatic(response, options.rendererRoot, verdict.path)
    return
  }
  if (verdict.route === 'opening') {
    answerOpening(response, access, verdict.path.slice(OPENING_PREFIX.length))
    return
  }
  if (!isAuthorized(headers.authorization, access.token)) {
    refuseUnread(response)
    respondRefusal(response, 401, 'forbidden', 'Refused: open the page with the address Duizhao printed.')
    return
  }
  await answerApi(verdict.route, request, response, options)
}

async function answerApi(
  route: Exclude<Route, 'static' | 'opening'>,
  request: IncomingMessage,
  response: ServerResponse,
  options: WebHostOptions,
): Promise<void> {
  switch (route) {
    case 'call':
      await answerCall(request, response, options.core)
      break
    case 'events':
      streamEvents(options.core, response, options.heartbeatMs ?? 15_000)
      break
    case 'grants':
      await answerGrant(request, response, options)
      break
  }
}

/** Sends the browser on to the page, with the token where neither servers nor logs see it. */
function answerOpening(response: ServerResponse, access: Access, code: string): void {
  if (!access.codes.redeem(code)) {
    respondRefusal(response, 403, 'forbidden', 'Refused: this address was used before, or is too old.')
    return
  }
  response.setHeader('Location', `/#token=${access.token}`)
  respondBytes(response, 303, 'text/plain; charset=utf-8', new Uint8Array())
}

async function answerStatic(response: ServerResponse, root: string, path: string): Promise<void> {
  const file = await readStaticFile(root, path)
  if (file === null) respondRefusal(response, 404, 'not_found', 'There is no such file.')
  else respondBytes(response, 200, file.mediaType, file.bytes)
}

async function answerCall(request: IncomingMessage, response: ServerResponse, core: Core): Promise<void> {
  const body = await readBody(request, CALL_LIMIT)
  if (body === null) {
    respondRefusal(response, 413, 'too_large', 'The request is too large.')
    return
  }
  const call = parseCall(body)
  if (call === null) {
    respondRefusal(response, 400, 'invalid_input', 'The request is not a call: {method, input, origin}.')
    return
  }
  respondJson(response, 200, await core.call(call.method, call.input, { origin: call.origin }))
}

function parseCall(body: Uint8Array): { method: string; input: unknown; origin: string | null } | null {
  let call: unknown
  try {
    call = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return null
  }
  if (typeof call !== 'object' || call === null || !('method' in call) || typeof call.method !== 'string')
    return null
  const origin = 'origin' in call && typeof call.origin === 'string' ? call.origin : null
  return { method: call.method, input: 'input' in call ? call.input : undefined, origin }
}

async function answerGrant(
  request: IncomingMessage,
  response: ServerResponse,
  options: WebHostOptions,
): Promise<void> {
  const name = uploadName(request.headers)
  if (name === null) {
    respondRefusal(response, 400, 'invalid_input', `The file's name is missing: ${NAME_HEADER}.`)
    return
  }
  const bytes = await readBody(request, options.uploadLimit)
  if (bytes === null) {
    const limitMegabytes = Math.floor(options.uploadLimit / (1024 * 1024))
    const message = `Files of up to ${limitMegabytes} MB can be read. Split it and import the parts.`
    respondRefusal(response, 413, 'too_large', message, { limitMegabytes })
    return
  }
  const granted: GrantedFile = { grantId: options.core.grants.addBytes(name, bytes), name }
  respondJson(response, 200, granted)
}

/** Strangers don't get their bodies read, however long they are. */
function refuseUnread(response: ServerResponse): void {
  response.setHeader('Connection', 'close')
}

function single(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header.join(', ') : header
}
