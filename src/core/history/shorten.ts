/** How much of a text the history shows, in UTF-16 code units. */
const SUBJECT_LENGTH = 60

/** A text cut to one short line, for a step's label. Never cuts a surrogate pair in two. */
export function shorten(text: string): string {
  // The cut comes first: a note may be long, and only its beginning matters.
  const line = text
    .slice(0, 4 * SUBJECT_LENGTH)
    .trim()
    .replace(/\s+/gu, ' ')
  if (line.length <= SUBJECT_LENGTH) return line
  return `${line.slice(0, SUBJECT_LENGTH).replace(/[\uD800-\uDBFF]$/u, '')}…`
}
