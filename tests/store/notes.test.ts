import { expect, test } from 'vitest'
import { createAnnotationsService } from '../../src/core/annotations/annotations.service.ts'
import { createArticlesService } from '../../src/core/articles/articles.service.ts'
import { createNotesService } from '../../src/core/notes/notes.service.ts'
import { createTagsService } from '../../src/core/tags/tags.service.ts'
import type { NoteTarget } from '../../src/shared/contract/schemas/note.ts'
import type { BeadId, NoteId } from '../../src/shared/domain/ids.ts'
import { dumpAll, openAlignedStore, segmentName } from '../fixtures/open-aligned-store.ts'

const TEXTS = {
  left: [['桥是给人走的。', '镜子也是𠮷😀。'], ['治理要靠大家。']],
  right: [['Bridges are for walking.', 'So are mirrors.'], ['Governance takes everyone.']],
}

function open() {
  const { store, articles, pairId } = openAlignedStore(TEXTS, [
    [1, 1],
    [1, 1],
    [1, 1],
  ])
  let time = 1_800_000_000_000
  const context = { store, now: () => (time += 1) }
  const annotations = createAnnotationsService(context)
  const highlight = annotations.create(
    {
      articleId: articles.left,
      startSegmentId: segmentName('left', 2),
      startOffset: 0,
      endSegmentId: segmentName('left', 2),
      endOffset: 2,
      exact: '镜子',
    },
    3,
    [],
    null,
  )
  return {
    store,
    articles,
    pairId,
    highlight,
    annotations,
    notes: createNotesService(context),
    tags: createTagsService(context),
    library: createArticlesService(context),
    links: (): unknown[] =>
      store.read.all('SELECT target_kind AS kind, target_id AS id FROM note_links ORDER BY 1, 2'),
  }
}

test('a note on each kind of thing, told with what it is on', () => {
  const { notes, articles, highlight, pairId } = open()
  const bead = 'b3' as BeadId
  const targets: NoteTarget[] = [
    { kind: 'highlight', highlightId: highlight.id },
    { kind: 'bead', beadId: bead },
    { kind: 'article', articleId: articles.right },
    { kind: 'free' },
  ]
  const saved = targets.map((target, index) => notes.save(target, `# 记${index}\n\n**真**，她`, 's', null))
  expect(saved.map((note) => note?.on)).toEqual([
    expect.objectContaining({
      kind: 'highlight',
      quote: '镜子',
      color: 3,
      segmentId: segmentName('left', 2),
    }),
    expect.objectContaining({ kind: 'bead', number: 3, quote: '治理要靠大家。', pairId }),
    expect.objectContaining({ kind: 'article', title: 'Bridge', target: { kind: 'pair', pairId } }),
    { kind: 'free' },
  ])
  expect(saved[3]?.excerpt).toBe('记3 真，她')
  for (const [index, target] of targets.entries()) {
    const expected = target.kind === 'free' ? [] : [saved[index]]
    expect(notes.get(target)).toEqual(expected)
    expect(notes.get({ kind: 'note', noteId: saved[index]?.id ?? ('' as NoteId) })).toEqual([saved[index]])
  }
  expect(notes.onBeads(pairId)).toEqual([bead])

  const all = { kinds: [], text: '', linksTo: null } as const
  expect(notes.list(all, 0, 10)).toMatchObject({
    total: 4,
    rows: saved.toReversed().map((n) => ({ id: n?.id })),
  })
  const found = (filter: Partial<Parameters<typeof notes.list>[0]>) =>
    notes.list({ ...all, ...filter }, 0, 10).rows.map(({ on }) => on.kind)
  expect(found({ kinds: ['bead', 'free'] })).toEqual(['free', 'bead'])
  expect(found({ text: '记1' })).toEqual(['bead'])
  expect(found({ text: '镜子' })).toEqual(['highlight'])
  expect(found({ text: 'bridge' })).toEqual(['article'])
  expect(found({ text: '%' })).toEqual([])
})

test('links are kept with each save, also when undo and redo replay', () => {
  const { notes, store, articles, highlight, links, tags } = open()
  const tag = tags.create('治理/安全', { color: null }, null)
  const body = `见[桥](duizhao://article/${articles.left})、[镜子](<duizhao://highlight/${highlight.id}>)。\`[x](duizhao://tag/no)\``
  const free = notes.save({ kind: 'free' }, body, 's1', null)
  const first = links()
  expect(first).toEqual([
    { kind: 'article', id: articles.left },
    { kind: 'highlight', id: highlight.id },
  ])
  const target: NoteTarget = { kind: 'note', noteId: free?.id ?? ('' as NoteId) }
  notes.save(target, `[治理](duizhao://tag/${tag.id}) [桥](duizhao://article/${articles.left})`, 's2', null)
  const second = links()
  expect(second).toEqual([
    { kind: 'article', id: articles.left },
    { kind: 'tag', id: tag.id },
  ])
  expect(notes.backlinks({ kind: 'tag', id: tag.id }).map(({ id }) => id)).toEqual([free?.id])
  expect(notes.backlinks({ kind: 'highlight', id: highlight.id })).toEqual([])

  store.undo(null)
  expect(links()).toEqual(first)
  store.undo(null)
  expect(links()).toEqual([])
  store.redo(null)
  expect(links()).toEqual(first)
  store.redo(null)
  expect(links()).toEqual(second)

  const before = dumpAll(store)
  notes.remove([free?.id ?? ('' as NoteId)], null)
  expect(links()).toEqual([])
  store.undo(null)
  expect(dumpAll(store)).toBe(before)
})

test('what is gone leaves the note as it was, and its place says so until it comes back', () => {
  const { notes, store, articles, highlight, annotations, library, tags } = open()
  const tag = tags.create('译法', { color: null }, null)
  const note = notes.save(
    { kind: 'free' },
    `[镜](duizhao://highlight/${highlight.id}) [桥](duizhao://article/${articles.left})`,
    's',
    null,
  )
  const asked = [
    { kind: 'highlight', id: highlight.id },
    { kind: 'article', id: articles.left },
    { kind: 'tag', id: tag.id },
    { kind: 'term', id: 'nothing' },
    { kind: 'note', id: note?.id ?? '' },
  ] as const
  const labels = () => notes.places(asked).map(({ label }) => label)
  expect(labels()).toEqual(['镜子', '桥', '译法', null, '镜 桥'])
  annotations.remove([highlight.id], null)
  library.remove([articles.left], null)
  expect(labels()).toEqual([null, null, '译法', null, '镜 桥'])
  expect(notes.get({ kind: 'note', noteId: note?.id ?? ('' as NoteId) })[0]?.body).toBe(note?.body)
  expect(notes.backlinks({ kind: 'highlight', id: highlight.id })).toHaveLength(1)
  store.undo(null)
  store.undo(null)
  expect(labels()).toEqual(['镜子', '桥', '译法', null, '镜 桥'])
})

test('one stay in the editor is one step, whatever the note is on', () => {
  const { notes, store } = open()
  const steps = (): number => store.history(100).length
  const start = steps()
  const free = notes.save({ kind: 'free' }, '一', 's1', null)
  const target: NoteTarget = { kind: 'note', noteId: free?.id ?? ('' as NoteId) }
  notes.save(target, '一二', 's1', null)
  expect(steps()).toBe(start + 1)
  notes.save({ kind: 'bead', beadId: 'b1' as BeadId }, '三', 's2', null)
  const [bead] = notes.get({ kind: 'bead', beadId: 'b1' as BeadId })
  notes.save({ kind: 'note', noteId: bead?.id ?? ('' as NoteId) }, '三四', 's2', null)
  expect(steps()).toBe(start + 2)
  // Emptied, it is gone; and what was made and unmade in one stay is no step at all.
  expect(notes.save(target, ' \n', 's3', null)).toBeNull()
  expect(notes.save({ kind: 'bead', beadId: 'b1' as BeadId }, '', 's2', null)).toBeNull()
  expect(store.history(100).map(({ label }) => label.kind)).toContain('note.remove')
  expect(() => notes.save(target, '五', 's3', null)).toThrow(/no such note/u)
})

test('what `[[` offers: some of each kind, by any part of the name', () => {
  const { notes, tags, highlight, articles } = open()
  const tag = tags.create('桥梁', { color: null }, null)
  notes.save({ kind: 'free' }, '**桥**与镜', 's', null)
  const kinds = (query: string): string[] =>
    notes.linkTargets(query, 10).map(({ kind, label }) => `${kind} ${label}`)
  expect(kinds('桥')).toEqual(['article 桥', 'tag 桥梁', 'note 桥与镜'])
  expect(kinds('镜')).toEqual(['note 桥与镜', 'highlight 镜子'])
  expect(kinds('bRIDGE')).toEqual(['article Bridge'])
  expect(kinds('%')).toEqual([])
  const all = notes.linkTargets('', 10).map(({ id }) => id)
  expect(all).toEqual(expect.arrayContaining([tag.id, highlight.id, articles.left, articles.right]))
})
