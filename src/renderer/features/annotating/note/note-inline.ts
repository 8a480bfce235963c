import { $isLinkNode } from '@lexical/link'
import { $isLineBreakNode, $isTextNode, type ElementNode, type LexicalNode } from 'lexical'

/** A stretch of a note's line with one set of formats; what both directions of the conversion agree on. */
export interface InlineRun {
  readonly text: string
  readonly bold: boolean
  readonly italic: boolean
  readonly code: boolean
  /** Address of the link the run stands in. */
  readonly link: string | null
}

/** Marks a line break inside a paragraph; stands in runs as this very character. */
export const BREAK = '\n'

/** Equal for equal runs, whatever order their properties were written in. */
export function runsKey(runs: readonly InlineRun[]): string {
  return JSON.stringify(runs.map((run) => [run.text, run.bold, run.italic, run.code, run.link]))
}

/** Reads an element's inline children as runs. */
export function $inlineRuns(element: ElementNode): InlineRun[] {
  const runs: InlineRun[] = []
  collect(element.getChildren(), null, runs)
  return tidy(runs)
}

function collect(nodes: readonly LexicalNode[], link: string | null, into: InlineRun[]): void {
  for (const node of nodes) {
    if ($isLineBreakNode(node)) {
      into.push({ text: BREAK, bold: false, italic: false, code: false, link: null })
    } else if ($isTextNode(node)) {
      const code = node.hasFormat('code')
      into.push({
        text: node.getTextContent(),
        bold: !code && node.hasFormat('bold'),
        italic: !code && node.hasFormat('italic'),
        code,
        link,
      })
    } else if ($isLinkNode(node)) {
      collect(node.getChildren(), node.getURL(), into)
    }
  }
}

const SPACES = /^\s+|\s+$/gu
const EDGE = /^[\p{P}\p{S}\s]+|[\p{P}\p{S}\s]+$/gu
const LETTER_LAST = /[^\p{P}\p{S}\s]$/u
const LETTER_FIRST = /^[^\p{P}\p{S}\s]/u

/**
 * Brings runs into the one form that Markdown can say: where a letter comes next, emphasis begins and ends on a
 * letter (`**真，**她` is not bold to any Markdown reader, so the comma moves out; `**C++**` before a space is);
 * white space at a paragraph's ends and around breaks falls away, equal neighbours are joined.
 */
export function tidy(runs: readonly InlineRun[]): InlineRun[] {
  const joined = join(runs.flatMap(splitBreaks))
  const bold = shrink(joined, 'bold')
  const italic = shrink(bold, 'italic')
  return trimLines(join(italic))
}

function splitBreaks(run: InlineRun): InlineRun[] {
  return run.text
    .split(/(\n)/u)
    .filter((text) => text !== '')
    .map((text) =>
      text === BREAK ? { text, bold: false, italic: false, code: false, link: null } : { ...run, text },
    )
}

/** Takes a format off the punctuation and spaces at either end of each stretch that has it. */
function shrink(runs: readonly InlineRun[], format: 'bold' | 'italic'): InlineRun[] {
  const result: InlineRun[] = []
  let index = 0
  while (index < runs.length) {
    const first = runs[index]
    if (first === undefined) break
    if (!first[format]) {
      result.push(first)
      index += 1
      continue
    }
    // A stretch ends where the format, the link or the line does.
    let end = index
    while (runs[end]?.[format] === true && runs[end]?.link === first.link) end += 1
    result.push(...shrinkStretch(runs.slice(index, end), format, runs[index - 1], runs[end]))
    index = end
  }
  return join(result)
}

function shrinkStretch(
  runs: readonly InlineRun[],
  format: 'bold' | 'italic',
  before: InlineRun | undefined,
  after: InlineRun | undefined,
): InlineRun[] {
  const whole = runs.map((run) => run.text).join('')
  const [lead, tail] = edgesOf(
    whole,
    touchesLetters(whole, runs[0]?.link ?? null, before, after) ? EDGE : SPACES,
  )
  const result: InlineRun[] = []
  let at = 0
  for (const run of runs) {
    const cut = [lead, Math.max(lead, tail)].map((edge) => Math.min(Math.max(edge - at, 0), run.text.length))
    const [from = 0, to = 0] = cut
    result.push({ ...run, text: run.text.slice(0, from), [format]: false })
    result.push({ ...run, text: run.text.slice(from, to) })
    result.push({ ...run, text: run.text.slice(to), [format]: false })
    at += run.text.length
  }
  return result.filter((run) => run.text !== '')
}

/** Whether punctuation at an end of the stretch stands beside a letter, so that its mark would not be read as one. */
function touchesLetters(
  whole: string,
  link: string | null,
  before: InlineRun | undefined,
  after: InlineRun | undefined,
): boolean {
  // The signs of a link or of code come between.
  const isNear = (run: InlineRun | undefined): run is InlineRun => run?.link === link && !run.code
  return (
    (isNear(before) && LETTER_LAST.test(before.text) && !LETTER_FIRST.test(whole)) ||
    (isNear(after) && LETTER_FIRST.test(after.text) && !LETTER_LAST.test(whole))
  )
}

function edgesOf(whole: string, edge: RegExp): [lead: number, tail: number] {
  const edges = [...whole.matchAll(edge)]
  const last = edges.at(-1)
  return [
    edges[0]?.index === 0 ? edges[0][0].length : 0,
    last !== undefined && last.index + last[0].length === whole.length ? last.index : whole.length,
  ]
}

function join(runs: readonly InlineRun[]): InlineRun[] {
  const result: InlineRun[] = []
  for (const run of runs) {
    const last = result.at(-1)
    const same =
      last !== undefined &&
      last.text !== BREAK &&
      run.text !== BREAK &&
      last.bold === run.bold &&
      last.italic === run.italic &&
      last.code === run.code &&
      last.link === run.link
    if (same) result[result.length - 1] = { ...last, text: last.text + run.text }
    else if (run.text !== '') result.push(run)
  }
  return result
}

function trimLines(runs: readonly InlineRun[]): InlineRun[] {
  const lines: InlineRun[][] = [[]]
  for (const run of runs) {
    if (run.text === BREAK) lines.push([])
    else lines.at(-1)?.push(run)
  }
  const trimmed = lines.map((line) => trimEnd(trimStart(line)))
  while (trimmed.length > 0 && trimmed[0]?.length === 0) trimmed.shift()
  while (trimmed.length > 0 && trimmed.at(-1)?.length === 0) trimmed.pop()
  return trimmed.flatMap((line, index) =>
    index === 0
      ? line
      : [{ text: BREAK, bold: false, italic: false, code: false, link: null } satisfies InlineRun, ...line],
  )
}

function trimStart(line: readonly InlineRun[]): InlineRun[] {
  const [first, ...rest] = line
  if (first === undefined || first.code) return [...line]
  const text = first.text.replace(/^[ \t]+/u, '')
  return text === '' ? trimStart(rest) : [{ ...first, text }, ...rest]
}

function trimEnd(line: readonly InlineRun[]): InlineRun[] {
  const last = line.at(-1)
  if (last === undefined || last.code) return [...line]
  const text = last.text.replace(/[ \t]+$/u, '')
  return text === '' ? trimEnd(line.slice(0, -1)) : [...line.slice(0, -1), { ...last, text }]
}
