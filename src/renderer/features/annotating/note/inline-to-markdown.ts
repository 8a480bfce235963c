import { BREAK, type InlineRun } from './note-inline.ts'

/** With what italics are written; the other is tried where one would run into a bold's asterisks. */
export type ItalicMark = '*' | '_' | ''

/**
 * Says nothing to any reader of Markdown, and keeps marks apart that would be taken for one: `**甲*乙***<!---->*丙*`.
 */
export const SEPARATOR = '<!---->'

/**
 * Writes tidy runs as one paragraph's Markdown. `\` at a line's end is a break. `apart`: every change of emphasis
 * begins anew behind a {@link SEPARATOR}.
 */
export function inlineToMarkdown(
  runs: readonly InlineRun[],
  italicMark: ItalicMark = '*',
  apart: boolean = false,
): string {
  let output = ''
  let index = 0
  while (index < runs.length) {
    const run = runs[index]
    if (run === undefined) break
    if (run.text === BREAK) {
      output += '\\\n'
      index += 1
      continue
    }
    let end = index + 1
    while (end < runs.length && runs[end]?.text !== BREAK && runs[end]?.link === run.link) end += 1
    const stretch = runs.slice(index, end)
    const lineStart = output === '' || output.endsWith('\n')
    const text = formatted(stretch, { italicMark, apart, lineStart, continues: end < runs.length })
    output += run.link === null ? text : `[${text}](${linkTarget(run.link)})`
    index = end
  }
  return output
}

function formatted(
  runs: readonly InlineRun[],
  {
    italicMark,
    apart,
    lineStart,
    continues,
  }: {
    readonly italicMark: ItalicMark
    readonly apart: boolean
    readonly lineStart: boolean
    readonly continues: boolean
  },
): string {
  let output = ''
  const open: string[] = []
  for (const [index, run] of runs.entries()) {
    const wanted = [...(run.bold ? ['**'] : []), ...(run.italic && italicMark !== '' ? [italicMark] : [])]
    // Close from the innermost outwards until only wanted marks are open, then open what is missing.
    if (apart && open.join(' ') !== wanted.join(' ')) {
      output += open.toReversed().join('')
      open.length = 0
      if (index > 0) output += SEPARATOR
    }
    while (open.some((mark) => !wanted.includes(mark))) output += open.pop() ?? ''
    for (const mark of wanted) {
      if (open.includes(mark)) continue
      output += mark
      open.push(mark)
    }
    const last = index === runs.length - 1
    output += run.code
      ? codeSpan(run.text)
      : escapeText(run.text, {
          lineStart: lineStart && output === '' && run.link === null,
          last: last && !continues,
          inLink: run.link !== null,
        })
  }
  while (open.length > 0) output += open.pop() ?? ''
  return output
}

/** A code span whose fence is longer than any run of backticks in it. */
export function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/gu)].map((match) => match[0].length))
  const fence = '`'.repeat(longest + 1)
  const pad = /^`|`$|^ .*[^ ].* $/u.test(text) ? ' ' : ''
  return fence + pad + text + pad + fence
}

interface TextPlace {
  readonly lineStart: boolean
  /** Nothing follows in the paragraph. */
  readonly last: boolean
  readonly inLink: boolean
}

/** Escapes what Markdown would take for its own, and no more: notes are read as plain text too. */
export function escapeText(text: string, place: TextPlace): string {
  let output = text
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/gu, '\\\\')
    .replace(/[*`]/gu, '\\$&')
    .replace(/_/gu, (mark, at: number, whole: string) => {
      const inWord = /[\p{L}\p{N}]/u
      return inWord.test(whole[at - 1] ?? '') && inWord.test(whole[at + 1] ?? '') ? mark : '\\_'
    })
    .replace(/<(?=[A-Za-z/!?])/gu, '\\<')
    .replace(/&(?=#\d+;|#[xX][0-9a-fA-F]+;|[A-Za-z][A-Za-z0-9]*;)/gu, '\\&')
  output = place.inLink
    ? output.replace(/[[\]]/gu, '\\$&')
    : output.replace(place.last ? /\](?=[(:])/gu : /\](?=[(:]|$)/gu, '\\]')
  // `!` before a link would make it a picture.
  if (!place.last && !place.inLink) output = output.replace(/!$/u, '\\!')
  if (!place.lineStart) return output
  return output
    .replace(/^(#{1,6})(?=[ \t]|$)/u, '\\$1')
    .replace(/^([-+>])/u, (mark, _group: string, _at: number, whole: string) =>
      mark === '>' || /^[-+]([ \t]|$)|^-[- \t]*$/u.test(whole) ? `\\${mark}` : mark,
    )
    .replace(/^(\d{1,9})([.)])(?=[ \t]|$)/u, '$1\\$2')
    .replace(/^(=+|~{3})/u, '\\$1')
}

function linkTarget(address: string): string {
  if (/^[^\s<>()\\&*_`[\]]+$/u.test(address)) return address
  return `<${address.replace(/[\\<>&]/gu, '\\$&').replace(/[\r\n]+/gu, '')}>`
}
