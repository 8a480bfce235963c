// micromark takes quadratic time over the emphasis and link marks of one paragraph and over nested
// quotations and lists (measured: 4,000 marks 1.4 s, 8,000 marks 4.3 s). No person writes so many.
const MOST_MARKS = 2000
const DEEPEST_NESTING = 100

const MARK = /[*_[\]~]/gu
// What begins content of its own: a blank line, a list item, a heading, a table's row.
const NEW_CONTENT = /^\s*(?:$|[-*+]\s|\d{1,9}[.)]\s|#|\|)/u
const NESTING = new RegExp(String.raw`^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){${DEEPEST_NESTING}}`, 'mu')

/** Whether one paragraph of a Markdown text holds so many emphasis and link marks that parsing them would take too long. */
export function hasExcessiveMarks(text: string): boolean {
  let marks = 0
  for (const line of text.split('\n')) {
    if (NEW_CONTENT.test(line.slice(0, 200))) marks = 0
    marks += line.match(MARK)?.length ?? 0
    if (marks > MOST_MARKS) return true
  }
  return false
}

/** Whether a line of a Markdown text opens so many quotations and lists at once that parsing would take too long. */
export function isNestedTooDeeply(text: string): boolean {
  return NESTING.test(text)
}
