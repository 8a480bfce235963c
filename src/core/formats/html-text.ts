const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['nbsp', ' '],
  ['mdash', '—'],
  ['ndash', '–'],
  ['hellip', '…'],
  ['middot', '·'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
])

function decodeEntities(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu, (whole, decimal, hex, name) => {
    if (typeof name === 'string') return NAMED.get(name.toLowerCase()) ?? whole
    const codePoint = typeof decimal === 'string' ? Number(decimal) : Number.parseInt(String(hex), 16)
    const allowed =
      codePoint >= 0x20 && codePoint <= 0x10ffff && !(codePoint >= 0xd800 && codePoint <= 0xdfff)
    return allowed ? String.fromCodePoint(codePoint) : ''
  })
}

// What is not text, with what ends it.
const HIDDEN: readonly (readonly [RegExp, RegExp])[] = [
  [/<!--/gu, /-->/gu],
  [/<script\b/giu, /<\/script[^<>]*>/giu],
  [/<style\b/giu, /<\/style[^<>]*>/giu],
]

/** Removes everything from each `open` to the next `close`, or to the end. One pass. */
function withoutRuns(html: string, open: RegExp, close: RegExp): string {
  const kept: string[] = []
  let from = 0
  for (;;) {
    open.lastIndex = from
    const opening = open.exec(html)
    kept.push(html.slice(from, opening?.index))
    if (opening === null) break
    close.lastIndex = open.lastIndex
    from = close.exec(html) === null ? html.length : close.lastIndex
  }
  return kept.join('')
}

/**
 * The text of a piece of HTML: tags, comments, scripts and styles are dropped, line-breaking tags become
 * LF, the usual character references are decoded. Never gives markup back to be trusted: what comes out
 * is plain text. Linear.
 */
export function htmlToText(html: string): string {
  const visible = HIDDEN.reduce((rest, [open, close]) => withoutRuns(rest, open, close), html)
  // `[^<>]` keeps this linear where many `<` are never closed.
  const plain = visible
    .replace(/<\/?(br|p|div|li|tr|h[1-6]|blockquote)\b[^<>]*>/giu, '\n')
    .replace(/<[^<>]*>/gu, '')
  return decodeEntities(plain)
}
