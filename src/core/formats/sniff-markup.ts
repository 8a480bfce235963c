// A text that is the source of something else: read as plain text it would be full of markup.
const MARKUP: readonly (readonly [RegExp, string])[] = [
  [/^\s*<!doctype\s+html|^\s*<html[\s>]/iu, 'HTML page'],
  [/^\s*\{\\rtf/u, 'RTF document'],
  [/^\s*<\?xml\s/u, 'XML file'],
]

/** Names the format of a text that begins as an HTML page, an RTF document or an XML file; null for others. */
export function sniffMarkup(text: string): string | null {
  const head = text.slice(0, 1000)
  return MARKUP.find(([pattern]) => pattern.test(head))?.[1] ?? null
}
