import type { FigureData } from './figure-data.ts'
import { fitText, svg, textWidth, type Palette, type SvgNode } from './svg-node.ts'

const ROW = 26
const GAP = 2
const SIZE = 12
const INDENT = 14
const LONGEST_LABEL = 220
const LONGEST_HEAD = 130

export interface PlotWords {
  /** Of the whole picture. */
  readonly title: string
  readonly cell: (row: string, column: string, count: number) => string
  /** Beside a row that has highlights in one column only. */
  readonly only: (column: string) => string
}

/** Counts as shades, each with its number; an empty cell beside a lone full one is framed as a gap. */
export function heatMap({ rows, columns }: FigureData, words: PlotWords, palette: Palette): SvgNode {
  const labelWidth =
    12 +
    Math.min(
      LONGEST_LABEL,
      Math.max(40, ...rows.map((row) => row.depth * INDENT + textWidth(row.name, SIZE))),
    )
  const headWidth = Math.max(...columns.map(({ label }) => textWidth(label, SIZE)), 0)
  // Short heads stand upright over wide columns; long ones lean over narrow ones.
  const leans = headWidth > 84 && columns.length * (headWidth + 16) > 600
  const columnWidth = leans ? 44 : Math.max(56, headWidth + 16)
  const headHeight = leans ? 28 + Math.min(LONGEST_HEAD, headWidth) * 0.72 : 26
  const most = Math.max(1, ...rows.flatMap((row) => row.cells.map(({ count }) => count)))
  const right = labelWidth + columns.length * columnWidth
  const remarks = rows.map(({ only }) => (only === null ? '' : words.only(columns[only]?.label ?? '')))
  const width =
    right +
    (leans ? LONGEST_HEAD * 0.72 : 12) +
    Math.max(0, ...remarks.map((remark) => textWidth(remark, SIZE)))
  const height = headHeight + rows.length * ROW + 4

  const heads = columns.map(({ label }, index) => {
    const x = labelWidth + (index + 0.5) * columnWidth
    const y = headHeight - 8
    const shown = fitText(label, SIZE, leans ? LONGEST_HEAD : columnWidth - 4)
    return svg(
      'text',
      {
        x,
        y,
        fill: palette.ink2,
        'font-size': SIZE,
        'text-anchor': leans ? 'start' : 'middle',
        ...(leans ? { transform: `rotate(-45 ${x} ${y})` } : {}),
      },
      shown,
    )
  })
  const body = rows.flatMap((row, index): SvgNode[] => {
    const y = headHeight + index * ROW
    const middle = y + ROW / 2 + 4
    const x = row.depth * INDENT
    const label = svg(
      'text',
      { x, y: middle, fill: palette.ink, 'font-size': SIZE },
      fitText(row.name, SIZE, labelWidth - x - 8),
    )
    const cells = row.cells.map(({ count, href }, column) => {
      const left = labelWidth + column * columnWidth
      const box = { x: left + GAP / 2, y: y + GAP / 2, width: columnWidth - GAP, height: ROW - GAP, rx: 3 }
      if (count === 0) {
        const isGap = row.only !== null
        return svg('rect', {
          ...box,
          fill: 'none',
          stroke: isGap ? palette.gap : palette.line,
          'stroke-opacity': isGap ? 1 : 0.4,
          ...(isGap ? { 'stroke-dasharray': '3 3' } : {}),
        })
      }
      return svg(
        'a',
        { href, 'aria-label': words.cell(row.path, columns[column]?.label ?? '', count) },
        // Never darker than ink can be read on.
        svg('rect', {
          ...box,
          fill: palette.fill,
          'fill-opacity': round(0.08 + 0.37 * Math.sqrt(count / most)),
        }),
        svg(
          'text',
          {
            x: left + columnWidth / 2,
            y: middle,
            fill: palette.ink,
            'font-size': SIZE,
            'text-anchor': 'middle',
          },
          String(count),
        ),
      )
    })
    const remark = remarks[index] ?? ''
    const told = svg('text', { x: right + 10, y: middle, fill: palette.gap, 'font-size': SIZE }, remark)
    return [label, ...cells, ...(remark === '' ? [] : [told])]
  })
  return picture(width, height, words.title, palette, [...heads, ...body])
}

export function picture(
  width: number,
  height: number,
  title: string,
  palette: Palette,
  children: readonly SvgNode[],
): SvgNode {
  const size = { width: Math.ceil(width), height: Math.ceil(height) }
  const paper = palette.paper === null ? [] : [svg('rect', { ...size, fill: palette.paper })]
  return svg(
    'svg',
    { ...size, viewBox: `0 0 ${size.width} ${size.height}`, role: 'group', 'aria-label': title },
    ...paper,
    ...children,
  )
}

export function round(value: number): number {
  return Math.round(value * 100) / 100
}
