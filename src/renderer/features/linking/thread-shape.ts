/** A point within the text's page, in CSS px. */
export interface Point {
  readonly x: number
  readonly y: number
}

/** Where a thread is tied: at a sentence, and where it comes out between the columns. */
export interface ThreadEnd extends Point {
  /** The inner edge of the sentence's column. */
  readonly lane: number
}

/** How far a thread runs inside the gutter before it turns. */
const LANE = 5
const ROUND = 4

/**
 * The line of a thread, as an SVG path. Between two columns it runs under the line of its sentence to the gutter,
 * along the gutter's edge, and across at `crossing`, where no figure stands. In one column (both ends at the same
 * edge) it is a flat bow to the left, between the text and the figures.
 */
export function threadPath(from: ThreadEnd, to: ThreadEnd, crossing: number): string {
  if (Math.abs(from.lane - to.lane) < 4) {
    const depth = Math.min(6, 3 + Math.abs(to.y - from.y) / 60)
    const x = Math.min(from.lane, to.lane) - depth
    const [start, goal] = [
      { x: from.lane, y: from.y },
      { x: to.lane, y: to.y },
    ]
    return `M${at(from)}L${at(start)}C${at({ x, y: from.y })} ${at({ x, y: to.y })} ${at(goal)}L${at(to)}`
  }
  const on = from.lane < to.lane ? LANE : -LANE
  return rounded([
    from,
    { x: from.lane + on, y: from.y },
    { x: from.lane + on, y: crossing },
    { x: to.lane - on, y: crossing },
    { x: to.lane - on, y: to.y },
    to,
  ])
}

/** A line through points, with its corners rounded. */
function rounded(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (first === undefined) return ''
  let path = `M${at(first)}`
  for (const [index, point] of rest.entries()) {
    const [before, after] = [points[index], rest[index + 1]]
    if (before === undefined || after === undefined) path += `L${at(point)}`
    else path += `L${at(towards(point, before))}Q${at(point)} ${at(towards(point, after))}`
  }
  return path
}

function towards(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y)
  const share = length === 0 ? 0 : Math.min(ROUND, length / 2) / length
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share }
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`
}
