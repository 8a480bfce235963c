import { DuizhaoError } from '../../domain/error.ts'
import { chosenBeads, type BeadChoice } from './bead-choice.ts'
import { beadSideText } from './bead-side-text.ts'
import type { BitextModel } from './bitext-model.ts'
import { eastAsianFont } from './east-asian-font.ts'
import { xmlAttribute, xmlText } from './escape-xml.ts'
import {
  coreProperties,
  documentRelationships,
  packageHead,
  XML_HEAD,
  type PackagePart,
} from './package-part.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** What a cell holds at most, in UTF-16 code units (Excel specifications and limits). */
const MOST_IN_CELL = 32_767

/** Widths of the columns, in digits of the standard font. */
const WIDTHS = [12, 60, 60, 11, 18, 30] as const
/** Points. Excel's highest row is 409. */
const LINE_HEIGHT = 15
const HIGHEST_ROW = 409

/** Numbers of the cell formats in `stylesPart`. */
const FORMAT = { small: 1, head: 2, left: 3, right: 4, confidence: 5 } as const

/**
 * The parts of an Excel workbook (ECMA-376, SpreadsheetML): a row of names, then a row a bead: id, left, right,
 * confidence, status, note. Texts are typed as text, so that none is ever a formula; what XML cannot hold is
 * written `_xHHHH_` (ST_Xstring). Throws `too_large` for a text that fits no cell, `invalid_input` without beads.
 */
export function toXlsx(model: BitextModel, choice: BeadChoice = 'all'): PackagePart[] {
  return [
    ...packageHead({ path: 'xl/workbook.xml', type: `${TYPE}.sheet.main+xml` }, [
      { path: 'xl/worksheets/sheet1.xml', type: `${TYPE}.worksheet+xml` },
      { path: 'xl/styles.xml', type: `${TYPE}.styles+xml` },
    ]),
    {
      path: 'xl/workbook.xml',
      content:
        `${XML_HEAD}<workbook xmlns="${MAIN}"` +
        ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">' +
        '<sheets><sheet name="对照 Bitext" sheetId="1" r:id="rId1"/></sheets></workbook>',
    },
    documentRelationships('xl/_rels/workbook.xml.rels', [
      { name: 'worksheet', target: 'worksheets/sheet1.xml' },
      { name: 'styles', target: 'styles.xml' },
    ]),
    { path: 'xl/worksheets/sheet1.xml', content: sheet(model, choice) },
    stylesPart(model),
    coreProperties(model.title, model.changedAt),
  ]
}

function sheet(model: BitextModel, choice: BeadChoice): string {
  const names = ['id', model.left.language, model.right.language, 'confidence', 'status', 'note']
  const head = names.map((name, column) => textCell(column, 1, name, FORMAT.head))
  const rows = chosenBeads(model, choice).map(({ bead, number }, index) => {
    const at = index + 2
    const left = beadSideText(model.left, bead.left)?.text ?? ''
    const right = beadSideText(model.right, bead.right)?.text ?? ''
    const note = bead.note ?? ''
    // A text that is empty has its cell too, so that the id before it does not run over.
    const cells = [
      textCell(0, at, bead.id === '' ? String(number) : bead.id, FORMAT.small),
      textCell(1, at, left, FORMAT.left),
      textCell(2, at, right, FORMAT.right),
      bead.confidence === null
        ? ''
        : `<c r="${cellName(3, at)}" s="${FORMAT.confidence}"><v>${bead.confidence}</v></c>`,
      textCell(4, at, bead.unmatched ? `${bead.status} unmatched` : bead.status, FORMAT.small),
      note === '' ? '' : textCell(5, at, note, FORMAT.right),
    ]
    const lines = Math.max(
      lineCount(left, WIDTHS[1]),
      lineCount(right, WIDTHS[2]),
      lineCount(note, WIDTHS[5]),
    )
    const height = Math.min(HIGHEST_ROW, lines * LINE_HEIGHT)
    return `<row r="${at}" ht="${height}">${cells.join('')}</row>`
  })
  const widths = WIDTHS.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  )
  return [
    `${XML_HEAD}<worksheet xmlns="${MAIN}">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${cellName(5, rows.length + 1)}"/>`,
    '<sheetViews><sheetView workbookViewId="0">',
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join('')}</cols><sheetData>`,
    `<row r="1">${head.join('')}</row>`,
    ...rows,
    '</sheetData>',
    `<autoFilter ref="A1:${cellName(5, rows.length + 1)}"/>`,
    '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>',
    '</worksheet>',
  ].join('\n')
}

function textCell(column: number, row: number, text: string, format: number): string {
  const name = cellName(column, row)
  if (text.length > MOST_IN_CELL) {
    throw new DuizhaoError(
      'too_large',
      `Bead ${row - 1} holds ${text.length} characters, and a cell of a spreadsheet only ${MOST_IN_CELL}. Split the bead, or export as TSV or TMX.`,
      { bead: row - 1, most: MOST_IN_CELL },
    )
  }
  return `<c r="${name}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${sheetText(text)}</t></is></c>`
}

/** How many lines a text takes in a column, more or less: programs don't all find it out for themselves. */
function lineCount(text: string, width: number): number {
  return text.split('\n').reduce((count, line) => {
    const wide = line.match(/[\u2e80-\uffff]/gu)?.length ?? 0
    return count + Math.max(1, Math.ceil((line.length + wide) / (width - 2)))
  }, 0)
}

/** `A1`, `B1`, …; columns from 0, rows from 1. */
function cellName(column: number, row: number): string {
  return `${String.fromCharCode(0x41 + column)}${row}`
}

/** ST_Xstring: `_xHHHH_` is a code unit, so that a text that has such a thing in it gets its `_` written so. */
function sheetText(text: string): string {
  const escaped = text
    .toWellFormed()
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, '_x005F_')
    .replace(
      /(?![\t\n\u007f-\u009f])[\p{Cc}\ufffe\uffff]/gu,
      (character) => `_x${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`,
    )
  return xmlText(escaped)
}

function stylesPart(model: BitextModel): PackagePart {
  const [left, right] = [model.left, model.right].map(
    ({ language }) => eastAsianFont(language)?.name ?? 'Calibri',
  )
  const font = (name: string, size: number, more = ''): string =>
    `<font>${more}<sz val="${size}"/><name val="${xmlAttribute(name)}"/></font>`
  const format = (fontId: number, numberFormat: number, fill: number, wrap = true): string =>
    `<xf numFmtId="${numberFormat}" fontId="${fontId}" fillId="${fill}" borderId="0" xfId="0" applyNumberFormat="1"` +
    ` applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top"${wrap ? ' wrapText="1"' : ''}/></xf>`
  return {
    path: 'xl/styles.xml',
    content: [
      `${XML_HEAD}<styleSheet xmlns="${MAIN}">`,
      '<fonts count="5">',
      font('Calibri', 11),
      font('Calibri', 9),
      font('Calibri', 11, '<b/>'),
      font(left ?? 'Calibri', 11),
      font(right ?? 'Calibri', 11),
      '</fonts>',
      '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
      '<fill><patternFill patternType="solid"><fgColor rgb="FFEFEBE2"/></patternFill></fill></fills>',
      '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
      '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
      '<cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>',
      // 49: text. 2: two places after the point.
      format(1, 49, 0, false),
      format(2, 49, 2),
      format(3, 49, 0),
      format(4, 49, 0),
      format(1, 2, 0),
      '</cellXfs>',
      '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
      '</styleSheet>',
    ].join('\n'),
  }
}
