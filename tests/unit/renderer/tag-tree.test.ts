import { describe, expect, it } from 'vitest'
import { inTreeOrder, tagsBelow } from '../../../src/renderer/features/library/tag-tree.ts'
import type { Tag } from '../../../src/shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../src/shared/domain/ids.ts'

function tag(path: string): Tag {
  const names = path.split('/')
  return {
    id: path as TagId,
    parentId: names.length === 1 ? null : (names.slice(0, -1).join('/') as TagId),
    name: names.at(-1) ?? '',
    path,
    color: null,
    description: '',
    examples: '',
    count: 0,
    totalCount: 0,
    lastUsedAt: null,
  }
}

const tags = ['译法', '治理/安全/边境', '治理', '治理/信息', '治理/安全'].map(tag)
const collator = new Intl.Collator('zh-CN')

describe('the tree of tags', () => {
  it('puts parents before their children and siblings by name', () => {
    expect(inTreeOrder(tags, collator).map(({ tag: { path }, depth }) => `${depth} ${path}`)).toEqual([
      '0 译法',
      '0 治理',
      '1 治理/安全',
      '2 治理/安全/边境',
      '1 治理/信息',
    ])
  })

  it('knows what lies below a tag, all the way down', () => {
    expect(tagsBelow(tags, '治理' as TagId).map(({ path }) => path)).toEqual([
      '治理/信息',
      '治理/安全',
      '治理/安全/边境',
    ])
  })
})
