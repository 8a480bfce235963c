import type { ServerResponse } from 'node:http'
import { SECURITY_HEADERS } from '../serving/security-headers.ts'
import type { Envelope } from '../shared/contract/envelope.ts'
import type { ErrorCode } from '../shared/domain/error.ts'

/** Writes the head of an answer; nothing of ours is kept in a browser's cache. */
export function writeHead(response: ServerResponse, status: number, mediaType: string): void {
  response.writeHead(status, { ...SECURITY_HEADERS, 'Cache-Control': 'no-store', 'Content-Type': mediaType })
}

export function respondBytes(
  response: ServerResponse,
  status: number,
  mediaType: string,
  bytes: Uint8Array,
): void {
  response.setHeader('Content-Length', bytes.byteLength)
  writeHead(response, status, mediaType)
  response.end(bytes)
}

export function respondJson(response: ServerResponse, status: number, value: unknown): void {
  const bytes = Buffer.from(JSON.stringify(value))
  respondBytes(response, status, 'application/json; charset=utf-8', bytes)
}

/** A refusal in the same envelope as any failed call, so that the page has one kind of error. */
export function respondRefusal(
  response: ServerResponse,
  status: number,
  code: ErrorCode,
  message: string,
  details: Record<string, string | number> = {},
): void {
  const envelope: Envelope<never> = { ok: false, error: { code, message, details } }
  respondJson(response, status, envelope)
}
