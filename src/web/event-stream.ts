import type { ServerResponse } from 'node:http'
import type { Core } from '../core/core-types.ts'
import { writeHead } from './respond.ts'

/** A page that stopped reading is cut off here; it connects again and refetches. */
const BACKLOG_LIMIT = 4 * 1024 * 1024

/**
 * Sends the core's events as lines of JSON for as long as the page listens. Empty lines are heartbeats:
 * one at once, so that the page knows it is subscribed, then one per interval.
 */
export function streamEvents(core: Core, response: ServerResponse, heartbeatMs: number): void {
  writeHead(response, 200, 'application/x-ndjson; charset=utf-8')
  const send = (line: string): void => {
    if (response.writableLength > BACKLOG_LIMIT) response.destroy()
    else response.write(`${line}\n`)
  }
  const unsubscribe = core.subscribe((event) => send(JSON.stringify(event)))
  const heartbeat = setInterval(send, heartbeatMs, '')
  response.on('close', () => {
    clearInterval(heartbeat)
    unsubscribe()
  })
  send('')
}
