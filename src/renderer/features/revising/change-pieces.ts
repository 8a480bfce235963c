/** A piece of a text: what the other side has not, or what both have. */
export interface ChangePiece {
  readonly text: string
  /** Where it begins, in UTF-16 code units. */
  readonly start: number
  readonly changed: boolean
}

/** Cuts a text at the edges of its changes (UTF-16 code units, half-open, in order, apart); nothing is lost. */
export function changePieces(
  text: string,
  changes: readonly { readonly start: number; readonly end: number }[],
): ChangePiece[] {
  const pieces: ChangePiece[] = []
  let at = 0
  const push = (end: number, changed: boolean): void => {
    const to = Math.min(end, text.length)
    if (to <= at) return
    pieces.push({ text: text.slice(at, to), start: at, changed })
    at = to
  }
  for (const { start, end } of changes) {
    push(start, false)
    push(end, true)
  }
  push(text.length, false)
  return pieces
}
