import { describe, expect, it } from 'vitest'
import {
  doubtGroups,
  doubtKey,
  doubtState,
  waitingCount,
} from '../../../src/renderer/features/revising/doubt-state.ts'
import { currentIn } from '../../../src/renderer/features/revising/review-state.ts'
import type { DoubtfulAnchor } from '../../../src/shared/contract/schemas/revision.ts'
import type { Id } from '../../../src/shared/domain/ids.ts'

function doubt(name: string, article: string, state: 'moved' | 'lost', was: string | null): DoubtfulAnchor {
  return {
    kind: 'highlight',
    id: name as Id<'highlight'>,
    spanId: `${name}s` as Id<'span'>,
    articleId: article as Id<'article'>,
    articleTitle: `《${article}》`,
    state,
    was,
    exact: '现在',
    prefix: '',
    suffix: '',
    parts: [],
  }
}

const moved = doubt('a', '一', 'moved', '原来')
const lost = doubt('b', '一', 'lost', '原来')
const detached = doubt('c', '一', 'lost', null)
const other = doubt('d', '二', 'moved', null)

describe('what is in doubt', () => {
  it('waits for a person, unless a person has detached it', () => {
    expect([moved, lost, detached, other].map(doubtState)).toEqual(['moved', 'lost', 'detached', 'moved'])
    expect(waitingCount([moved, lost, detached, other])).toBe(3)
  })

  it('is grouped by article, what was detached last', () => {
    const groups = doubtGroups([detached, moved, lost, other])
    expect(groups.map(({ title, doubts }) => [title, ...doubts.map(({ id }) => id)])).toEqual([
      ['《一》', 'a', 'b', 'c'],
      ['《二》', 'd'],
    ])
    expect(new Set([moved, lost, detached, other].map(doubtKey)).size).toBe(4)
  })

  it('hands the keys to the next when one is done', () => {
    const selected = new Set<string>()
    expect(currentIn(['x', 'y', 'z'], { current: 'y', place: 1, selected })).toBe('y')
    expect(currentIn(['x', 'z'], { current: 'y', place: 1, selected })).toBe('z')
    expect(currentIn(['x'], { current: 'y', place: 1, selected })).toBe('x')
    expect(currentIn([], { current: 'y', place: 1, selected })).toBeNull()
    expect(currentIn(['x', 'y'], { current: null, place: 0, selected })).toBe('x')
  })
})
