/** A bead's confidence, and whether the bead was exactly right. */
export interface Judged {
  readonly confidence: number
  readonly isRight: boolean
}

const SURE = 0.9

/** Ten bins a row: how many beads claim so much, and how many of them are right. */
export function reliabilityRows(judged: readonly Judged[]): string[] {
  const rows: string[] = []
  for (let bin = 0; bin < 10; bin += 1) {
    const inside = judged.filter(({ confidence }) => Math.min(9, Math.floor(confidence * 10)) === bin)
    if (inside.length === 0) continue
    const claimed = inside.reduce((sum, { confidence }) => sum + confidence, 0) / inside.length
    rows.push(
      `  ${(bin / 10).toFixed(1)}–${((bin + 1) / 10).toFixed(1)}  ${String(inside.length).padStart(5)} beads` +
        `  claimed ${claimed.toFixed(3)}  right ${shareRight(inside).toFixed(3)}`,
    )
  }
  return rows
}

/** In one line: of the beads shown as at least .9, how many there are and how many are right. */
export function sureLine(judged: readonly Judged[]): string {
  const sure = judged.filter(({ confidence }) => confidence >= SURE)
  const share = ((100 * sure.length) / Math.max(1, judged.length)).toFixed(1)
  return `≥ .9: ${sure.length} of ${judged.length} beads (${share} %), ${(100 * shareRight(sure)).toFixed(1)} % right`
}

export function shareRight(judged: readonly Judged[]): number {
  return judged.filter(({ isRight }) => isRight).length / Math.max(1, judged.length)
}
