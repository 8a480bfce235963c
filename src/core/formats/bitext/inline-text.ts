/** Elements whose content is the code of another format (TMX 1.4b, 4.3; XLIFF 1.2, 2.3). */
const CODES: ReadonlySet<string> = new Set(['bpt', 'ept', 'it', 'ph', 'ut'])

/** Counts what of the markup inside texts is not taken over. */
export interface InlineCounts {
  tags: number
  /** Texts inside codes (a picture's title, a footnote), which are no part of the sentence. */
  subflows: number
}

/**
 * Gathers the text of a `seg`, `source` or `target` with elements inside it: text inside `hi`, `g`, `pc`,
 * `mrk` and unknown elements counts, the code inside `bpt`, `ept`, `it`, `ph`, `ut` does not; `cp` (XLIFF 2)
 * is a character that XML cannot hold.
 */
export class InlineText {
  #text = ''
  #codeDepth = 0
  readonly #counts: InlineCounts

  constructor(counts: InlineCounts) {
    this.#counts = counts
  }

  get text(): string {
    return this.#text
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#codeDepth > 0 || CODES.has(name)) this.#codeDepth += 1
    if (name === 'cp') this.add(characterOf(attributes['hex'] ?? ''))
    else if (name === 'sub') this.#counts.subflows += 1
    // `mrk` says something about its text; the text is whole without it.
    else if (name !== 'mrk') this.#counts.tags += 1
  }

  add(text: string): void {
    if (this.#codeDepth === 0) this.#text += text
  }

  close(): void {
    if (this.#codeDepth > 0) this.#codeDepth -= 1
  }

  /** Gives the text so far and begins anew, within the same elements. */
  take(): string {
    const text = this.#text
    this.#text = ''
    return text
  }
}

function characterOf(hex: string): string {
  const point = /^[\da-f]{1,6}$/iu.test(hex) ? Number.parseInt(hex, 16) : 0
  if (point === 0x0b || point === 0x0c) return ' '
  if (point >= 0xd800 && point <= 0xdfff) return '\ufffd'
  return point >= 0x20 && point <= 0x10ffff ? String.fromCodePoint(point) : ''
}
