import type { Color } from './highlight.ts'

/** The hues as the interface draws them (`--hue-n`), for formats that want a color in figures. */
export const COLOR_HEX: Readonly<Record<Color, string>> = {
  1: '#ffd400',
  2: '#ff6666',
  3: '#5fb236',
  4: '#2ea8e5',
  5: '#a28ae5',
  6: '#e56eee',
  7: '#f19837',
  8: '#aaaaaa',
}

/** Where the hues of ours end, in degrees, as they are called. */
const BANDS: readonly (readonly [end: number, color: Color])[] = [
  [16, 2],
  [42, 7],
  [70, 1],
  [160, 3],
  [245, 4],
  [285, 5],
  [330, 6],
  [360, 2],
]

/** Below this a color is grey: the share of its strongest channel by which the weakest is less. */
const GREY = 0.15

/** The one of our colors that `#rrggbb` or `#rgb` would be called; null for what is no color. */
export function colorOfHex(hex: string): Color | null {
  const digits = /^#([\da-f]{3}|[\da-f]{6})$/iu.exec(hex.trim())?.[1]
  if (digits === undefined) return null
  const full = digits.length === 3 ? digits.replace(/./gu, '$&$&') : digits
  const at = (index: number): number => Number.parseInt(full.slice(index, index + 2), 16)
  const [red, green, blue] = [at(0), at(2), at(4)]
  const strongest = Math.max(red, green, blue)
  const spread = strongest - Math.min(red, green, blue)
  if (spread <= GREY * strongest) return 8
  const sextant =
    strongest === red
      ? (green - blue) / spread
      : strongest === green
        ? 2 + (blue - red) / spread
        : 4 + (red - green) / spread
  const hue = (sextant * 60 + 360) % 360
  return BANDS.find(([end]) => hue < end)?.[1] ?? 2
}
