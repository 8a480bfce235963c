const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const ECHO_MS = 1000

/**
 * Resolves at the first signal to stop. Closing a library takes a moment, so an echo of the same key press
 * (a terminal signals us, and so does the script that started us) must not kill us in the middle of it;
 * a later signal means it.
 */
export function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let firstAt: number | null = null
    const onSignal = (): void => {
      if (firstAt === null) {
        firstAt = Date.now()
        resolve()
      } else if (Date.now() - firstAt > ECHO_MS) {
        process.exit(130)
      }
    }
    for (const signal of SIGNALS) process.on(signal, onSignal)
  })
}
