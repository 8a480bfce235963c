import type { IncomingMessage } from 'node:http'

/**
 * The whole body, or null when it is longer than `limit` bytes. What is too long is still read to its end,
 * into nothing: a browser whose sending is cut off reports a broken connection instead of our answer.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | null> {
  return new Promise((resolve, reject) => {
    let chunks: Uint8Array[] = []
    let length = 0
    request.on('data', (chunk: Uint8Array) => {
      length += chunk.byteLength
      if (length <= limit) chunks.push(chunk)
      else chunks = []
    })
    request.on('end', () => resolve(length > limit ? null : Buffer.concat(chunks, length)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('the connection closed early')))
  })
}
