import type { ListItem, Nodes, PhrasingContent, RootContent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { SEPARATOR } from './inline-to-markdown.ts'
import { tidy, type InlineRun } from './note-inline.ts'

/** A block of a note as the editor can hold it. */
export type NoteBlock =
  | { readonly kind: 'paragraph' | 'quote'; readonly runs: readonly InlineRun[] }
  | { readonly kind: 'heading'; readonly level: HeadingLevel; readonly runs: readonly InlineRun[] }
  | { readonly kind: 'code'; readonly language: string; readonly text: string }
  | NoteList

export interface NoteList {
  readonly kind: 'list'
  readonly type: ListKind
  readonly start: number
  readonly items: readonly NoteItem[]
}

/** `check`: each line has a box. */
export type ListKind = 'bullet' | 'number' | 'check'

export interface NoteItem {
  /** Whether its box is ticked; false in other lists. */
  readonly checked: boolean
  readonly runs: readonly InlineRun[]
  readonly lists: readonly NoteList[]
}

export type HeadingLevel = 1 | 2 | 3 | 4 | 5 | 6

/**
 * Constructs the editor has no node for. Switched off, their source stays in the note as plain text, so
 * that a note written elsewhere loses nothing by being opened here.
 */
const OFF = ['htmlFlow', 'codeIndented', 'definition', 'setextUnderline', 'thematicBreak', 'labelStartImage']

/** Reads a note's Markdown. */
export function parseNote(body: string): NoteBlock[] {
  const root = fromMarkdown(body, { extensions: [{ disable: { null: OFF } }] })
  return root.children.flatMap((node) => blocks(node, body))
}

/** Reads one paragraph's Markdown, for checking what was written. */
export function parseInline(markdown: string): InlineRun[] {
  const [block, ...others] = parseNote(markdown)
  return block?.kind === 'paragraph' && others.length === 0 ? [...block.runs] : []
}

function blocks(node: RootContent, body: string): NoteBlock[] {
  switch (node.type) {
    case 'paragraph':
      return [{ kind: 'paragraph', runs: runsOf(node.children) }]
    case 'heading':
      return [{ kind: 'heading', level: node.depth, runs: runsOf(node.children) }]
    case 'code':
      return [{ kind: 'code', language: node.lang ?? '', text: node.value }]
    case 'blockquote': {
      // A quote of the editor is one block: paragraphs inside are divided by an empty line.
      const parts = node.children.map((child) => quoteRuns(child, body)).filter((runs) => runs.length > 0)
      return [{ kind: 'quote', runs: tidy(parts.flatMap((runs, i) => (i === 0 ? runs : [...GAP, ...runs]))) }]
    }
    case 'list':
      return [listOf(node, body)]
    default:
      return [{ kind: 'paragraph', runs: tidy([plain(source(node, body))]) }]
  }
}

function quoteRuns(node: RootContent, body: string): InlineRun[] {
  return node.type === 'paragraph' || node.type === 'heading'
    ? runsOf(node.children)
    : [plain(source(node, body))]
}

const BOX = /^\[([ xX])\](?:[ \t]+|$)/u

/** A line's box as it is written; null where none is, or an escaped one. */
function boxOf(item: ListItem, body: string): RegExpExecArray | null {
  const [paragraph] = item.children
  return paragraph?.type === 'paragraph' ? BOX.exec(source(paragraph, body).split('\n', 1)[0] ?? '') : null
}

function listOf(node: Extract<RootContent, { type: 'list' }>, body: string): NoteList {
  const boxes = node.children.map((item) => boxOf(item, body))
  const isCheck = node.ordered !== true && boxes.every((box) => box !== null)
  return {
    kind: 'list',
    type: node.ordered === true ? 'number' : isCheck ? 'check' : 'bullet',
    start: node.start ?? 1,
    items: node.children.map((item, at) => {
      const own = item.children
        .filter((child) => child.type !== 'list')
        .map((child) => quoteRuns(child, body))
      const box = isCheck ? (boxes[at] ?? null) : null
      if (box !== null) own[0] = withoutStart(own[0] ?? [], box[0].trim())
      return {
        checked: box !== null && box[1] !== ' ',
        runs: tidy(own.flatMap((runs, i) => (i === 0 ? runs : [...GAP, ...runs]))),
        lists: item.children.filter((child) => child.type === 'list').map((child) => listOf(child, body)),
      }
    }),
  }
}

/** Runs without the box that the first of them begins with. */
function withoutStart(runs: readonly InlineRun[], start: string): InlineRun[] {
  const [first, ...rest] = runs
  if (first === undefined) return []
  return tidy([{ ...first, text: first.text.slice(start.length).trimStart() }, ...rest])
}

function plain(text: string): InlineRun {
  return { text, bold: false, italic: false, code: false, link: null }
}

const GAP: readonly InlineRun[] = [plain('\n'), plain('\n')]

function source(node: Nodes, body: string): string {
  const { start, end } = node.position ?? {}
  return start?.offset === undefined ? '' : body.slice(start.offset, end?.offset)
}

function runsOf(children: readonly PhrasingContent[]): InlineRun[] {
  const runs: InlineRun[] = []
  const visit = (nodes: readonly PhrasingContent[], around: Omit<InlineRun, 'text'>): void => {
    for (const node of nodes) {
      if (node.type === 'text') runs.push({ ...around, text: node.value })
      else if (node.type === 'html') {
        if (node.value !== SEPARATOR) runs.push({ ...around, text: node.value })
      } else if (node.type === 'break') runs.push(plain('\n'))
      else if (node.type === 'inlineCode') {
        runs.push({ text: node.value, bold: false, italic: false, code: true, link: around.link })
      } else if (node.type === 'strong') visit(node.children, { ...around, bold: true })
      else if (node.type === 'emphasis') visit(node.children, { ...around, italic: true })
      else if (node.type === 'link') visit(node.children, { ...around, link: node.url })
    }
  }
  visit(children, { bold: false, italic: false, code: false, link: null })
  return tidy(runs)
}
