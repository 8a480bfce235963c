import type { Mark } from '../domain/text.ts'
import { escapesOf, withEscapes } from './escape-markdown.ts'
import { nestMarks, type NestedMark } from './mark-nesting.ts'

/** Ready Markdown that is put into a text at a place; moved behind what may hold no link. */
export interface Insertion {
  /** UTF-16 code units into the text. */
  readonly at: number
  readonly markdown: string
}

/** A text and what its ranges mean: what is written as one paragraph. */
export interface MarkedText {
  readonly text: string
  readonly marks: readonly Mark[]
}

/**
 * One paragraph of text as Markdown: everything in it that would be markup is escaped, its marks are
 * written, its line feeds become hard breaks. The answer holds no blank line and never begins a block of
 * another kind.
 */
export function inlineMarkdown(source: MarkedText, insertions: readonly Insertion[] = []): string {
  const text = source.text
  const marks = nestMarks(text, source.marks)
  const writer = new InlineWriter(text, marks, insertions)
  return tidyLines(writer.write(0, text.length, marks))
}

/** The same on one line, for headings and callout titles. */
export function inlineMarkdownLine(source: MarkedText): string {
  // One for one, so that the marks stay where they are.
  return inlineMarkdown({ text: source.text.replace(/[\r\n]/gu, ' '), marks: source.marks })
}

class InlineWriter {
  readonly #text: string
  readonly #escapes: Uint8Array
  readonly #insertions: Insertion[]

  constructor(text: string, marks: readonly NestedMark[], insertions: readonly Insertion[]) {
    this.#text = text
    this.#escapes = escapesOf(text)
    this.#insertions = insertions
      .map((insertion) => ({ ...insertion, at: outside(insertion.at, marks) }))
      .toSorted((a, b) => a.at - b.at)
  }

  /** The stretch `[start, end)`; `marks` all lie within it. */
  write(start: number, end: number, marks: readonly NestedMark[]): string {
    let written = ''
    let at = start
    while (at < end) {
      const next = outermost(marks, at)
      const stop = next?.start ?? end
      written = joined(written, this.#plain(at, stop))
      if (next === undefined) break
      // What is inserted at the mark's very beginning stands before it.
      written = joined(written, this.#inserted(next.start))
      written = joined(written, this.#marked(next, marks))
      at = next.end
    }
    return joined(written, this.#inserted(end))
  }

  #marked(mark: NestedMark, marks: readonly NestedMark[]): string {
    const source = this.#text.slice(mark.start, mark.end)
    if (mark.kind === 'code') return codeSpan(source)
    if (mark.kind === 'ruby') return `<ruby>${htmlText(source)}<rt>${htmlText(mark.value)}</rt></ruby>`
    const inner = marks.filter(
      (other) => other !== mark && mark.start <= other.start && other.end <= mark.end && isInside(other, mark),
    )
    const content = this.write(mark.start, mark.end, inner)
    switch (mark.kind) {
      case 'strong':
        return `**${content}**`
      case 'emphasis':
        return `*${content}*`
      case 'link':
        return `[${content}](${linkDestination(mark.value)})`
    }
  }

  #plain(start: number, end: number): string {
    let written = ''
    let at = start
    for (const insertion of this.#insertions) {
      if (insertion.at <= at || insertion.at >= end) continue
      written = joined(written, withEscapes(this.#text, this.#escapes, at, insertion.at))
      written = joined(written, this.#inserted(insertion.at))
      at = insertion.at
    }
    return joined(written, withEscapes(this.#text, this.#escapes, at, end))
  }

  /** Hands out what is to stand at a place, once. */
  #inserted(at: number): string {
    let written = ''
    while (this.#insertions[0] !== undefined && this.#insertions[0].at <= at) {
      written += this.#insertions.shift()?.markdown ?? ''
    }
    return written
  }
}

/** `!` before a `[` of ours would make an image of a link. */
function joined(before: string, after: string): string {
  return before.endsWith('!') && after.startsWith('[') ? `${before.slice(0, -1)}\\!${after}` : before + after
}

/** The first mark at or after a place; of those that begin there, the one around the others. */
function outermost(marks: readonly NestedMark[], from: number): NestedMark | undefined {
  let best: NestedMark | undefined
  for (const mark of marks) {
    if (mark.start < from) continue
    if (best === undefined || mark.start < best.start || (mark.start === best.start && isInside(best, mark))) {
      best = mark
    }
  }
  return best
}

/** Which of two marks over the same range is written inside. */
const DEPTH = { link: 0, strong: 1, emphasis: 2, ruby: 3, code: 3 } as const

function isInside(inner: NestedMark, outer: NestedMark): boolean {
  const length = inner.end - inner.start
  const outerLength = outer.end - outer.start
  return length < outerLength || (length === outerLength && DEPTH[inner.kind] > DEPTH[outer.kind])
}

function outside(at: number, marks: readonly NestedMark[]): number {
  let place = at
  for (const mark of marks) {
    const closed = mark.kind === 'link' || mark.kind === 'code' || mark.kind === 'ruby'
    if (closed && mark.start < place && place <= mark.end) place = mark.end
  }
  return place
}

function codeSpan(text: string): string {
  const line = text.replace(/[\r\n]+/gu, ' ')
  const runs = line.match(/`+/gu) ?? []
  const fence = '`'.repeat(Math.max(0, ...runs.map((run) => run.length)) + 1)
  // One space on either side is stripped again by every reader.
  const padding = /^`|`$|^ .*\S.* $/u.test(line) ? ' ' : ''
  return `${fence}${padding}${line}${padding}${fence}`
}

function htmlText(text: string): string {
  return text
    .replace(/[\r\n]+/gu, ' ')
    .replace(/[&<>"'\\`*_[\]|~$]/gu, (sign) => `&#${sign.codePointAt(0)};`)
}

/** An address as a link's destination; what would end it is percent-encoded. */
export function linkDestination(address: string): string {
  const encoded = address.replace(/[\s<>\\()`|]/gu, (sign) => {
    const bytes = new TextEncoder().encode(sign)
    return Array.from(bytes, (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('')
  })
  return encoded
}

/** Line feeds as hard breaks, no white space at line edges, no empty lines. */
function tidyLines(markdown: string): string {
  return markdown
    .split(/[\r\n]+/u)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/gu, ''))
    .filter((line) => line !== '')
    .join('\\\n')
}
