/** Whether events reach us. Under Electron they always do; over HTTP the stream may break and come back. */
export type Connection = 'open' | 'lost'

type Listener = (connection: Connection) => void

const listeners = new Set<Listener>()
let current: Connection = 'open'

export function connection(): Connection {
  return current
}

export function setConnection(next: Connection): void {
  if (next === current) return
  current = next
  for (const listener of listeners) listener(next)
}

/** Calls `listener` when the connection is lost and when it is back. */
export function onConnection(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
