/**
 * One bead a line in order, as Vecalign and the gold of Bertalign write them: `[0]:[0, 1]`, indices of segments
 * from 0, left side first; `[]` for a side without any. A line feed ends each line.
 */
export function toBeadLines(
  beads: readonly { readonly left: readonly [number, number]; readonly right: readonly [number, number] }[],
): string {
  return beads.map(({ left, right }) => `${indices(left)}:${indices(right)}\n`).join('')
}

function indices([from, to]: readonly [from: number, to: number]): string {
  return `[${Array.from({ length: to - from }, (_, index) => from + index).join(', ')}]`
}
