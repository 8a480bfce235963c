import { describe, expect, it } from 'vitest'
import { changesOf, draftOf, problemsOf } from '../../../src/renderer/data/metadata-draft.ts'

const metadata = {
  title: '桥与镜子',
  language: 'zh-Hans',
  kind: 'news',
  date: '2025-05-23',
  place: null,
  source: '临江日报',
  author: null,
} as const

describe('metadata being typed', () => {
  it('changes nothing while nothing was typed', () => {
    expect(changesOf(metadata, draftOf(metadata))).toEqual({})
  })

  it('turns emptied fields into what is not known, and trims', () => {
    const draft = { ...draftOf(metadata), source: '  ', place: ' 乌鲁木齐 ' }
    expect(changesOf(metadata, draft)).toEqual({ source: null, place: '乌鲁木齐' })
  })

  it.each(['', '2025', '2025-05', '2025-05-23', ' 2025 '])('takes %j for a date', (date) => {
    expect(problemsOf({ ...draftOf(metadata), date })).toEqual({})
  })

  it.each(['25', '2025-13', '2025/05/23', '昨天'])('does not take %j for a date', (date) => {
    expect(problemsOf({ ...draftOf(metadata), date })).toEqual({ date: 'dateInvalid' })
  })

  it('wants a title', () => {
    expect(problemsOf({ ...draftOf(metadata), title: ' ' })).toEqual({ title: 'titleMissing' })
  })
})
