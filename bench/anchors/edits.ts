import { copyOf, isBlank, textOf, toParagraphs, type Character, type Paragraph } from './characters.ts'

/** A whole number from 0 to below `below`. */
export type Draw = (below: number) => number

/** What somebody did to a text before it came back as a file. */
export interface Edit {
  readonly name: string
  readonly apply: (paragraphs: readonly Paragraph[], draw: Draw) => readonly Paragraph[]
  /** The file has lines of so many columns; else each paragraph is one line. */
  readonly columns: number | null
}

/** One character in so many has a typo, or had one that was mended. */
const TYPO_IN = 60

/** After one character in so many a phrase was put in, and before one paragraph in so many another. */
const PHRASE_IN = 150
const PARAGRAPH_IN = 6

const MOVES = 3

/** One paragraph in so many was joined with the one before it; one sentence in so many begins a paragraph. */
const JOINED_IN = 4
const DIVIDED_IN = 12

const NEW_PARAGRAPH = '这是新的一段，说了别的话。Something else was said here.'

function typos(paragraphs: readonly Paragraph[], draw: Draw): Paragraph[] {
  return paragraphs.map((paragraph) =>
    paragraph.flatMap((character): Paragraph => {
      if (draw(TYPO_IN) > 0 || character.text.length > 1) return [character]
      const [other] = copyOf([pick(pick(paragraphs, draw), draw)])
      const instead: readonly Paragraph[] = [
        other === undefined ? [] : [other],
        [],
        other === undefined ? [character] : [character, other],
        [...copyOf([character]), character],
      ]
      return pick(instead, draw)
    }),
  )
}

/** Phrases of the text itself, so that they are of its kind, and here and there a paragraph. */
function insertions(paragraphs: readonly Paragraph[], draw: Draw): Paragraph[] {
  return paragraphs.flatMap((paragraph) => {
    const filled = paragraph.flatMap((character) => {
      if (draw(PHRASE_IN) > 0) return [character]
      const source = pick(paragraphs, draw)
      const start = draw(source.length)
      return [character, ...copyOf(source.slice(start, start + 2 + draw(20)))]
    })
    return draw(PARAGRAPH_IN) > 0 ? [filled] : [copyOf(toParagraphs([NEW_PARAGRAPH]).flat()), filled]
  })
}

function moves(paragraphs: readonly Paragraph[], draw: Draw): Paragraph[] {
  const order = [...paragraphs]
  for (let move = 0; move < MOVES; move += 1) {
    const taken = order.splice(draw(order.length), 1)
    order.splice(draw(order.length + 1), 0, ...taken)
  }
  return order
}

function paragraphsAnew(paragraphs: readonly Paragraph[], draw: Draw): Paragraph[] {
  const anew: Character[][] = []
  for (const paragraph of paragraphs) {
    const last = anew.at(-1)
    if (last !== undefined && draw(JOINED_IN) === 0) {
      // A reader would put the space there that the end of a line stood for.
      if (/\w[.!?]?$/u.test(textOf(last.slice(-2)))) last.push({ text: ' ', was: null })
      last.push(...paragraph)
      continue
    }
    let current: Character[] = []
    for (const character of paragraph) {
      current.push(character)
      if ('。.!?！？'.includes(character.text) && draw(DIVIDED_IN) === 0) {
        anew.push(current)
        current = []
      }
    }
    if (current.length > 0) anew.push(current)
  }
  return anew
}

const OTHER_WIDTH: Readonly<Record<string, string>> = {
  '，': ',',
  '。': '.',
  '；': ';',
  '：': ':',
  '（': '(',
  '）': ')',
  '“': '"',
  '”': '"',
}

function otherWidth(paragraphs: readonly Paragraph[]): Paragraph[] {
  return paragraphs.map((paragraph) =>
    paragraph.map(({ text, was }) => ({
      text: /\d/u.test(text) ? String.fromCharCode(text.charCodeAt(0) + 0xfee0) : (OTHER_WIDTH[text] ?? text),
      was,
    })),
  )
}

/** Lines of a file that was wrapped: Chinese is two columns wide and may be broken anywhere. */
const COLUMNS = 72

export const EDITS: readonly Edit[] = [
  { name: 'typos', apply: typos, columns: null },
  { name: 'insertions', apply: insertions, columns: null },
  { name: 'paragraph moves', apply: moves, columns: null },
  { name: 're-wrapped file', apply: paragraphsAnew, columns: COLUMNS },
  { name: 'half and full width', apply: otherWidth, columns: null },
  {
    name: 'all together',
    apply: (paragraphs, draw) =>
      otherWidth(paragraphsAnew(moves(insertions(typos(paragraphs, draw), draw), draw), draw)),
    columns: COLUMNS,
  },
]

/** The text of a file with these paragraphs. */
export function fileOf(paragraphs: readonly Paragraph[], columns: number | null): string {
  return paragraphs
    .map((paragraph) => (columns === null ? textOf(paragraph) : wrap(textOf(paragraph).trim(), columns)))
    .filter((text) => !isBlank(text))
    .join('\n\n')
}

function wrap(text: string, columns: number): string {
  const lines: string[] = []
  let [line, width] = ['', 0]
  // A Chinese character with the stops after it, a word, or white space.
  for (const [piece] of text.matchAll(/\p{Script=Han}[，。；：、！？）”」]*|[^\s\p{Script=Han}]+|\s+/gu)) {
    const length = Array.from(piece).reduce((sum, character) => sum + (character > '\u2e80' ? 2 : 1), 0)
    if (width + length > columns && line !== '') {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    if (line === '' && isBlank(piece)) continue
    line += piece
    width += length
  }
  return [...lines, line].join('\n')
}

function pick<Item>(items: readonly Item[], draw: Draw): Item {
  const item = items[draw(items.length)]
  if (item === undefined) throw new Error('nothing to choose from')
  return item
}
