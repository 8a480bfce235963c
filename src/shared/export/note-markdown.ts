/**
 * A note's Markdown as lines that can stand inside a quote: kept as the user wrote it, whatever it holds.
 * Behind `> ` a tab no longer reaches to column 4, so tabs that indent become spaces, except in fenced
 * code, where they are text.
 */
export function noteLines(note: string): string[] {
  const lines = note
    .replace(/\r\n?/gu, '\n')
    .replace(/^(?:[ \t]*\n)+/u, '')
    .trimEnd()
    .split('\n')
  let fence: string | null = null
  return lines.map((line) => {
    const run = /^[\s>]*(?:(?:[-+*]|\d{1,9}[.)])\s+)*(`{3,}|~{3,})(.*)$/u.exec(line)
    const isInside = fence !== null
    if (run !== null) {
      const [, signs = '', rest = ''] = run
      if (fence === null) fence = rest.includes('`') && signs.startsWith('`') ? null : signs
      else if (signs.startsWith(fence) && rest.trim() === '') fence = null
    }
    return isInside && fence !== null ? line : expandIndent(line)
  })
}

function expandIndent(line: string): string {
  let width = 0
  let at = 0
  for (; line.charAt(at) === ' ' || line.charAt(at) === '\t'; at += 1) {
    width = line.charAt(at) === '\t' ? width + 4 - (width % 4) : width + 1
  }
  return ' '.repeat(width) + line.slice(at)
}

/** Puts paragraphs, or lines, into a quote. */
export function quoted(lines: readonly string[]): string {
  return lines
    .flatMap((line) => line.split('\n'))
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n')
}
