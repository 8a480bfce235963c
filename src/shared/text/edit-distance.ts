/**
 * The fewest single-unit insertions, deletions and replacements that make `pattern` from some beginning of
 * `text` (Levenshtein's distance with a free end; Sellers 1980). Time is the product of the lengths, so keep
 * both short.
 */
export function nearDistance(pattern: string, text: string): number {
  let row = Array.from({ length: text.length + 1 }, (_, column) => column)
  for (let line = 1; line <= pattern.length; line += 1) {
    const unit = pattern.charCodeAt(line - 1)
    const next = [line]
    let left = line
    for (let column = 1; column <= text.length; column += 1) {
      const diagonal = (row[column - 1] ?? 0) + (text.charCodeAt(column - 1) === unit ? 0 : 1)
      left = Math.min(diagonal, (row[column] ?? 0) + 1, left + 1)
      next.push(left)
    }
    row = next
  }
  return Math.min(...row)
}
