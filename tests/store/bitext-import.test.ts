import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Draft } from '../../src/shared/contract/schemas/import.ts'
import type { JobId, PairId } from '../../src/shared/domain/ids.ts'
import { openTestCore, type TestCore } from '../fixtures/open-test-core.ts'

type BitextDraft = Extract<Draft, { status: 'bitext' }>

const tuv = (language: string, text: string): string => `<tuv xml:lang="${language}"><seg>${text}</seg></tuv>`
const tmx = (units: readonly string[]): string =>
  `<tmx version="1.4"><header srclang="en-US"/><body>${units.map((unit) => `<tu>${unit}</tu>`).join('\n')}</body></tmx>`

const MEMORY = tmx([
  `<note>看看𠮷字</note>${tuv('en-US', 'Bridges are for walking.')}${tuv('zh-CN', '𠮷桥是给人走的。')}`,
  tuv('en-GB', 'So are mirrors.') + tuv('zh-CN', '镜子也是。') + tuv('fr', 'Les miroirs aussi.'),
  tuv('zh-CN', '没有译文。'),
  tuv('fr', 'Seulement en français.'),
])

async function read(
  test: TestCore,
  files: readonly (readonly [name: string, content: string])[],
): Promise<JobId> {
  const grantIds = files.map(([name, content]) =>
    test.core.grants.addBytes(name, new TextEncoder().encode(content)),
  )
  const { jobId } = await test.api.imports.read({ grantIds })
  await test.settled(jobId)
  return jobId
}

async function readMemory(test: TestCore, content = MEMORY): Promise<BitextDraft> {
  const [draft] = await test.api.imports.drafts({ jobId: await read(test, [['memory.tmx', content]]) })
  if (draft?.status !== 'bitext') throw new Error('aligned texts expected')
  return draft
}

/** The pair as it is read: each row's texts, what its bead says. */
async function rowsOf(test: TestCore, pairId: PairId): Promise<unknown[]> {
  const rows = await test.api.reader.rows({ target: { kind: 'pair', pairId }, from: 0, limit: 100 })
  return rows.map(({ left, right, bead }) => [
    left.flatMap(({ segments }) => segments.map(({ text }) => text)).join('|'),
    right.flatMap(({ segments }) => segments.map(({ text }) => text)).join('|'),
    bead?.status,
  ])
}

/** How many rows each of the user's tables has. */
function counts(libraryPath: string): Record<string, unknown> {
  const database = new Database(join(libraryPath, 'library.sqlite'), { readonly: true })
  try {
    const tables = [
      'articles',
      'originals',
      'blocks',
      'segments',
      'pairs',
      'beads',
      'bead_segments',
      'notes',
      'command_log',
    ]
    return Object.fromEntries(
      tables.map((table) => [table, database.prepare(`SELECT count(*) FROM ${table}`).pluck().get()]),
    )
  } finally {
    database.close()
  }
}

describe('aligned texts', () => {
  test('are shown before they are saved', async () => {
    const library = await openTestCore()
    const draft = await readMemory(library)
    expect(draft).toMatchObject({
      format: 'tmx',
      encoding: 'utf-8',
      leftLanguage: 'en-US',
      rightLanguage: 'zh-CN',
      left: { title: 'memory', titleGuessed: true, language: 'en-US' },
      right: { title: 'memory', language: 'zh-Hans' },
      beadCount: 3,
      verifiedCount: 0,
      oneSidedCount: 1,
      standInCount: 1,
      skipped: [
        { reason: 'other-languages', count: 1 },
        { reason: 'other-versions', count: 1 },
      ],
      duplicateOf: null,
    })
    expect(draft.languages.map(({ language, count }) => [language, count])).toEqual([
      ['en-US', 1],
      ['zh-CN', 3],
      ['fr', 2],
      ['en-GB', 1],
    ])
    const page = await library.api.imports.draftRows({ draftId: draft.id, from: 1, limit: 1 })
    // English from another region stands in where the chosen one is missing.
    expect(page.rows).toEqual([
      { left: ['So are mirrors.'], right: ['镜子也是。'], confidence: null, status: 'auto' },
    ])
    const other = await library.api.imports.draftRows({
      draftId: draft.id,
      leftLanguage: 'zh',
      rightLanguage: 'fr',
    })
    expect([other.leftLanguage, other.rightLanguage, other.beadCount]).toEqual(['zh-CN', 'fr', 4])
    await expect(
      library.api.imports.draftRows({ draftId: draft.id, leftLanguage: 'ja' }),
    ).rejects.toMatchObject({ code: 'invalid_input', message: expect.stringContaining('zh-CN') as string })
    expect(await library.api.history.list({})).toEqual([])
  })

  test('lose no text: another variant of the language stands in and is counted, and what is left out is, too', async () => {
    const library = await openTestCore()
    const draft = await readMemory(
      library,
      tmx([
        tuv('zh-CN', '桥。') + tuv('en-US', 'Bridge.') + tuv('zh-TW', '橋。'),
        tuv('zh-CN', '镜子。') + tuv('en-US', 'Mirror.'),
        tuv('zh-TW', '謝謝。') + tuv('en-GB', 'Thanks.'),
      ]),
    )
    const page = await library.api.imports.draftRows({ draftId: draft.id, from: 2, limit: 1 })
    expect([draft.leftLanguage, draft.rightLanguage]).toEqual(['en-US', 'zh-CN'])
    expect(page.rows).toMatchObject([{ left: ['Thanks.'], right: ['謝謝。'] }])
    expect(draft).toMatchObject({
      beadCount: 3,
      oneSidedCount: 0,
      standInCount: 2,
      skipped: [{ reason: 'other-versions', count: 1 }],
    })
  })

  test('become two articles and their pair in one step, which can be undone and redone', async () => {
    const library = await openTestCore()
    const draft = await readMemory(library)
    const { articleIds, pairIds, saved } = await library.api.imports.save({
      drafts: [
        {
          draftId: draft.id,
          bitext: {
            leftLanguage: 'zh-Hans',
            rightLanguage: 'en',
            left: { title: '桥与镜', date: '2025-05' },
            right: { title: 'Bridge and Mirror', language: 'en' },
          },
        },
      ],
    })
    const [pairId] = pairIds
    if (pairId === undefined) throw new Error('a pair expected')
    expect(saved).toEqual([{ draftId: draft.id, articleIds, pairId }])
    expect(await library.api.pairs.get({ pairId })).toMatchObject({
      kind: 'parallel',
      left: {
        id: articleIds[0],
        title: '桥与镜',
        titleGuessed: false,
        language: 'zh-Hans',
        date: '2025-05',
        blockCount: 3,
      },
      right: { id: articleIds[1], title: 'Bridge and Mirror', language: 'en', segmentCount: 2 },
      beadCount: 3,
      verifiedCount: 0,
    })
    const rows = [
      ['𠮷桥是给人走的。', 'Bridges are for walking.', 'auto'],
      ['镜子也是。', 'So are mirrors.', 'auto'],
      ['没有译文。', '', 'auto'],
    ]
    expect(await rowsOf(library, pairId)).toEqual(rows)
    expect(counts(library.libraryPath)).toMatchObject({
      originals: 2,
      beads: 3,
      bead_segments: 5,
      notes: 1,
      command_log: 1,
    })
    expect(await library.api.history.list({})).toMatchObject([
      { label: { kind: 'pair.import', subject: '桥与镜 ⇄ Bridge and Mirror', count: 1 } },
    ])
    expect(await library.api.library.check({})).toEqual({ ok: true, problems: [] })

    await library.api.history.undo({})
    expect(await library.api.pairs.list({})).toEqual([])
    expect(await library.api.articles.list({})).toEqual([])
    await library.api.history.redo({})
    expect(await rowsOf(library, pairId)).toEqual(rows)
    // The very same file is noticed.
    expect((await readMemory(library)).duplicateOf).toBe(articleIds[0])

    // Undone, the pair is gone for itself: its articles come back without it.
    await library.api.history.undo({})
    await library.api.articles.restore({ articleIds })
    expect(await library.api.pairs.list({})).toEqual([])
    expect(await library.api.pairs.list({ removed: true })).toMatchObject([{ id: pairId }])
  })

  test('are saved with texts of the same choice as one step; the answer says what became of which', async () => {
    const library = await openTestCore()
    const jobId = await read(library, [
      ['a.txt', '桥与镜子\n\n桥是给人走的。'],
      ['memory.tmx', MEMORY],
      ['bad.tmx', '<tmx>'],
    ])
    const drafts = await library.api.imports.drafts({ jobId })
    expect(drafts.map(({ status }) => status)).toEqual(['ready', 'bitext', 'failed'])
    const { saved } = await library.api.imports.save({
      drafts: drafts.slice(0, 2).map(({ id }) => ({ draftId: id })),
    })
    expect(saved.map(({ articleIds, pairId }) => [articleIds.length, pairId !== null])).toEqual([
      [1, false],
      [2, true],
    ])
    expect(await library.api.history.list({})).toMatchObject([
      { label: { kind: 'article.import', count: 3 } },
    ])
  })

  test('that cannot be saved leave nothing behind', async () => {
    const library = await openTestCore()
    const before = counts(library.libraryPath)
    const draft = await readMemory(library)
    const good = { draftId: draft.id }
    const other = await readMemory(library, `${MEMORY} `)
    const wrong = { draftId: other.id, bitext: { leftLanguage: 'ja' } }
    await expect(library.api.imports.save({ drafts: [good, wrong] })).rejects.toMatchObject({
      code: 'invalid_input',
    })
    expect(counts(library.libraryPath)).toEqual(before)
    // The drafts are still there to be saved otherwise.
    expect((await library.api.imports.save({ drafts: [good] })).pairIds).toHaveLength(1)
    await expect(library.api.imports.draftRows(good)).rejects.toMatchObject({ code: 'not_found' })
    await expect(library.api.imports.draftBlocks({ draftId: other.id })).rejects.toMatchObject({
      code: 'not_found',
    })
  })

  test('exported and imported into an empty library are the same pair', async () => {
    const first = await openTestCore()
    const added = await first.api.samples.add({})
    const [pair] = (await first.api.pairs.list({})).filter(({ beadCount }) => beadCount > 0)
    if (pair === undefined) throw new Error(`an aligned sample expected among ${added.pairIds.length}`)
    const { base64, name } = await first.api.exports.download({
      scope: { kind: 'pair', pairId: pair.id },
      options: { format: 'tmx' },
    })
    const second = await openTestCore()
    const draft = await readMemory(second, new TextDecoder().decode(Buffer.from(base64, 'base64')))
    expect(name).toMatch(/\.tmx$/u)
    const { pairIds } = await second.api.imports.save({ drafts: [{ draftId: draft.id }] })
    const [copy] = pairIds
    if (copy === undefined) throw new Error('a pair expected')
    expect(await rowsOf(second, copy)).toEqual(await rowsOf(first, pair.id))
    const again = await second.api.pairs.get({ pairId: copy })
    for (const side of ['left', 'right'] as const) {
      const { title, language, date, source, segmentCount, blockCount, characterCount } = pair[side]
      expect(again[side]).toMatchObject({
        title,
        language,
        date,
        source,
        segmentCount,
        blockCount,
        characterCount,
      })
    }
  })

  test('whose reading is cancelled leave nothing behind', async () => {
    const library = await openTestCore()
    const units = Array.from(
      { length: 40_000 },
      (_, n) => tuv('en', `Bridge ${n}.`) + tuv('zh', `第${n}座桥。`),
    )
    const grantId = library.core.grants.addBytes('large.tmx', new TextEncoder().encode(tmx(units)))
    const { jobId } = await library.api.imports.read({ grantIds: [grantId] })
    await library.api.jobs.cancel({ jobId })
    expect((await library.settled(jobId)).state).toBe('cancelled')
    expect(await library.api.imports.drafts({ jobId })).toEqual([])
    // The next one is read all the same.
    expect((await readMemory(library)).beadCount).toBe(3)
  })
})

describe('what Duizhao exported comes back', () => {
  const title = (text: string) => ({
    text,
    opensBlock: true,
    block: { kind: 'title', level: 0, speaker: null },
  })
  const heading = (text: string) => ({
    text,
    opensBlock: true,
    block: { kind: 'heading', level: 2, speaker: null },
  })
  const said = (text: string, name: string, role: string | null) => ({
    text,
    opensBlock: true,
    block: { kind: 'paragraph', level: 0, speaker: { name, role } },
  })
  const bead = (at: number, more: object = {}) => ({ left: [at, at + 1], right: [at, at + 1], ...more })
  const own = JSON.stringify({
    format: 'duizhao-bitext',
    version: 1,
    left: {
      language: 'zh-Hans',
      title: '论坛',
      segments: [
        title('论坛'),
        heading('开场'),
        said('桥是给人走的。', '𠮷田', '社长'),
        said('镜子也是。', '𠮷田', '社长'),
      ],
    },
    right: {
      language: 'en',
      title: 'Forum',
      segments: [
        title('Forum'),
        heading('Opening'),
        said('Bridges are for walking.', 'Yoshida', null),
        { text: 'So are mirrors.', opensBlock: true },
      ],
    },
    beads: [bead(0, { status: 'verified' }), bead(1), bead(2, { review: true }), bead(3)],
  })

  async function importPair(test: TestCore, name: string, content: string): Promise<PairId> {
    const [draft] = await test.api.imports.drafts({ jobId: await read(test, [[name, content]]) })
    if (draft === undefined) throw new Error('aligned texts expected')
    const { pairIds } = await test.api.imports.save({ drafts: [{ draftId: draft.id }] })
    const [pairId] = pairIds
    if (pairId === undefined) throw new Error('a pair expected')
    return pairId
  }

  /** The blocks of each row with who says them, and what is said of the row. */
  async function outline({ api }: TestCore, pairId: PairId): Promise<unknown[]> {
    const target = { kind: 'pair', pairId } as const
    const { speakers } = await api.reader.open({ target })
    const names = new Map(speakers.map((speaker) => [speaker.id, speaker.names]))
    const rows = await api.reader.rows({ target, from: 0, limit: 100 })
    return rows.map((row) => [
      ...[...row.left, ...row.right].map(({ kind, level, speakerId }) => [
        kind,
        level,
        speakerId === null ? null : (names.get(speakerId) ?? null),
      ]),
      row.bead?.status,
      row.bead?.review,
    ])
  }

  test.each(['tmx', 'xliff-2.1', 'xliff-1.2', 'json'] as const)(
    '%s: headings, speakers and the flag for review',
    async (format) => {
      const library = await openTestCore()
      const pairId = await importPair(library, 'own.json', own)
      const before = await outline(library, pairId)
      expect(before).toMatchObject([
        [['title', 0, null], ['title', 0, null], 'verified', false],
        [['heading', 2, null], ['heading', 2, null], 'auto', false],
        [
          ['paragraph', 0, [{ language: 'zh-Hans', name: '𠮷田', role: '社长' }]],
          ['paragraph', 0, [{ language: 'en', name: 'Yoshida', role: null }]],
          'auto',
          true,
        ],
        [['paragraph', 0, [{ name: '𠮷田' }]], ['paragraph', 0, null], 'auto', false],
      ])
      const { name, base64 } = await library.api.exports.download({
        scope: { kind: 'pair', pairId },
        options: { format },
      })
      const other = await openTestCore()
      const again = await importPair(other, name, Buffer.from(base64, 'base64').toString())
      expect(await outline(other, again)).toEqual(before)
    },
  )
})
