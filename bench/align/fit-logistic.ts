/**
 * Logistic regression by Newton's method (iteratively reweighted least squares), with an L2 penalty on all
 * weights but the first, which is the constant's. Deterministic.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  penalty: number,
): number[] {
  const size = rows[0]?.length ?? 0
  let weights = Array.from({ length: size }, () => 0)
  for (let round = 0; round < 30; round += 1) {
    const gradient = weights.map((weight, index) => (index === 0 ? 0 : -penalty * weight))
    const hessian = weights.map((_, row) =>
      weights.map((_other, column) => (row === column ? (row === 0 ? 1e-9 : penalty) : 0)),
    )
    for (const [index, row] of rows.entries()) {
      const logit = row.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0)
      const chance = 1 / (1 + Math.exp(-logit))
      const error = (labels[index] === true ? 1 : 0) - chance
      const spread = chance * (1 - chance)
      for (let one = 0; one < size; one += 1) {
        gradient[one] = (gradient[one] ?? 0) + error * (row[one] ?? 0)
        const line = hessian[one] ?? []
        for (let other = 0; other < size; other += 1) {
          line[other] = (line[other] ?? 0) + spread * (row[one] ?? 0) * (row[other] ?? 0)
        }
      }
    }
    const step = solve(hessian, gradient)
    weights = weights.map((weight, index) => weight + (step[index] ?? 0))
    if (Math.max(...step.map(Math.abs)) < 1e-6) break
  }
  return weights
}

/** Gaussian elimination with pivoting. */
function solve(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  const rows = matrix.map((line, index) => [...line, vector[index] ?? 0])
  for (let at = 0; at < rows.length; at += 1) {
    let pivot = at
    for (let row = at; row < rows.length; row += 1) {
      if (Math.abs(rows[row]?.[at] ?? 0) > Math.abs(rows[pivot]?.[at] ?? 0)) pivot = row
    }
    const [lead, current] = [rows[pivot] ?? [], rows[at] ?? []]
    rows[pivot] = current
    rows[at] = lead
    for (const [row, line] of rows.entries()) {
      if (row === at) continue
      const factor = (line[at] ?? 0) / (lead[at] ?? 1)
      for (let column = at; column <= rows.length; column += 1) {
        line[column] = (line[column] ?? 0) - factor * (lead[column] ?? 0)
      }
    }
  }
  return rows.map((line, index) => (line.at(-1) ?? 0) / (line[index] ?? 1))
}
