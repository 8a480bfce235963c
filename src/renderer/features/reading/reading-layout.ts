import type { Settings } from '../../../shared/contract/schemas/settings.ts'
import type { Side } from '../../../shared/domain/article.ts'

/** How the rows stand on the page; may differ from the wish where there is no room. */
export type ReadingLayout = Settings['readerMode']

/** Width of text below which two columns side by side are too narrow to read. */
export const FACING_MIN_WIDTH = 760
/** Width of the window up to which the side panel is a drawer. */
export const DRAWER_MAX_WIDTH = 900
/** Between the columns, and on either side of the rows. */
export const GUTTER = 48
export const ROW_INSET = 12
/** Least room on either side of the rows: a page has margins, a narrow one small ones. */
const PAGE_MARGIN = 40
const NARROW_MARGIN = 20

/** The layout for a wish and the room there is. An article alone is always single. */
export function layoutFor(wish: ReadingLayout, paired: boolean, width: number): ReadingLayout {
  if (!paired || wish === 'single') return 'single'
  return wish === 'facing' && width < FACING_MIN_WIDTH ? 'stacked' : wish
}

/** Width of a text column, as the style sheet will make it. */
export function columnWidth(layout: ReadingLayout, width: number, measure: number): number {
  const margin = width < 900 ? NARROW_MARGIN : PAGE_MARGIN
  const room = width - 2 * margin - 2 * ROW_INSET
  const column = layout === 'facing' ? (room - GUTTER) / 2 : room - (layout === 'stacked' ? GUTTER / 2 : 0)
  // One column alone may be a little wider: there is no other for the eye to stray into.
  const widest = layout === 'facing' ? measure : measure * 1.3
  return Math.max(160, Math.min(column, widest))
}

/** The order in which a pair's articles are shown. */
export function sideOrder(swapped: boolean): readonly [Side, Side] {
  return swapped ? ['right', 'left'] : ['left', 'right']
}

export function otherSide(side: Side): Side {
  return side === 'left' ? 'right' : 'left'
}
