import { chosenBeads, type BeadChoice, type ChosenBead } from './bead-choice.ts'
import { beadParagraphs } from './bead-paragraphs.ts'
import { BITEXT_LABELS, confidenceLabel, statusLabel } from './bitext-labels.ts'
import type { BitextModel, BitextSide } from './bitext-model.ts'
import { docxStyles } from './docx-styles.ts'
import { eastAsianFont } from './east-asian-font.ts'
import { xmlText } from './escape-xml.ts'
import {
  coreProperties,
  documentRelationships,
  packageHead,
  XML_HEAD,
  type PackagePart,
} from './package-part.ts'

const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** Twentieths of a point: A4 on its side, and what is left of its width between the margins. */
const PAGE = { width: 16_838, height: 11_906, margin: 1_000 } as const
const COLUMNS = { number: 800, confidence: 1_450, status: 1_450, note: 2_600 } as const

/** A cell as the paragraphs in it. */
type Cell = readonly string[]

/**
 * The parts of a Word document (ECMA-376, WordprocessingML): title, then a table with a row a bead: number, left,
 * right, confidence, status, and notes where there are any. The bead's id is hidden text after its number. The
 * head of the table is repeated on every page. Throws `invalid_input` without beads.
 */
export function toDocx(model: BitextModel, choice: BeadChoice = 'all'): PackagePart[] {
  return [
    ...packageHead({ path: 'word/document.xml', type: `${TYPE}.document.main+xml` }, [
      { path: 'word/styles.xml', type: `${TYPE}.styles+xml` },
    ]),
    { path: 'word/document.xml', content: document(model, choice) },
    documentRelationships('word/_rels/document.xml.rels', [{ name: 'styles', target: 'styles.xml' }]),
    { path: 'word/styles.xml', content: docxStyles(model.left.language, model.right.language) },
    coreProperties(model.title, model.changedAt),
  ]
}

function document(model: BitextModel, choice: BeadChoice): string {
  const beads = chosenBeads(model, choice)
  const hasNotes = beads.some(({ bead }) => bead.note !== null)
  const widths = columnWidths(hasNotes)
  const head: Cell[] = [
    [paragraph('BitextHead', run(BITEXT_LABELS.number))],
    [paragraph('BitextHead', run(model.left.title))],
    [paragraph('BitextHead', run(model.right.title))],
    [paragraph('BitextHead', run(BITEXT_LABELS.confidence))],
    [paragraph('BitextHead', run(BITEXT_LABELS.status))],
    ...(hasNotes ? [[paragraph('BitextHead', run(BITEXT_LABELS.note))]] : []),
  ]
  const { width, height, margin } = PAGE
  return [
    `${XML_HEAD}<w:document xmlns:w="${MAIN}"><w:body>`,
    paragraph('Title', run(model.title)),
    '<w:tbl><w:tblPr><w:tblStyle w:val="BitextTable"/>',
    `<w:tblW w:w="${width - 2 * margin}" w:type="dxa"/><w:tblLayout w:type="fixed"/></w:tblPr>`,
    `<w:tblGrid>${widths.map((each) => `<w:gridCol w:w="${each}"/>`).join('')}</w:tblGrid>`,
    tableRow(head, widths, '<w:cantSplit/><w:tblHeader/>'),
    ...beads.map((chosen) => tableRow(beadCells(model, chosen, hasNotes), widths, '<w:cantSplit/>')),
    '</w:tbl><w:p/><w:sectPr>',
    `<w:pgSz w:w="${width}" w:h="${height}" w:orient="landscape"/>`,
    `<w:pgMar w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="500" w:footer="500" w:gutter="0"/>`,
    '</w:sectPr></w:body></w:document>',
  ].join('\n')
}

function columnWidths(hasNotes: boolean): number[] {
  const { number, confidence, status, note } = COLUMNS
  const rest = PAGE.width - 2 * PAGE.margin - number - confidence - status - (hasNotes ? note : 0)
  const half = Math.floor(rest / 2)
  return [number, half, rest - half, confidence, status, ...(hasNotes ? [note] : [])]
}

function beadCells(model: BitextModel, { bead, number }: ChosenBead, hasNotes: boolean): Cell[] {
  const id = bead.id === '' ? '' : run(bead.id, '<w:vanish/>')
  return [
    [paragraph('BitextFact', run(String(number)) + id)],
    sideCell('BitextLeft', model.left, bead.left),
    sideCell('BitextRight', model.right, bead.right),
    [paragraph('BitextFact', run(confidenceLabel(bead.confidence)))],
    [paragraph('BitextFact', run(statusLabel(bead)))],
    ...(hasNotes ? [[paragraph('BitextFact', run(bead.note ?? ''))]] : []),
  ]
}

function sideCell(style: string, side: BitextSide, range: readonly [number, number]): Cell {
  // So that quotation marks, which both scripts have, come in the East Asian width.
  const properties = eastAsianFont(side.language) === null ? '' : '<w:rFonts w:hint="eastAsia"/>'
  return beadParagraphs(side, range).paragraphs.map((text) => paragraph(style, run(text, properties)))
}

function tableRow(cells: readonly Cell[], widths: readonly number[], properties: string): string {
  const printed = cells.map(
    (paragraphs, index) =>
      `<w:tc><w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/></w:tcPr>` +
      // A cell ends with a paragraph, be it an empty one.
      `${paragraphs.length === 0 ? '<w:p/>' : paragraphs.join('')}</w:tc>`,
  )
  return `<w:tr><w:trPr>${properties}</w:trPr>${printed.join('')}</w:tr>`
}

function paragraph(style: string, runs: string): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr>${runs}</w:p>`
}

/** A text with its line ends and tabs as the elements Word has for them. */
function run(text: string, properties = ''): string {
  if (text === '') return ''
  const pieces = text.split(/(\r\n|[\n\r\t])/u).map((piece) => {
    if (piece === '\t') return '<w:tab/>'
    if (/^[\n\r]/u.test(piece)) return '<w:br/>'
    return piece === '' ? '' : `<w:t xml:space="preserve">${xmlText(piece)}</w:t>`
  })
  return `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}${pieces.join('')}</w:r>`
}
