import { NoteAutosave } from '../../../src/renderer/features/annotating/note/note-autosave.ts'
import { describe, expect, it, vi } from 'vitest'
import type { Annotation, Tag } from '../../../src/shared/contract/schemas/annotation.ts'
import type { ArticleId, HighlightId, SegmentId, SpanId, TagId } from '../../../src/shared/domain/ids.ts'
import { AnnotationBook } from '../../../src/renderer/features/annotating/annotation-book.ts'
import { filterAnnotations, NO_FILTER } from '../../../src/renderer/features/annotating/annotation-filter.ts'
import { paintsOn } from '../../../src/renderer/features/annotating/annotation-paint.ts'
import { tagChoices } from '../../../src/renderer/data/tag-choices.ts'

const LEFT = 'left' as ArticleId
const RIGHT = 'right' as ArticleId

interface Made {
  readonly id: string
  readonly segment?: string
  readonly start?: number
  readonly end?: number
  readonly article?: ArticleId
  readonly block?: number
  readonly color?: Annotation['color']
  readonly state?: Annotation['spans'][number]['state']
  readonly tags?: string[]
  readonly note?: string
}

function annotation(made: Made): Annotation {
  const { id, segment = 's', start = 0, end = 4, article = LEFT, block = 0, state = 'ok' } = made
  return {
    id: id as HighlightId,
    color: made.color ?? 1,
    spans: [
      {
        id: `${id}-span` as SpanId,
        role: 'primary',
        articleId: article,
        parts: [{ segmentId: segment as SegmentId, start, end }],
        exact: '字'.repeat(end - start),
        prefix: '',
        suffix: '',
        state,
        order: state === 'lost' ? null : [block, 0, start],
      },
    ],
    tagIds: (made.tags ?? []) as TagId[],
    note: made.note === undefined ? null : { id: 'n' as never, body: made.note, createdAt: 0, updatedAt: 0 },
    createdAt: 0,
    updatedAt: 0,
  }
}

const ids = (list: readonly Annotation[]): string[] => list.map(({ id }) => id)

describe('AnnotationBook', () => {
  it('lists both articles in the order they run side by side, lost ones last', () => {
    const book = new AnnotationBook({ [LEFT]: 10, [RIGHT]: 100 })
    book.replace([
      annotation({ id: 'lost', state: 'lost' }),
      annotation({ id: 'late', block: 9 }),
      annotation({ id: 'facing', article: RIGHT, block: 50, segment: 'r' }),
      annotation({ id: 'early', block: 1 }),
    ])
    expect(ids(book.ordered)).toEqual(['early', 'facing', 'late', 'lost'])
  })

  it('finds what lies at an offset, smallest first', () => {
    const book = new AnnotationBook({ [LEFT]: 1 })
    book.replace([
      annotation({ id: 'wide', start: 0, end: 9 }),
      annotation({ id: 'narrow', start: 2, end: 4 }),
    ])
    expect(book.at('s' as SegmentId, 3)).toEqual(['narrow', 'wide'])
    expect(book.at('s' as SegmentId, 4)).toEqual(['wide'])
    expect(book.touching('s' as SegmentId, 4, 9)).toEqual(['wide'])
  })

  it('tells which segments look different, and forgets what was moved', () => {
    const book = new AnnotationBook({ [LEFT]: 1 })
    expect([...book.put([annotation({ id: 'a', segment: 'one' })])]).toEqual(['one'])
    expect([...book.put([annotation({ id: 'a', segment: 'two' })])]).toEqual(['one', 'two'])
    expect(book.partsIn('one' as SegmentId)).toEqual([])
    expect(ids(book.ordered)).toEqual(['a'])
    expect([...book.drop(['a' as HighlightId])]).toEqual(['two'])
    expect(book.size).toBe(0)
  })

  it('adds to ten thousand', () => {
    const book = new AnnotationBook({ [LEFT]: 10_000 })
    book.replace(
      Array.from({ length: 10_000 }, (_, n) => annotation({ id: `h${n}`, segment: `s${n}`, block: n })),
    )
    for (let n = 0; n < 100; n += 1)
      book.put([annotation({ id: `new${n}`, segment: `s${n * 90}`, block: n * 90 })])
    expect(book.size).toBe(10_100)
  })

  it('paints a lost highlight nowhere and the active one twice', () => {
    const book = new AnnotationBook({ [LEFT]: 1 })
    book.replace([annotation({ id: 'a', color: 3 }), annotation({ id: 'gone', state: 'lost' })])
    expect(paintsOn(book, 'a' as HighlightId, 's' as SegmentId).map(({ name }) => name)).toEqual([
      'hl-3',
      'hl-active',
    ])
  })
})

describe('filterAnnotations', () => {
  const list = [
    annotation({ id: 'a', color: 1, tags: ['t1'], note: '媒体 Ｍirror' }),
    annotation({ id: 'b', color: 2, tags: ['t2'], article: RIGHT }),
  ]
  const path = (id: TagId): string => (id === 't2' ? '治理/安全' : '')

  it.each([
    [{ colors: new Set([2 as const]) }, ['b']],
    [{ tagIds: new Set(['t1' as TagId]) }, ['a']],
    [{ articleIds: new Set([RIGHT]) }, ['b']],
    [{ text: 'mirror' }, ['a']],
    [{ text: '安全' }, ['b']],
    [{ text: '安全', colors: new Set([1 as const]) }, []],
  ])('%o', (filter, found) => {
    expect(ids(filterAnnotations(list, { ...NO_FILTER, ...filter }, path))).toEqual(found)
  })
})

describe('tagChoices', () => {
  const tag = (path: string, lastUsedAt: number | null, count = 0): Tag => ({
    id: path as TagId,
    parentId: null,
    name: path.split('/').at(-1) ?? '',
    path,
    color: null,
    description: '',
    examples: '',
    count,
    totalCount: count,
    lastUsedAt,
  })
  const tags = [tag('治理', 1, 9), tag('治理/安全', 3), tag('安全', 2), tag('媒体', null)]
  const shown = (typed: string): string[] =>
    tagChoices(tags, new Set(), typed).map((choice) =>
      choice.kind === 'tag' ? choice.tag.path : `+${choice.path}`,
    )

  it('offers what was used last', () => {
    expect(shown('')).toEqual(['治理/安全', '安全', '治理', '媒体'])
  })

  it('offers an exact tag first, and to create what there is not', () => {
    expect(shown('安全')).toEqual(['安全', '治理/安全'])
    expect(shown(' 治理／信息 ')).toEqual(['+治理/信息'])
    expect(shown('/')).toEqual(shown(''))
  })
})

describe('NoteAutosave', () => {
  it('saves the newest text once, one save at a time', async () => {
    vi.useFakeTimers()
    const saved: string[] = []
    const autosave = new NoteAutosave('', '', (body) => {
      saved.push(body)
      return Promise.resolve()
    })
    for (const body of ['你', '你好', '你好啊']) {
      autosave.change(() => body)
      await vi.advanceTimersByTimeAsync(100)
    }
    // The first key is 300 ms ago: further keys don't put the save off.
    expect(saved).toEqual(['你好啊'])
    autosave.change(() => '你好啊！')
    await autosave.flush()
    expect([saved.at(-1), autosave.isBusy]).toEqual(['你好啊！', false])
    autosave.change(() => '你好啊！')
    await autosave.flush()
    expect(saved).toHaveLength(2)
    vi.useRealTimers()
  })

  it('saves nothing when nothing was typed, though the editor would spell the note otherwise', async () => {
    const saved: string[] = []
    const autosave = new NoteAutosave('* 一', '- 一', (body) => {
      saved.push(body)
      return Promise.resolve()
    })
    autosave.change(() => '- 一')
    expect(autosave.isBusy).toBe(false)
    await autosave.flush()
    expect(saved).toEqual([])
    autosave.change(() => '- 一二')
    await autosave.flush()
    expect(saved).toEqual(['- 一二'])
  })
})
