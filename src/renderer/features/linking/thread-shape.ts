/** A point within the text's page, in CSS px. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * The line of a thread, as an SVG path. Between two columns a gentle S; in one column (both ends at about the same
 * x) a bow to the left, deeper the longer it is.
 */
export function threadPath(from: Point, to: Point): string {
  if (Math.abs(from.x - to.x) < 4) {
    const depth = Math.min(14, 6 + Math.abs(to.y - from.y) / 60)
    const x = Math.min(from.x, to.x) - depth
    return `M${at(from)}C${at({ x, y: from.y })} ${at({ x, y: to.y })} ${at(to)}`
  }
  const middle = (from.x + to.x) / 2
  return `M${at(from)}C${at({ x: middle, y: from.y })} ${at({ x: middle, y: to.y })} ${at(to)}`
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
}
