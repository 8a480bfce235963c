import { assertNever } from '../domain/error.ts'
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
  return tidyLines(new InlineWriter(text, marks, insertions).finish(marks))
}

/** The same on one line, for headings and callout titles. */
export function inlineMarkdownLine(source: MarkedText, insertions: readonly Insertion[] = []): string {
  // One for one, so that the marks stay where they are.
  return inlineMarkdown({ text: source.text.replace(/[\r\n]/gu, ' '), marks: source.marks }, insertions)
}

class InlineWriter {
  readonly #text: string
  readonly #escapes: Uint8Array
  readonly #insertions: readonly Insertion[]
  #inserted = 0

  constructor(text: string, marks: readonly NestedMark[], insertions: readonly Insertion[]) {
    this.#text = text
    this.#escapes = escapesOf(text)
    this.#insertions = insertions
      .map((insertion) => ({ ...insertion, at: outside(insertion.at, marks) }))
      .toSorted((a, b) => a.at - b.at)
  }

  /** The whole text. */
  finish(marks: readonly NestedMark[]): string {
    const written = this.#write(0, this.#text.length, marks)
    return joined(written, this.#insert(this.#text.length))
  }

  /** The stretch `[start, end)`; `marks` all lie within it. What is to be inserted at `end` is left to the caller. */
  #write(start: number, end: number, marks: readonly NestedMark[]): string {
    let written = ''
    let at = start
    while (at < end) {
      const next = outermost(marks, at)
      written = joined(written, this.#plain(at, next?.start ?? end))
      if (next === undefined) break
      // Before the mark's own signs: between them and the text it would take their meaning from them.
      written = joined(written, this.#insert(next.start))
      written = joined(written, this.#marked(next, marks))
      at = next.end
    }
    return written
  }

  #marked(mark: NestedMark, marks: readonly NestedMark[]): string {
    const source = this.#text.slice(mark.start, mark.end)
    if (mark.kind === 'code') return codeSpan(source)
    if (mark.kind === 'ruby') return `<ruby>${htmlText(source)}<rt>${htmlText(mark.value)}</rt></ruby>`
    const content = this.#write(
      mark.start,
      mark.end,
      marks.filter((other) => mark.start <= other.start && other.end <= mark.end && isInside(other, mark)),
    )
    switch (mark.kind) {
      case 'strong':
        return `**${content}**`
      case 'emphasis':
        return `*${content}*`
      case 'link':
        return `[${content}](${linkDestination(mark.value)})`
      default:
        return assertNever(mark.kind)
    }
  }

  #plain(start: number, end: number): string {
    let written = ''
    let at = start
    while (at < end) {
      written = joined(written, this.#insert(at))
      const stop = Math.min(end, this.#insertions[this.#inserted]?.at ?? end)
      written = joined(written, withEscapes(this.#text, this.#escapes, at, stop))
      at = stop
    }
    return written
  }

  /** What is to stand at or before a place and was not written yet. */
  #insert(at: number): string {
    let written = ''
    for (let next = this.#insertions[this.#inserted]; next !== undefined && next.at <= at;) {
      written += next.markdown
      this.#inserted += 1
      next = this.#insertions[this.#inserted]
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
    if (
      best === undefined ||
      mark.start < best.start ||
      (mark.start === best.start && isInside(best, mark))
    ) {
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
  return text.replace(/[\r\n]+/gu, ' ').replace(/[&<>"'\\`*_[\]|~$]/gu, (sign) => `&#${sign.codePointAt(0)};`)
}

/** An address as a link's destination; what would end it is percent-encoded. */
export function linkDestination(address: string): string {
  return address
    .toWellFormed()
    .replace(/[\s<>\\`|]/gu, encodeURIComponent)
    .replaceAll('(', '%28')
    .replaceAll(')', '%29')
}

/** Line feeds as hard breaks, no white space at line edges, no empty lines. */
function tidyLines(markdown: string): string {
  return markdown
    .split(/[\r\n]+/u)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/gu, ''))
    .filter((line) => line !== '')
    .join('\\\n')
}
