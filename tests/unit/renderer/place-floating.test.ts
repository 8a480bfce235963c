import fc from 'fast-check'
import { expect, it } from 'vitest'
import { placeFloating } from '../../../src/renderer/features/annotating/place-floating.ts'

const FRAME = { left: 52, right: 700, top: 45, bottom: 570 }
const WINDOW = 600
const SHEET = { width: 300, height: 90 }

it('goes under what it is about, centred on it and within the frame', () => {
  const placed = placeFloating({ top: 100, bottom: 160, middle: 300 }, SHEET, FRAME, WINDOW)
  expect(placed).toEqual({ left: 150, top: 170, maxHeight: 422 })
  expect(placeFloating({ top: 100, bottom: 160, middle: 60 }, SHEET, FRAME, WINDOW).left).toBe(60)
  expect(placeFloating({ top: 100, bottom: 160, middle: 690 }, SHEET, FRAME, WINDOW).left).toBe(392)
})

it('goes over all of its lines where there is no room under them', () => {
  const { top } = placeFloating({ top: 420, bottom: 540, middle: 300 }, SHEET, FRAME, WINDOW)
  expect(top + SHEET.height).toBe(410)
})

it('grows no higher than the room beside it', () => {
  const sheet = { width: 300, height: 400 }
  expect(placeFloating({ top: 200, bottom: 300, middle: 300 }, sheet, FRAME, WINDOW)).toMatchObject({
    top: 310,
    maxHeight: 282,
  })
})

it('covers nothing of it as long as there is room for a line of it on either side', () => {
  const lines = fc
    .record({ top: fc.integer({ min: 45, max: 560 }), height: fc.integer({ min: 10, max: 380 }) })
    .map(({ top, height }) => ({ top, bottom: Math.min(570, top + height) }))
  const heights = fc.integer({ min: 40, max: 500 })
  fc.assert(
    fc.property(lines, heights, ({ top, bottom }, height) => {
      const placed = placeFloating({ top, bottom, middle: 300 }, { width: 300, height }, FRAME, WINDOW)
      const end = placed.top + Math.min(height, placed.maxHeight)
      expect(placed.top >= 0 && end <= WINDOW).toBe(true)
      if (Math.max(top, WINDOW - bottom) >= 96 + 18) expect(end <= top || placed.top >= bottom).toBe(true)
    }),
  )
})
