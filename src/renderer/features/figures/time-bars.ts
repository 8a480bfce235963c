import type { FigureData } from './figure-data.ts'
import { picture, round, type PlotWords } from './heat-map.ts'
import { fitText, svg, textWidth, type Palette, type SvgNode } from './svg-node.ts'

const ROW = 46
const BAR_ROOM = 30
const SIZE = 12
const LONGEST_LABEL = 220

/** One line of bars for each tag along the same time, all to one scale. */
export function timeBars({ rows, columns }: FigureData, words: PlotWords, palette: Palette): SvgNode {
  const labelWidth =
    16 +
    Math.min(LONGEST_LABEL, Math.max(40, ...rows.map((row) => row.depth * 14 + textWidth(row.name, SIZE))))
  const step = Math.max(16, Math.min(56, 720 / Math.max(1, columns.length)))
  const most = Math.max(1, ...rows.flatMap((row) => row.cells.map(({ count }) => count)))
  const right = labelWidth + columns.length * step
  const bottom = 6 + rows.length * ROW
  const widest = Math.max(0, ...columns.map(({ label }) => textWidth(label, SIZE))) + 10
  const every = Math.max(1, Math.ceil(widest / step))

  const lines = rows.flatMap((row, index): SvgNode[] => {
    const base = 6 + index * ROW + ROW - 8
    const x = row.depth * 14
    return [
      svg(
        'text',
        { x, y: base, fill: palette.ink, 'font-size': SIZE },
        fitText(row.name, SIZE, labelWidth - x - 12),
      ),
      svg('line', { x1: labelWidth, y1: base, x2: right, y2: base, stroke: palette.line }),
      ...row.cells.flatMap(({ count, href }, column): SvgNode[] => {
        if (count === 0) return []
        const height = Math.max(2, round((count / most) * BAR_ROOM))
        const left = labelWidth + column * step
        return [
          svg(
            'a',
            { href, 'aria-label': words.cell(row.path, columns[column]?.label ?? '', count) },
            // The whole height takes the pointer: a low bar is hard to hit.
            svg('rect', {
              x: left,
              y: base - BAR_ROOM,
              width: step,
              height: BAR_ROOM,
              fill: palette.fill,
              'fill-opacity': 0,
            }),
            svg('rect', {
              x: left + 2,
              y: base - height,
              width: step - 4,
              height,
              rx: 1.5,
              fill: palette.fill,
              'fill-opacity': 0.75,
            }),
            svg('title', {}, words.cell(row.path, columns[column]?.label ?? '', count)),
          ),
        ]
      }),
    ]
  })
  const axis = columns.flatMap(({ label }, index): SvgNode[] =>
    index % every === 0
      ? [
          svg(
            'text',
            { x: labelWidth + index * step, y: bottom + 12, fill: palette.ink2, 'font-size': SIZE },
            label,
          ),
        ]
      : [],
  )
  return picture(right + widest, bottom + 22, words.title, palette, [...lines, ...axis])
}
