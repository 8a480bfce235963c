import type { EventMessage } from '../../shared/contract/events.ts'
import { setConnection } from './connection.ts'

const SHORTEST_PAUSE = 250
const LONGEST_PAUSE = 5_000

interface EventStream {
  readonly open: () => Promise<Response>
  readonly deliver: (message: EventMessage) => void
}

/** Follows the host's stream of events (one JSON value per line) for as long as the page lives. */
export async function followEvents({ open, deliver }: EventStream): Promise<never> {
  let pause = SHORTEST_PAUSE
  for (;;) {
    try {
      const response = await open()
      if (!response.ok || response.body === null) throw new Error(`events: ${response.status}`)
      setConnection('open')
      pause = SHORTEST_PAUSE
      for await (const line of readLines(response.body)) deliver(JSON.parse(line) as EventMessage)
    } catch {
      // The reader is told through the connection; the next round tries again.
    }
    setConnection('lost')
    await new Promise((resolve) => setTimeout(resolve, pause))
    pause = Math.min(pause * 2, LONGEST_PAUSE)
  }
}

async function* readLines(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    const lines = (rest + decoder.decode(value, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) if (line.trim() !== '') yield line
  }
}
