/** A text free of what cannot be shown, and how much of it there was. */
export interface CleanText {
  readonly text: string
  /** How many control characters were taken out. */
  readonly removedControls: number
}

// Form feed, vertical tab, and Unicode's own line and paragraph separators end a line wherever they stand.
const LINE_ENDS = /\r\n?|[\v\f\u2028\u2029]/gu

// C0 (but tab and line feed), DEL, C1, the byte order mark astray inside a text, and the two
// noncharacters that XML 1.0 forbids, so that every export can hold what was imported.
// oxlint-disable-next-line no-control-regex -- control characters are what this is about
const CONTROLS = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufeff\ufffe\uffff]/gu

/**
 * The first step of normalisation, for any text whatever it came from: every line end becomes LF, control
 * characters are removed, lone surrogates become U+FFFD. Nothing else changes. Idempotent.
 */
export function cleanText(raw: string): CleanText {
  let removedControls = 0
  const text = raw
    .toWellFormed()
    .replace(LINE_ENDS, '\n')
    .replace(CONTROLS, () => {
      removedControls += 1
      return ''
    })
  return { text, removedControls }
}
