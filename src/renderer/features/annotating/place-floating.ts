const GAP = 10
const MARGIN = 8
/** Less is of no use, even if what it points at has to be covered for it: that fills the window then. */
const LEAST = 96

/** What a floating sheet points at and must not cover, in px of the window. */
export interface FloatingAnchor {
  readonly top: number
  readonly bottom: number
  /** Where the sheet's own middle should be, from the left. */
  readonly middle: number
}

export interface Placement {
  readonly left: number
  readonly top: number
  /** The sheet scrolls inside where it is higher than this. */
  readonly maxHeight: number
}

/**
 * Where a sheet of a size goes: under its anchor where there is room within the frame, else over it, else on the side
 * with more room and as high as that. Never on the anchor.
 */
export function placeFloating(
  anchor: FloatingAnchor,
  size: { readonly width: number; readonly height: number },
  frame: Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>,
  windowHeight: number,
): Placement {
  const under = anchor.bottom + GAP
  const over = anchor.top - GAP
  const fitsUnder = under + size.height <= frame.bottom - MARGIN
  const fitsOver = over - size.height >= frame.top + MARGIN
  const below = windowHeight - MARGIN - under
  const above = over - MARGIN
  const goesUnder = fitsUnder || (!fitsOver && below >= above)
  const maxHeight = Math.max(goesUnder ? below : above, LEAST)
  const height = Math.min(size.height, maxHeight)
  const top = goesUnder ? Math.min(under, windowHeight - MARGIN - height) : Math.max(over - height, MARGIN)
  const rightmost = Math.max(frame.left + MARGIN, frame.right - MARGIN - size.width)
  const left = Math.min(Math.max(anchor.middle - size.width / 2, frame.left + MARGIN), rightmost)
  return { left: Math.round(left), top: Math.round(top), maxHeight: Math.floor(maxHeight) }
}
