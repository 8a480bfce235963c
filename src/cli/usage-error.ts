/** The command line itself makes no sense; nothing was done. The message is one sentence. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}
