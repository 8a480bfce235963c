import { describe, expect, it } from 'vitest'
import type { Route } from '../../../src/renderer/data/route-format.ts'
import { formatRoute, parseRoute } from '../../../src/renderer/data/route-format.ts'
import type { Id } from '../../../src/shared/domain/ids.ts'

const id = <Kind extends string>(value: string): Id<Kind> => value as Id<Kind>

const routes: readonly Route[] = [
  { name: 'library', view: 'all', tagId: null },
  { name: 'library', view: 'removed', tagId: null },
  { name: 'library', view: 'all', tagId: id('标签/一') },
  { name: 'reader', target: { kind: 'pair', pairId: id('p1') }, segmentId: null },
  { name: 'reader', target: { kind: 'pair', pairId: id('p1') }, segmentId: id('s 1') },
  { name: 'reader', target: { kind: 'article', articleId: id('a%2F') }, segmentId: null },
  { name: 'import', jobId: id('j1') },
  { name: 'export', scope: { kind: 'library' } },
  { name: 'export', scope: { kind: 'tag', tagId: id('t1') } },
]

describe('addresses', () => {
  it.each(routes.map((route) => [formatRoute(route), route] as const))(
    '%s leads back to its place',
    (address, route) => {
      expect(parseRoute(address)).toEqual(route)
    },
  )

  it.each([
    '',
    '#',
    '#/',
    '#/nowhere',
    '#/pair',
    '#/pair/',
    '#/import',
    '#/%E0%A4%A',
    '#/library/nonsense',
    '#token=abc',
  ])('takes %j for the library', (address) => {
    expect(parseRoute(address)).toEqual({ name: 'library', view: 'all', tagId: null })
  })
})
