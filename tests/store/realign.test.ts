import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ApiError } from '../../src/shared/contract/client.ts'
import type { Row } from '../../src/shared/contract/schemas/reader.ts'
import type { ArticleId, BeadId, PairId } from '../../src/shared/domain/ids.ts'
import { createAlignmentService } from '../../src/core/alignment/alignment.service.ts'
import { readKnownEvidence } from '../../src/core/alignment/known-evidence.repo.ts'
import { createJobRunner } from '../../src/core/jobs/job-runner.ts'
import { openStore } from '../../src/core/store/store.ts'
import { ALL_MIGRATIONS } from '../../src/core/store/migrations/all-migrations.ts'
import { dumpAll, openAlignedStore } from '../fixtures/open-aligned-store.ts'
import { openTestCore, type TestCore } from '../fixtures/open-test-core.ts'

const ZH = [
  '桥是给人走的。镜子是给人看的。𠮷祥照相馆在2025年开门。',
  '治理要靠大家。大家要靠桥。一个人走不远。',
  '最后他笑了😀。他说桥就是镜子。没有人回答。',
]
const EN = [
  'Bridges are for walking. Mirrors are for looking. The Jixiang photo shop opened in 2025.',
  'Governance takes everyone. Everyone needs the bridge. Nobody gets far alone.',
  'In the end he smiled 😀. He said the bridge was the mirror. Nobody answered.',
]

interface Aligned extends TestCore {
  readonly left: ArticleId
  readonly right: ArticleId
  readonly pairId: PairId
  rows(): Promise<Row[]>
  align(): Promise<string>
}

async function openAligned(zh = ZH, en = EN): Promise<Aligned> {
  const library = await openTestCore()
  const [left, right] = await library.importTexts([
    { name: 'zh.txt', text: `桥与镜子\n\n${zh.join('\n\n')}` },
    { name: 'en.txt', text: `A Bridge and a Mirror\n\n${en.join('\n\n')}` },
  ])
  if (left === undefined || right === undefined) throw new Error('not imported')
  const { id: pairId } = await library.api.pairs.create({
    leftArticleId: left,
    rightArticleId: right,
    kind: 'parallel',
  })
  const align = async (): Promise<string> => {
    const { jobId } = await library.api.alignment.start({ pairId })
    const job = await library.settled(jobId)
    return job.error?.code ?? job.state
  }
  expect(await align()).toBe('done')
  const rows = () => library.api.reader.rows({ target: { kind: 'pair', pairId }, from: 0, limit: 1000 })
  return { ...library, left, right, pairId, rows, align }
}

const shapeOf = (row: Row) => ({
  left: row.left.flatMap((run) => run.segments.map((segment) => segment.id)),
  right: row.right.flatMap((run) => run.segments.map((segment) => segment.id)),
})

function beadOf(rows: readonly Row[], index: number): NonNullable<Row['bead']> {
  const bead = rows[index]?.bead
  if (bead === undefined || bead === null) throw new Error('a bead expected')
  return bead
}

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work
  } catch (error) {
    if (error instanceof ApiError) return error.code
    throw error
  }
  return 'no error'
}

describe('aligning again', () => {
  it('leaves verified beads their rows, marks and notes, whatever they hold, and works between them', async () => {
    const library = await openAligned()
    const { api, pairId } = library
    const edit = (operation: Parameters<typeof api.alignment.edit>[0]['operation']) =>
      api.alignment.edit({ pairId, operation })
    // A person says what no aligner would: a bead of four, and one that stands alone.
    const first = beadOf(await library.rows(), 2)
    await edit({ kind: 'merge-next', beadId: first.id })
    const second = beadOf(await library.rows(), 5)
    await edit({ kind: 'unmatch', beadId: second.id })
    await edit({ kind: 'insert', beadId: second.id })
    await api.alignment.review({ pairId, beadId: second.id, review: true })
    await api.alignment.verify({
      pairId,
      choice: { kind: 'beads', beadIds: [first.id, second.id] },
      verified: true,
    })
    const before = await library.rows()
    const wasSame = before.filter((row) => row.bead?.status === 'auto' && shapeOf(row).left.length === 1)

    expect(await library.align()).toBe('done')
    const after = await library.rows()
    const find = (id: BeadId) => after.find((row) => row.bead?.id === id)
    for (const row of before.filter(({ bead }) => bead?.status === 'verified')) {
      const { number: _before, ...bead } = row.bead ?? { number: 0 }
      const now = find((bead as { id: BeadId }).id)
      const { number: _after, ...nowBead } = now?.bead ?? { number: 0 }
      expect(nowBead).toEqual(bead)
      expect(shapeOf(now ?? row)).toEqual(shapeOf(row))
    }
    // Those that come out as they were are the same beads; empty ones are gone.
    const kept = wasSame.filter((row) => row.bead !== null && find(row.bead.id) !== undefined)
    expect(kept.length).toBeGreaterThan(2)
    expect(after.every((row) => row.left.length + row.right.length > 0)).toBe(true)
    for (const side of ['left', 'right'] as const) {
      expect(after.flatMap((row) => shapeOf(row)[side])).toEqual(before.flatMap((row) => shapeOf(row)[side]))
    }

    await api.history.undo({})
    expect(await library.rows()).toEqual(before)
    await api.history.redo({})
    expect(await library.rows()).toEqual(after)
    expect(await api.library.check({})).toEqual({ ok: true, problems: [] })
    expect(library.log).toEqual([])
  })

  it('never changes what is verified, made by hand or marked, whatever a person did before', async () => {
    const library = await openAligned()
    const { api, pairId } = library
    const { length } = await library.rows()
    const place = fc.nat(length + 3)
    const change = fc.tuple(
      fc.constantFrom('merge-next', 'unmatch', 'insert', 'pull', 'push', 'shift'),
      place,
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(change, { maxLength: 6 }),
        fc.array(place, { maxLength: 6 }),
        async (changes, marks) => {
          const start = await library.rows()
          for (const [kind, at] of changes) {
            const beadId = beadOf(await library.rows(), Math.min(at, (await library.rows()).length - 1)).id
            const operation =
              kind === 'pull' || kind === 'push' || kind === 'shift'
                ? { kind, beadId, side: 'left' as const }
                : { kind, beadId }
            await codeOf(api.alignment.edit({ pairId, operation }))
          }
          const rows = await library.rows()
          const beadIds = marks.map((at) => beadOf(rows, Math.min(at, rows.length - 1)).id)
          if (beadIds.length > 0) {
            await api.alignment.verify({ pairId, choice: { kind: 'beads', beadIds }, verified: true })
          }
          const fixed = async () =>
            (await library.rows())
              .filter(({ bead, left: l, right: r }) => {
                const isSaid = bead?.byHand === true || bead?.unmatched === true
                return bead?.status === 'verified' || (isSaid && l.length + r.length > 0)
              })
              .map((row) => [{ ...row.bead, number: 0 }, shapeOf(row)])
          const before = await fixed()
          expect(await library.align()).toBe('done')
          expect(await fixed()).toEqual(before)
          // Back to the beginning, whatever it took.
          while (JSON.stringify(await library.rows()) !== JSON.stringify(start)) {
            expect((await api.history.undo({})).undone).not.toBeNull()
          }
        },
      ),
      { numRuns: 25 },
    )
    expect(library.log).toEqual([])
  }, 60_000)

  it('mends what a push only moved along, and keeps the gap it was about', async () => {
    const library = await openAligned()
    const { api, pairId } = library
    const before = await library.rows()
    const at = 2
    await api.alignment.edit({
      pairId,
      operation: { kind: 'push', beadId: beadOf(before, at).id, side: 'right' },
    })
    const pushed = await library.rows()
    expect(pushed.filter(({ bead }) => bead?.byHand)).toHaveLength(2)
    // Nobody spoke for what moved along: it is uncertain, and the aligner's to mend.
    expect(pushed.filter(({ bead }) => bead?.confidence === null && !bead.byHand).length).toBeGreaterThan(2)
    expect(await library.align()).toBe('done')
    const after = await library.rows()
    expect(after.slice(at, at + 2).map(shapeOf)).toEqual(pushed.slice(at, at + 2).map(shapeOf))
    // From the second row beyond on it is as before.
    expect(after.slice(-3).map(shapeOf)).toEqual(before.slice(-3).map(shapeOf))
  })

  it('changes nothing when all is verified, or nothing has changed', async () => {
    const library = await openAligned()
    const before = await library.rows()
    expect(await library.align()).toBe('done')
    expect(await library.rows()).toEqual(before)
    const { count } = await library.api.alignment.verify({
      pairId: library.pairId,
      choice: { kind: 'all' },
      verified: true,
    })
    expect(count).toBe(before.length)
    const verified = await library.rows()
    expect(await library.align()).toBe('done')
    expect(await library.rows()).toEqual(verified)
  })

  it('keeps the sentences of a locked side apart, and takes no ladder that joins them', async () => {
    const library = await openAligned(
      ['桥是给人走的。镜子是给人看的。'],
      ['Bridges are for walking, mirrors for looking.'],
    )
    const { api, pairId } = library
    const lefts = async () => (await library.rows()).map((row) => shapeOf(row).left.length)
    expect(await lefts()).toEqual([1, 2])
    await api.alignment.lock({ pairId, side: 'left' })
    expect(await library.align()).toBe('done')
    expect(Math.max(...(await lefts()))).toBe(1)
    const joined = { pairId, ladder: '0\t0\n1\t1\n3\t2\n' }
    expect(await codeOf(api.alignment.applyLadder(joined))).toBe('conflict')
    await api.alignment.lock({ pairId, side: null })
    expect(await api.alignment.applyLadder(joined)).toEqual({ beadCount: 2 })
  })

  it('is refused when text or a verified bead was changed meanwhile, and for a side without text', async () => {
    const library = await openAligned()
    const { api, pairId } = library
    const [row] = await library.rows()
    const meanwhile = async (change: () => Promise<unknown>) => {
      const { jobId } = await api.alignment.start({ pairId })
      await change()
      return (await library.settled(jobId)).error?.code
    }
    const segment = row?.left[0]?.segments[0]
    if (row?.bead === undefined || row.bead === null || segment === undefined)
      throw new Error('a row expected')
    const { id } = row.bead
    expect(
      await meanwhile(() =>
        api.articles.editSegment({ segmentId: segment.id, expected: segment.text, text: '桥和镜子' }),
      ),
    ).toBe('conflict')
    expect(
      await meanwhile(() =>
        api.alignment.verify({ pairId, choice: { kind: 'beads', beadIds: [id] }, verified: true }),
      ),
    ).toBe('conflict')
    // What is changed and not verified may be replaced: that is what aligning is for.
    expect(
      await meanwhile(() => api.alignment.edit({ pairId, operation: { kind: 'insert', beadId: id } })),
    ).toBeUndefined()
  })

  it('takes a ladder for the same segments, unless it parts what is verified', async () => {
    const library = await openAligned()
    const { api, pairId } = library
    const rows = await library.rows()
    const count = (side: 'left' | 'right') => rows.flatMap((row) => shapeOf(row)[side]).length
    const ladder = `0\t0\t1\n1\t1\t0.5\n${count('left')}\t${count('right')}\t0\n`
    await api.alignment.verify({
      pairId,
      choice: { kind: 'beads', beadIds: [beadOf(rows, 0).id] },
      verified: true,
    })
    expect(await api.alignment.applyLadder({ pairId, ladder })).toEqual({ beadCount: 2 })
    const after = await library.rows()
    expect(after.map((row) => row.bead?.status)).toEqual(['verified', 'auto'])
    expect(beadOf(after, 0).id).toBe(beadOf(rows, 0).id)
    const other = `${count('left')}\t${count('right')}\n`
    expect(await codeOf(api.alignment.applyLadder({ pairId, ladder: other }))).toBe('conflict')
    expect(await codeOf(api.alignment.applyLadder({ pairId, ladder: '1\t99999' }))).toBe('invalid_input')
    expect(await library.rows()).toEqual(after)
    await api.history.undo({})
    await api.history.undo({})
    expect(await library.rows()).toEqual(rows)
  })

  it('moves the notes of beads that go, so that none is lost', async () => {
    const library = await openAligned()
    const { libraryPath, core } = library
    const rows = await library.rows()
    const { length } = rows
    await core.close()
    const store = openStore({
      folder: libraryPath,
      migrations: ALL_MIGRATIONS,
      onChanged: () => undefined,
      now: () => 1,
    })
    store.write({ label: null, scope: '', origin: null }, (db) => {
      for (const [index, row] of rows.entries()) {
        db.run('INSERT INTO notes (id, body, bead_id, created_at, updated_at) VALUES (?, ?, ?, 1, 1)', [
          `n${index}`,
          'x',
          row.bead?.id ?? null,
        ])
      }
    })
    const before = dumpAll(store)
    store.close()
    const again = await openTestCore(libraryPath)
    const { pairId } = library
    const counts = rows.map(shapeOf)
    const total = (side: 'left' | 'right') => counts.flatMap((shape) => shape[side]).length
    await again.api.alignment.applyLadder({ pairId, ladder: `${total('left')}\t${total('right')}` })
    const [only] = await again.api.reader.rows({ target: { kind: 'pair', pairId }, from: 0, limit: 9 })
    await again.core.close()
    const last = openStore({
      folder: libraryPath,
      migrations: ALL_MIGRATIONS,
      onChanged: () => undefined,
      now: () => 1,
    })
    expect(last.read.value('SELECT count(*) FROM notes WHERE bead_id = ?', [only?.bead?.id ?? ''])).toBe(
      length,
    )
    last.undo(null)
    expect(dumpAll(last)).toBe(before)
    last.close()
  })
})

describe('odd pairs', () => {
  it('are aligned: one language on both sides, one side many times longer', async () => {
    const library = await openAligned()
    const [short] = await library.importTexts([{ name: 'one.txt', text: '只有一句。' }])
    if (short === undefined) throw new Error('not imported')
    const { id: pairId } = await library.api.pairs.create({
      leftArticleId: library.left,
      rightArticleId: short,
      kind: 'parallel',
    })
    const { jobId } = await library.api.alignment.start({ pairId })
    expect((await library.settled(jobId)).state).toBe('done')
  })

  it('are named when a side has no text, and nothing is begun', () => {
    const { store, pairId } = openAlignedStore({ left: [['桥。']], right: [] }, [[1, 0]])
    const context = { store, now: () => 1 }
    const jobs = createJobRunner({ now: () => 1, publish: () => undefined, toError: String as never })
    const alignment = createAlignmentService(context, jobs, {} as never)
    expect(() => alignment.start(pairId, null)).toThrow(/“Bridge” has no text/u)
    expect(jobs.list()).toEqual([])
    store.close()
  })
})

describe('what the library knows of two languages', () => {
  it('is its verified beads of other pairs, turned the right way round, and its terms', () => {
    const { store, pairId } = openAlignedStore(
      { left: [['桥。', '镜子。']], right: [['A bridge. ', 'Wide. ', 'A mirror.']] },
      [
        [1, 2],
        [1, 0],
        [0, 1],
      ],
    )
    store.write({ label: null, scope: '', origin: null }, (db) => {
      db.run("UPDATE beads SET status = 'verified'")
      db.run("INSERT INTO terms VALUES ('t', '', 1, 1)")
      for (const [ordinal, language, form] of [
        [0, 'zh-Hans', '镜子'],
        [1, 'zh-Hant', '鏡子'],
        [0, 'en', 'mirror'],
        [0, 'fr', 'miroir'],
      ] as const) {
        db.run('INSERT INTO term_forms VALUES (?, ?, ?, ?)', ['t', language, ordinal, form])
      }
    })
    const other = 'another' as PairId
    expect(readKnownEvidence(store.read, other, { left: 'en-GB', right: 'zh-Hant' })).toEqual({
      beads: [{ left: 'A bridge.  Wide. ', right: '桥。' }],
      terms: [
        { left: 'mirror', right: '镜子' },
        { left: 'mirror', right: '鏡子' },
      ],
    })
    expect(readKnownEvidence(store.read, other, { left: 'zh', right: 'en' }).beads).toEqual([
      { left: '桥。', right: 'A bridge.  Wide. ' },
    ])
    // Its own are fixed points, and other languages teach nothing.
    expect(readKnownEvidence(store.read, pairId, { left: 'zh', right: 'en' }).beads).toEqual([])
    expect(readKnownEvidence(store.read, other, { left: 'zh', right: 'de' })).toEqual({
      beads: [],
      terms: [],
    })
    store.close()
  })
})
