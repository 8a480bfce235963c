import { describe, expect, it } from 'vitest'

import { parseDate } from '../../../src/core/formats/parse-date.ts'

describe('parseDate', () => {
  const dates: readonly (readonly [string, string])[] = [
    ['2025-05-23', '2025-05-23'],
    ['2025-5-3 Title', '2025-05-03'],
    ['2025/05/23', '2025-05-23'],
    ['2025.5.23', '2025-05-23'],
    ['2025-05', '2025-05'],
    ['2025年5月23日', '2025-05-23'],
    ['2025 年 5 月 23 日', '2025-05-23'],
    ['2025年5月', '2025-05'],
    ['二〇二五年五月二十三日', '2025-05-23'],
    ['二零二五年十月十日', '2025-10-10'],
    ['一九四九年十二月三十一日', '1949-12-31'],
    ['May 23, 2025', '2025-05-23'],
    ['Sept. 5, 2025', '2025-09-05'],
    ['june 1st, 2024', '2024-06-01'],
    ['23 May 2025', '2025-05-23'],
    ['March 2025', '2025-03'],
    ['2024-02-29', '2024-02-29'],
  ]
  for (const [text, iso] of dates) {
    it(`${text} → ${iso}`, () => expect(parseDate(text)?.iso).toBe(iso))
  }

  for (const text of [
    '2025-02-29',
    '2025-13-01',
    '2025-00-10',
    'July 25',
    '5月23日',
    '23',
    'May',
    '20250523',
    'x 2025-05-23',
    '',
  ]) {
    it(`${text || 'nothing'} is no date`, () => expect(parseDate(text)).toBeNull())
  }

  it('says how much of the text the date takes', () => {
    expect(parseDate('2025年5月23日，晴')?.length).toBe('2025年5月23日'.length)
    expect(parseDate('2025-05-232')).toBeNull()
  })
})
