import type { InlineText } from './inline-text.ts'

interface Part {
  /** The mark's `mid`; null for text between marks. */
  readonly mark: string | null
  text: string
}

/** A `seg-source` or `target` of XLIFF 1.2, cut where `mrk mtype="seg"` marks its segments. */
export class MarkedParts {
  readonly #inline: InlineText
  readonly #parts: Part[] = []
  /** The marks that are open, by whether they are of a segment. */
  readonly #marks: boolean[] = []
  #current: string | null = null

  constructor(inline: InlineText) {
    this.#inline = inline
  }

  /** Whether any segment is marked. */
  get isMarked(): boolean {
    return this.#parts.some(({ mark }) => mark !== null)
  }

  /** All of it. */
  get text(): string {
    this.#cut()
    return this.#parts.map(({ text }) => text).join('')
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'mrk') {
      const isSegment = attributes['mtype'] === 'seg' && this.#current === null
      this.#marks.push(isSegment)
      if (isSegment) {
        this.#cut()
        this.#current = attributes['mid'] ?? String(this.#parts.length)
      }
    }
    this.#inline.open(name, attributes)
  }

  add(text: string): void {
    this.#inline.add(text)
  }

  close(name: string): void {
    this.#inline.close()
    if (name !== 'mrk' || this.#marks.pop() !== true) return
    this.#cut(true)
    this.#current = null
  }

  /** The segments of both by their marks, in the order of this one; those the other has alone come last. */
  pairWith(other: MarkedParts): [own: string, other: string][] {
    const own = this.#segments()
    const others = other.#segments()
    const alone = [...others].filter(([mark]) => !own.has(mark))
    return [
      ...Array.from(own, ([mark, text]): [string, string] => [text, others.get(mark) ?? '']),
      ...alone.map(([, text]): [string, string] => ['', text]),
    ]
  }

  /** Text between marks belongs to the segment before it. */
  #segments(): Map<string, string> {
    this.#cut()
    const segments = new Map<string, string>()
    let last: string | null = null
    let before = ''
    for (const { mark, text } of this.#parts) {
      last = mark ?? last
      if (last === null) before += text
      else segments.set(last, `${segments.get(last) ?? before}${text}`)
    }
    return segments
  }

  #cut(isSegment = false): void {
    const text = this.#inline.take()
    if (isSegment || text !== '') this.#parts.push({ mark: this.#current, text })
  }
}
