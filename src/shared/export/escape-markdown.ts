/** Signs that mean something wherever they stand, in CommonMark, GFM or Obsidian (`$`: math). */
const ALWAYS = new Set('\\`*_[]<|~$')

/** Where a URL begins, as GFM and Obsidian find it in running text. */
const URL_START = /[a-z][a-z0-9+.-]*:\/\/|www\./giu

/** Signs that Obsidian reads only in twos: `==highlight==` and `%%comment%%`. */
const DOUBLED = new Set('=%')

/**
 * Which characters of a text need a backslash so that the text reads as it is: in CommonMark, GFM and
 * Obsidian alike. The answer has a 1 for each such UTF-16 code unit; only ASCII punctuation is ever
 * marked, so Chinese stays as readable as it was. Lines are taken to begin at the text's start and after
 * each line feed.
 */
export function escapesOf(text: string): Uint8Array {
  const escapes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at += 1) {
    if (needsEscape(text, at)) escapes[at] = 1
  }
  for (const line of text.matchAll(/^[ \t]*/gmu)) {
    const opener = blockOpener(text.slice(line.index + line[0].length, line.index + line[0].length + 12))
    if (opener !== null) escapes[line.index + line[0].length + opener] = 1
  }
  breakLinks(text, escapes)
  return escapes
}

/** A line of text on its own: a title, a name. Line feeds become spaces. */
export function escapeLine(text: string): string {
  const line = text.replace(/\s*[\r\n]+\s*/gu, ' ').trim()
  const escapes = escapesOf(line)
  return withEscapes(line, escapes, 0, line.length)
}

/** The stretch of `text` from `start` to `end` with its backslashes. */
export function withEscapes(text: string, escapes: Uint8Array, start: number, end: number): string {
  let written = ''
  let from = start
  for (let at = start; at < end; at += 1) {
    if (escapes[at] !== 1) continue
    written += `${text.slice(from, at)}\\`
    from = at
  }
  return written + text.slice(from, end)
}

function needsEscape(text: string, at: number): boolean {
  const sign = text.charAt(at)
  if (ALWAYS.has(sign)) return true
  if (DOUBLED.has(sign)) return text.charAt(at - 1) === sign || text.charAt(at + 1) === sign
  switch (sign) {
    case '&':
      return /^&(?:#\d|#x[0-9a-f]|[a-z])[a-z0-9]*;/iu.test(text.slice(at, at + 40))
    // A heading's closing run, or an Obsidian tag; and ` ^x` at a line's end would be a block id.
    case '#':
    case '^':
      return at === 0 || /\s/u.test(text.charAt(at - 1))
    default:
      return false
  }
}

/** Where in a line's beginning the sign stands that would make it a list, a quote, a rule or an underline. */
function blockOpener(line: string): number | null {
  if (/^(?:[-+](?:[ \t\r\n]|$)|-[ \t]*-|>|=|:[ \t]*-)/u.test(line)) return 0
  const ordinal = /^\d{1,9}(?=[.)](?:[ \t\r\n]|$))/u.exec(line)
  return ordinal === null ? null : ordinal[0].length
}

/**
 * A bare URL becomes a link, and inside a link a backslash would be read as itself. So a URL that needs
 * one is kept from becoming a link; all others stay links.
 */
function breakLinks(text: string, escapes: Uint8Array): void {
  for (const match of text.matchAll(URL_START)) {
    const separator = match.index + match[0].search(/[:.](?=\/\/|$)/u)
    for (let at = match.index; at < text.length && !/\s/u.test(text.charAt(at)); at += 1) {
      if (escapes[at] !== 1) continue
      escapes[separator] = 1
      break
    }
  }
}
