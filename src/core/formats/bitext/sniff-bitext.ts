/** The readers of aligned texts. */
export type BitextReader = 'xml' | 'table' | 'ladder' | 'json'

const BY_EXTENSION: ReadonlyMap<string, BitextReader> = new Map([
  ['tmx', 'xml'],
  ['xlf', 'xml'],
  ['xliff', 'xml'],
  ['sdlxliff', 'xml'],
  ['mqxliff', 'xml'],
  ['mxliff', 'xml'],
  ['csv', 'table'],
  ['tsv', 'table'],
  ['tab', 'table'],
  ['ladder', 'ladder'],
  ['json', 'json'],
])

/** Extensions of texts, which are looked at: hunalign's output is usually called `.txt`. */
const TEXTS: ReadonlySet<string> = new Set(['', 'txt', 'text', 'xml', 'align'])

/** Bytes that are looked at. */
const HEAD = 64 * 1024

/** Whether a file holds aligned texts, and which reader knows it: by its extension, else by how it begins. */
export function sniffBitext(name: string, bytes: Uint8Array): BitextReader | null {
  const extension = /\.([a-z0-9]{1,10})$/iu.exec(name.trim())?.[1]?.toLowerCase() ?? ''
  if (name.toLowerCase().endsWith('.ladder.txt')) return 'ladder'
  const known = BY_EXTENSION.get(extension)
  if (known !== undefined) return known
  if (!TEXTS.has(extension)) return null
  const head = headOf(bytes)
  if (/^\s*<(?:[^>]{0,2000}>\s*<){0,5}(?:[\w-]+:)?(?:tmx|xliff)[\s>]/u.test(head)) return 'xml'
  return looksLikeLadder(head, bytes.length > HEAD) ? 'ladder' : null
}

/** The first bytes as signs, in whatever encoding: enough to see ASCII by. */
function headOf(bytes: Uint8Array): string {
  const signs = Array.from(bytes.subarray(0, HEAD), (byte) => (byte === 0 ? '' : String.fromCharCode(byte)))
  return signs.join('').replace(/^(?:ï»¿|ÿþ|þÿ)/u, '')
}

/** Two lines or more, all of them `left TAB right TAB number`; or rungs of numbers from the start of both texts. */
function looksLikeLadder(head: string, isCut: boolean): boolean {
  const lines = head.split(/\r?\n/u)
  const whole = (isCut ? lines.slice(0, -1) : lines).filter((line) => line.trim() !== '')
  if (whole.length < 2) return false
  const isText = whole.every((line) => /^[^\t]*\t[^\t]*\t\s*-?\d+(?:\.\d+)?\s*$/u.test(line))
  const isNumbers =
    /^0\t0(?:\t|$)/u.test(whole[0] ?? '') && whole.every((line) => /^\d+\t\d+(?:\t|$)/u.test(line))
  return isText || isNumbers
}
