import { SaxesParser } from 'saxes'
import type { BitextSegment } from '../../../src/shared/export/bitext/bitext-model.ts'

/** An element as a parser that knows nothing of ours reads it. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** The root of a well-formed document; throws where it is not well-formed. */
export function parseXml(content: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser({ xmlns: false })
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('closetag', () => open.pop())
  parser.on('text', (text) => {
    const element = open.at(-1)
    if (element !== undefined) element.text += text
  })
  parser.write(content).close()
  return root
}

/** All elements of a name, in order. */
export function elements(root: Element, name: string): Element[] {
  return root.children.flatMap((child) => [...(child.name === name ? [child] : []), ...elements(child, name)])
}

/** The segments of a joined text by its record, as docs/formats.md describes it; [] for none. */
export function segmentsOf(text: string, record: string): BitextSegment[] {
  if (record === '') return []
  return record.split(' ').map((item) => {
    const [, opens, from, to, tail] = /^(p?)(\d+)-(\d+)(?:\+([\da-f.]+))?$/u.exec(item) ?? []
    const units = tail === undefined ? [] : tail.split('.').map((unit) => Number.parseInt(unit, 16))
    return {
      text: text.slice(Number(from), Number(to)) + String.fromCharCode(...units),
      opensBlock: opens === 'p',
    }
  })
}

/** Cells of our TSV. */
export function parseTsv(content: string): string[][] {
  return content
    .slice(0, -1)
    .split('\n')
    .map((line) =>
      line
        .split('\t')
        .map((cell) =>
          cell.replace(/\\(.)/gu, (_, sign: string) => ({ t: '\t', n: '\n', r: '\r' })[sign] ?? sign),
        ),
    )
}

/** Cells of a CSV (RFC 4180). */
export function parseCsv(content: string): string[][] {
  const rows: string[][] = []
  let row: string[] = []
  for (const [, quoted, plain, end] of content.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/gu)) {
    row.push(quoted?.replaceAll('""', '"') ?? plain ?? '')
    if (end === ',') continue
    rows.push(row)
    row = []
  }
  return rows
}
