import { newId } from '../src/core/area-context.ts'
import { ALL_MIGRATIONS } from '../src/core/store/migrations/all-migrations.ts'
import type { WriteDb } from '../src/core/store/handles.ts'
import { openStore } from '../src/core/store/store.ts'
import type { Input } from '../src/shared/contract/contract.ts'
import type { Client } from '../src/shared/contract/client.ts'
import type { ArticleId, SpeakerId, TagId } from '../src/shared/domain/ids.ts'
import { openBenchCore } from './bench-core.ts'
import { cpuTime, median, time, type Figure } from './figures.ts'
import { makeChineseText, seededRandom } from './make-text.ts'

const ARTICLES = 91
const HIGHLIGHTS = 100_000
const ON_ONE = 10_000
const ROUNDS = 5
const ADDED = 60

interface Made {
  readonly tags: readonly TagId[]
  readonly speakers: readonly SpeakerId[]
}

/**
 * Highlights all over the articles, put in by SQL: through the API they would take an hour. What the tables hold
 * is what the API leaves; the triggers keep their own table from it.
 */
function fill(db: WriteDb, articleIds: readonly ArticleId[]): Made {
  const random = seededRandom(11)
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)]
  const tags = Array.from({ length: 60 }, () => newId<'tag'>())
  for (const [at, id] of tags.entries()) {
    db.run(
      "INSERT INTO tags (id, parent_id, name, description, created_at, updated_at) VALUES (?, ?, ?, '', 1, 1)",
      [id, at < 12 ? null : (tags[at % 12] ?? null), `标签 ${at}`],
    )
  }
  const speakers = Array.from({ length: 40 }, () => newId<'speaker'>())
  for (const id of speakers) db.run('INSERT INTO speakers (id, created_at) VALUES (?, 1)', [id])
  for (const [at, articleId] of articleIds.entries()) {
    db.run('UPDATE articles SET date = ?, language = ? WHERE id = ?', [
      `20${10 + (at % 16)}-0${1 + (at % 9)}-15`,
      at % 2 === 0 ? 'zh-Hans' : 'en',
      articleId,
    ])
    for (const { id } of db.all<{ id: string }>('SELECT id FROM blocks WHERE article_id = ?', [articleId]))
      db.run('UPDATE blocks SET speaker_id = ? WHERE id = ?', [pick(speakers) ?? null, id])
    const segments = db.all<{ id: string; text: string }>(
      'SELECT id, text FROM segments WHERE article_id = ?',
      [articleId],
    )
    const count = at === 0 ? ON_ONE : (HIGHLIGHTS - ON_ONE) / (ARTICLES - 1)
    for (let made = 0; made < count; made += 1) {
      const segment = segments[made % segments.length]
      if (segment === undefined) break
      const [id, spanId] = [newId<'highlight'>(), newId<'span'>()]
      const start = Math.floor(random() * Math.max(1, segment.text.length - 17))
      const at = 1.7e12 + Math.floor(random() * 1e9)
      db.run('INSERT INTO highlights (id, color, created_at, updated_at) VALUES (?, ?, ?, ?)', [
        id,
        1 + (made % 8),
        at,
        at,
      ])
      db.run(
        `INSERT INTO spans (id, highlight_id, role, article_id, exact, prefix, suffix, state)
         VALUES (?, ?, 'primary', ?, ?, ?, ?, ?)`,
        [
          spanId,
          id,
          articleId,
          segment.text.slice(start, start + 16),
          segment.text.slice(0, 32),
          segment.text.slice(0, 32),
          made % 200 === 0 ? 'moved' : 'ok',
        ],
      )
      db.run(
        'INSERT INTO span_parts (span_id, ordinal, highlight_id, segment_id, start, "end") VALUES (?, 0, ?, ?, ?, ?)',
        [spanId, id, segment.id, start, Math.min(segment.text.length, start + 16)],
      )
      for (const tag of new Set(Array.from({ length: Math.floor(random() * 3) }, () => pick(tags) ?? '')))
        db.run('INSERT INTO highlight_tags (highlight_id, tag_id, created_at) VALUES (?, ?, 1)', [id, tag])
      if (made % 10 === 0)
        db.run('INSERT INTO notes (id, body, highlight_id, created_at, updated_at) VALUES (?, ?, ?, 1, 1)', [
          newId<'note'>(),
          segment.text,
          id,
        ])
    }
  }
  return { tags, speakers }
}

interface Cost {
  readonly cpu: number
  readonly wall: number
}

/** What one highlight costs, by key as a user would make it: the median of some. */
async function addSome(api: Client, articleId: ArticleId): Promise<Cost> {
  const segments = (await api.articles.blocks({ articleId, from: 0, limit: 200 })).flatMap(
    (block) => block.segments,
  )
  const cpu: number[] = []
  const wall: number[] = []
  for (const segment of segments.slice(0, ADDED)) {
    const exact = segment.text.slice(1, 7)
    if (exact.length < 6) continue
    const create = (): unknown =>
      api.annotations.create({
        selection: {
          articleId,
          startSegmentId: segment.id,
          startOffset: 1,
          endSegmentId: segment.id,
          endOffset: 7,
          exact,
        },
        color: 2,
      })
    wall.push(await time(async () => cpu.push(await cpuTime(create))))
  }
  return { cpu: median(cpu), wall: median(wall) }
}

/**
 * 100,000 highlights in a library, 10,000 of them on one article of a million characters. Times are of the thread's
 * processor, so that what else runs on the machine is not in them; of adding one also by the clock, disk and all.
 */
export async function benchSurvey(): Promise<Figure[]> {
  const bench = await openBenchCore()
  const articleIds: ArticleId[] = []
  articleIds.push(...(await bench.importTexts([{ name: 'book.txt', text: makeChineseText(1_000_000) }])))
  articleIds.push(
    ...(await bench.importTexts(
      Array.from({ length: ARTICLES - 1 }, (_, at) => ({
        name: `${at}.txt`,
        text: makeChineseText(10_000, at + 2),
      })),
    )),
  )
  const [book] = articleIds
  if (book === undefined) throw new Error('nothing was imported')
  // Twice, the first time to warm the code: in an empty library it would be the code that is measured.
  await addSome(bench.api, book)
  await bench.api.annotations.remove({ filter: {} })
  const empty = await addSome(bench.api, book)
  await bench.api.annotations.remove({ filter: {} })
  await bench.core.close()

  const store = openStore({
    folder: bench.library,
    migrations: ALL_MIGRATIONS,
    onChanged: () => undefined,
    now: Date.now,
  })
  const made = store.write({ label: null, scope: '', origin: null }, (db) =>
    db.uncaptured(() => fill(db, articleIds)),
  )
  store.close()

  const full = await openBenchCore(bench.library)
  try {
    const added = await addSome(full.api, book)
    const figures = (['cpu', 'wall'] as const).map((clock): Figure => ({
      name: `add a highlight, 100,000 in the library (${clock})`,
      value: added[clock],
      unit: 'ms',
      baseline: { name: 'the same in an empty library', value: empty[clock] },
    }))
    const search = async (input: Input<'annotations.search'>): Promise<number> => {
      const times: number[] = []
      for (let round = 0; round < ROUNDS; round += 1)
        times.push(await cpuTime(() => full.api.annotations.search(input)))
      return median(times)
    }
    // Not warmed: what someone waits who asks at once after the start.
    const first = await cpuTime(() => full.api.annotations.search({}))
    const opened = await search({})
    figures.push({ name: 'open the page of highlights', value: opened, unit: 'ms' })
    const baseline = { name: 'opening it', value: opened }
    figures.push({ name: 'open it first after the start', value: first, unit: 'ms', baseline })
    figures.push({
      name: 'no note, the end',
      value: await search({ filter: { hasNote: false }, from: 89_900 }),
      unit: 'ms',
      baseline,
    })
    figures.push({
      name: 'the codebook with its counts',
      value: await cpuTime(() => full.api.tags.list({})),
      unit: 'ms',
      baseline,
    })
    for (const [name, filter] of filters(made, articleIds))
      figures.push({ name: `filter: ${name}`, value: await search({ filter }), unit: 'ms', baseline })
    for (const sort of ['oldest', 'changed', 'article', 'date'] as const)
      figures.push({ name: `sort: ${sort}`, value: await search({ sort }), unit: 'ms', baseline })
    for (const sort of ['newest', 'article'] as const)
      figures.push({
        name: `the end, sort: ${sort}`,
        value: await search({ sort, from: 99_900 }),
        unit: 'ms',
        baseline,
      })
    for (const by of ['article', 'tag', 'color', 'speaker', 'month', 'language'] as const)
      figures.push({
        name: `group: ${by}`,
        value: await cpuTime(() => full.api.annotations.group({ by })),
        unit: 'ms',
        baseline,
      })
    for (const columns of ['speaker', 'language', 'year', 'month'] as const)
      figures.push({
        name: `tags × ${columns}`,
        value: await cpuTime(() => full.api.annotations.crosstab({ columns })),
        unit: 'ms',
        baseline,
      })
    return figures
  } finally {
    await full.close()
    await bench.close()
  }
}

function filters(
  { tags, speakers }: Made,
  articleIds: readonly ArticleId[],
): [string, NonNullable<Input<'annotations.search'>['filter']>][] {
  return [
    ['a tag', { tagIds: tags.slice(0, 1), withDescendants: false }],
    ['a tag and those below', { tagIds: tags.slice(0, 1) }],
    ['half of the tags', { tagIds: tags.slice(0, 6) }],
    ['no tag', { untagged: true }],
    ['two colors', { colors: [3, 5] }],
    ['a language', { languages: ['en'] }],
    ['two speakers', { speakerIds: speakers.slice(0, 2) }],
    ['two articles', { articleIds: articleIds.slice(0, 2) }],
    ['dates', { dateFrom: '2015', dateTo: '2018-03' }],
    ['to check', { states: ['moved'] }],
    ['with a note', { hasNote: true }],
    ['a text of one character', { text: '国' }],
    ['a text of two', { text: '中国' }],
    ['two words', { text: '国 大' }],
    [
      'seven things at once',
      {
        colors: [1, 2, 3],
        languages: ['zh-Hans'],
        hasNote: true,
        text: '国',
        tagIds: tags.slice(0, 3),
        dateFrom: '2012',
        states: ['ok'],
      },
    ],
  ]
}
