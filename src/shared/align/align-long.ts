import { alignPart, PASSES } from './align-part.ts'
import { findAnchors } from './anchors.ts'
import type { Corner } from './band.ts'
import type { FoundBead } from './boundary-evidence.ts'
import { cutTexts, type PreparedTexts } from './prepared-texts.ts'

/** Texts are aligned in windows of about this many segments of the longer side, so that memory stays small. */
const WINDOW = 2400
/** A cut lies at least this many segments before the window's end, whose place is a guess. */
const LEAST_AHEAD = 120
/** A cut needs this many beads around it that are likely right. */
const SURE_RUN = 6
const SURE = 0.9

/**
 * Aligns texts of any length in time and memory that grow with it: window after window, each beginning where
 * the one before was last sure of itself.
 */
export function alignLong(
  texts: PreparedTexts,
  verified: readonly FoundBead[],
  allowed: Uint8Array,
  progress: (done: number, total: number) => void,
): FoundBead[] {
  const end = { row: texts.rowLengths.length - 1, column: texts.columnLengths.length - 1 }
  if (Math.max(end.row, end.column) <= WINDOW * 1.5) {
    let passes = 0
    return alignPart(texts, verified, allowed, () => progress((passes += 1), PASSES))
  }
  const anchors = findAnchors(
    { from: { row: 0, column: 0 }, to: end },
    texts.rows,
    texts.columns,
    texts.seeds,
  )
  const beads: FoundBead[] = []
  let from: Corner = { row: 0, column: 0 }
  while (from.row < end.row || from.column < end.column) {
    const to = windowEnd(from, end, anchors, verified)
    const inside = verified.filter((bead) => isBetween(bead, from, to))
    const part = cutTexts(texts, from, to)
    const found = alignPart(
      part,
      inside.map((bead) => shifted(bead, -from.row, -from.column)),
      allowed,
      () => undefined,
    )
    const isLast = to.row === end.row && to.column === end.column
    const kept = isLast ? found : found.slice(0, placeToCut(found))
    for (const bead of kept) beads.push(shifted(bead, from.row, from.column))
    const last = beads.at(-1)
    from = last === undefined ? to : { row: last.row + last.height, column: last.column + last.width }
    progress(from.row + from.column, end.row + end.column)
  }
  return beads
}

/** Where a window should end: at an anchor about a window away, else at the same share of both rests. */
function windowEnd(
  from: Corner,
  end: Corner,
  anchors: readonly Corner[],
  verified: readonly FoundBead[],
): Corner {
  const rest = { row: end.row - from.row, column: end.column - from.column }
  const share = WINDOW / Math.max(rest.row, rest.column)
  if (share > 1 / 1.5) return end
  const aim = {
    row: from.row + Math.round(rest.row * share),
    column: from.column + Math.round(rest.column * share),
  }
  const near = anchors.filter(
    ({ row, column }) =>
      row > from.row &&
      column > from.column &&
      Math.max(row - from.row, column - from.column) <= WINDOW * 1.5,
  )
  const anchor = near.findLast(({ row, column }) => Math.max(row - from.row, column - from.column) <= WINDOW)
  let to = anchor ?? aim
  // Verified beads are not to be cut, and what follows them stays behind them.
  for (const { row, column, height, width } of verified) {
    const [bottom, right] = [row + height, column + width]
    if (bottom <= from.row && right <= from.column) continue
    if (row >= to.row && column >= to.column) break
    if (bottom <= to.row && right <= to.column) continue
    // The window's end lies beyond the bead on one side only: end right behind the bead.
    to = { row: bottom, column: right }
    break
  }
  return to
}

function isBetween({ row, column, height, width }: FoundBead, from: Corner, to: Corner): boolean {
  return row >= from.row && column >= from.column && row + height <= to.row && column + width <= to.column
}

function shifted(bead: FoundBead, rows: number, columns: number): FoundBead {
  return { ...bead, row: bead.row + rows, column: bead.column + columns }
}

/** How many of a window's beads to keep: up to the last run of sure ones well before the end, at least half. */
function placeToCut(beads: readonly FoundBead[]): number {
  const least = Math.ceil(beads.length / 2)
  const latest = Math.max(least, beads.length - LEAST_AHEAD)
  let run = 0
  for (let place = latest - 1; place >= least; place -= 1) {
    run = (beads[place]?.posterior ?? 0) >= SURE ? run + 1 : 0
    if (run === SURE_RUN) return place + SURE_RUN / 2
  }
  return latest
}
