import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createSurveyService, type SurveyService } from '../../src/core/annotations/survey.service.ts'
import type { WriteDb } from '../../src/core/store/handles.ts'
import { annotationFilter, type AnnotationFilter } from '../../src/shared/contract/schemas/survey.ts'
import { ANCHOR_STATES } from '../../src/shared/domain/anchor.ts'
import { COLORS } from '../../src/shared/domain/highlight.ts'
import { SURVEY_DIMENSIONS, SURVEY_SORTS } from '../../src/shared/domain/highlight-survey.ts'
import type { ArticleId, PairId, SpeakerId, TagId } from '../../src/shared/domain/ids.ts'
import { openTestStore, step, type TestStore } from '../fixtures/open-test-store.ts'

/** A small library by hand: ids are single letters, so that order by id can be seen. */
const ARTICLES = ['A', 'B', 'C', 'D'] as ArticleId[]
const SPEAKERS = ['s', 't'] as SpeakerId[]
const TAGS = ['g', 'h', 'i', 'j'] as TagId[]
/** i is below h, h below g. */
const PARENTS: Readonly<Record<string, string | null>> = { g: null, h: 'g', i: 'h', j: null }
const PAIRS = ['P'] as PairId[]
const TEXTS = [
  '桥',
  '桥梁100%',
  'Bridge_a',
  '镜子 桥',
  '𠮷😀',
  'Ａ型 bridge',
  '橋梁與發展',
  '发展—“桥”',
] as const

const article = fc.constantFrom(...ARTICLES)
const highlight = fc.record({
  article,
  block: fc.constantFrom(0, 1),
  segment: fc.constantFrom(0, 1),
  start: fc.nat(3),
  color: fc.constantFrom(...COLORS),
  exact: fc.constantFrom(...TEXTS),
  state: fc.constantFrom(...ANCHOR_STATES),
  mirror: fc.option(
    fc.record({ article, exact: fc.constantFrom(...TEXTS), state: fc.constantFrom(...ANCHOR_STATES) }),
  ),
  tags: fc.subarray(TAGS),
  note: fc.option(fc.constantFrom(...TEXTS)),
  createdAt: fc.nat(5),
  updatedAt: fc.nat(5),
})
type Made = (typeof highlight extends fc.Arbitrary<infer T> ? T : never) & { id: string }

interface Library {
  readonly dates: readonly (string | null)[]
  readonly languages: readonly string[]
  readonly removed: readonly boolean[]
  readonly speakers: readonly (SpeakerId | null)[]
  readonly highlights: readonly Made[]
}

const library = fc.record({
  dates: fc.array(fc.constantFrom(null, '2023', '2024-05', '2024-05-23', '2024-12-01'), {
    minLength: 4,
    maxLength: 4,
  }),
  languages: fc.array(fc.constantFrom('zh-Hans', 'en'), { minLength: 4, maxLength: 4 }),
  removed: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  speakers: fc.array(fc.constantFrom(null, ...SPEAKERS), { minLength: 8, maxLength: 8 }),
  highlights: fc
    .array(highlight, { maxLength: 14 })
    .map((list): Made[] => list.map((one, at) => ({ ...one, id: String.fromCodePoint(97 + at) }))),
})

const filter = fc
  .record(
    {
      tagIds: fc.subarray(TAGS),
      withDescendants: fc.boolean(),
      untagged: fc.boolean(),
      colors: fc.subarray([...COLORS]),
      languages: fc.subarray(['zh-Hans', 'en', 'de']),
      speakerIds: fc.subarray(SPEAKERS),
      articleIds: fc.subarray(ARTICLES),
      pairIds: fc.subarray(PAIRS),
      dateFrom: fc.constantFrom('2024', '2024-05', '2024-05-24'),
      dateTo: fc.constantFrom('2023', '2024-05', '2024-05-01'),
      states: fc.subarray([...ANCHOR_STATES]),
      hasNote: fc.boolean(),
      text: fc.constantFrom(
        '桥',
        '桥 100%',
        'BRIDGE',
        '_',
        '%',
        '𠮷',
        'ａ',
        '梁 子',
        ' ',
        '发展',
        '發展',
        '橋　ＢＲＩＤＧＥ',
        '与',
        '—「',
      ),
      within: fc.array(
        fc.oneof(
          ...SURVEY_DIMENSIONS.map((by) =>
            fc.record({ by: fc.constant(by), key: fc.constantFrom(...keysOf(by)) }),
          ),
        ),
        { maxLength: 2 },
      ),
    },
    { requiredKeys: [] },
  )
  .map((given) => annotationFilter.parse(given))

function keysOf(by: (typeof SURVEY_DIMENSIONS)[number]): (string | null)[] {
  const keys = {
    article: ARTICLES,
    tag: [...TAGS, null],
    color: COLORS.map(String),
    speaker: [...SPEAKERS, null],
    month: ['2023', '2024-05', null],
    year: ['2024', null],
    language: ['en', 'zh-Hans'],
  }
  return keys[by]
}

function build(db: WriteDb, made: Library): void {
  for (const [at, id] of ARTICLES.entries()) {
    db.run(
      `INSERT INTO articles (id, title, title_guessed, language, kind, date, block_count, segment_count, character_count,
         created_at, updated_at, deleted_at) VALUES (?, ?, 0, ?, 'news', ?, 1, 1, 1, 1, 1, ?)`,
      // Two of the same title: the id decides.
      [
        id,
        at < 2 ? '同' : `篇 ${9 - at}`,
        made.languages[at] ?? 'en',
        made.dates[at] ?? null,
        made.removed[at] === true ? 1 : null,
      ],
    )
  }
  for (const id of SPEAKERS) db.run('INSERT INTO speakers VALUES (?, 1)', [id])
  for (const [at, id] of ARTICLES.entries()) {
    for (const block of [0, 1]) {
      const speaker = made.speakers[2 * at + block] ?? null
      db.run("INSERT INTO blocks VALUES (?, ?, ?, 'paragraph', 0, ?)", [
        `${id}${block}`,
        id,
        block * 10,
        speaker,
      ])
      for (const segment of [0, 1])
        db.run("INSERT INTO segments VALUES (?, ?, ?, ?, '一二三四五六', '[]')", [
          `${id}${block}${segment}`,
          id,
          `${id}${block}`,
          segment * 10,
        ])
    }
  }
  db.run(
    "INSERT INTO pairs (id, kind, left_article_id, right_article_id, created_at, updated_at) VALUES ('P', 'parallel', 'A', 'B', 1, 1)",
  )
  for (const id of TAGS)
    db.run(
      "INSERT INTO tags (id, parent_id, name, description, created_at, updated_at) VALUES (?, ?, ?, '', 1, 1)",
      [id, PARENTS[id] ?? null, id],
    )
  for (const one of made.highlights) {
    db.run('INSERT INTO highlights VALUES (?, ?, ?, ?)', [one.id, one.color, one.createdAt, one.updatedAt])
    const span = (role: string, at: { article: string; exact: string; state: string }): void => {
      db.run(
        "INSERT INTO spans (id, highlight_id, role, article_id, exact, prefix, suffix, state) VALUES (?, ?, ?, ?, ?, '', '', ?)",
        [`${one.id}${role}`, one.id, role, at.article, at.exact, at.state],
      )
    }
    span('primary', one)
    if (one.state !== 'lost')
      db.run('INSERT INTO span_parts VALUES (?, 0, ?, ?, ?, ?)', [
        `${one.id}primary`,
        one.id,
        `${one.article}${one.block}${one.segment}`,
        one.start,
        one.start + 1,
      ])
    if (one.mirror !== null) span('mirror', one.mirror)
    for (const tag of one.tags) db.run('INSERT INTO highlight_tags VALUES (?, ?, 1)', [one.id, tag])
    if (one.note !== null)
      db.run('INSERT INTO notes (id, body, highlight_id, created_at, updated_at) VALUES (?, ?, ?, 1, 1)', [
        `n${one.id}`,
        one.note,
        one.id,
      ])
  }
}

/** What is all one in a text that is looked for, as far as the texts above have it. */
function plain(text: string): string {
  const same: Readonly<Record<string, string>> = {
    橋: '桥',
    發: '发',
    與: '与',
    '“': '"',
    '”': '"',
    '「': '"',
    '—': '-',
  }
  return [...text.normalize('NFKC').toLowerCase()].map((sign) => same[sign] ?? sign).join('')
}

/** The filter as one would say it, over everything. */
function naive(made: Library, one: Made, wanted: AnnotationFilter): boolean {
  const at = (id: string): number => ARTICLES.indexOf(id as ArticleId)
  const language = (id: string): string => made.languages[at(id)] ?? ''
  const date = made.dates[at(one.article)] ?? null
  const speaker = one.state === 'lost' ? null : (made.speakers[2 * at(one.article) + one.block] ?? null)
  const sides = [one.article, ...(one.mirror === null ? [] : [one.mirror.article])]
  const worst = Math.max(
    ...[one.state, one.mirror?.state ?? 'ok'].map((state) => ANCHOR_STATES.indexOf(state)),
  )
  const chain = (tag: string): string[] => {
    const parent = PARENTS[tag] ?? null
    return parent === null ? [tag] : [tag, ...chain(parent)]
  }
  const carried = one.tags.flatMap((tag) => (wanted.withDescendants ? chain(tag) : [tag]))
  const hay = plain([one.exact, one.mirror?.exact ?? '', one.note ?? ''].join('\n'))
  const has = <T>(list: readonly T[], ...values: readonly T[]): boolean =>
    list.length === 0 || values.some((value) => list.includes(value))
  return (
    made.removed[at(one.article)] !== true &&
    ((wanted.tagIds.length === 0 && !wanted.untagged) ||
      wanted.tagIds.some((tag) => carried.includes(tag)) ||
      (wanted.untagged && one.tags.length === 0)) &&
    has(wanted.colors, one.color) &&
    has(wanted.languages, ...sides.map(language)) &&
    (wanted.speakerIds.length === 0 || (speaker !== null && wanted.speakerIds.includes(speaker))) &&
    has(wanted.articleIds, ...sides) &&
    (wanted.pairIds.length === 0 || sides.some((id) => id === 'A' || id === 'B')) &&
    (wanted.dateFrom === null || (date !== null && date >= wanted.dateFrom)) &&
    (wanted.dateTo === null || (date !== null && date.slice(0, wanted.dateTo.length) <= wanted.dateTo)) &&
    has(
      wanted.states.map((state) => ANCHOR_STATES.indexOf(state)),
      worst,
    ) &&
    (wanted.hasNote === null || wanted.hasNote === (one.note !== null)) &&
    plain(wanted.text)
      .split(/\s+/u)
      .every((word) => hay.includes(word)) &&
    wanted.within.every(({ by, key }) => {
      if (by === 'article') return one.article === key
      if (by === 'tag') return key === null ? one.tags.length === 0 : one.tags.some((tag) => tag === key)
      if (by === 'color') return String(one.color) === key
      if (by === 'speaker') return speaker === key
      if (by === 'language') return sides.some((id) => language(id) === key)
      return (date?.slice(0, by === 'month' ? 7 : 4) ?? null) === key
    })
  )
}

const collator = new Intl.Collator('zh-Hans-u-co-pinyin', { numeric: true })

function naiveOrder(made: Library, sort: (typeof SURVEY_SORTS)[number]): (a: Made, b: Made) => number {
  const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
  const title = (id: string): string =>
    ARTICLES.indexOf(id as ArticleId) < 2 ? '同' : `篇 ${9 - ARTICLES.indexOf(id as ArticleId)}`
  const date = (id: string): string => made.dates[ARTICLES.indexOf(id as ArticleId)] ?? ''
  const place = (one: Made): number =>
    one.state === 'lost' ? 1e6 : one.block * 1000 + one.segment * 100 + one.start
  if (sort === 'newest') return (a, b) => b.createdAt - a.createdAt || text(b.id, a.id)
  if (sort === 'oldest') return (a, b) => a.createdAt - b.createdAt || text(a.id, b.id)
  if (sort === 'changed') return (a, b) => b.updatedAt - a.updatedAt || text(b.id, a.id)
  return (a, b) =>
    (sort === 'date' ? text(date(b.article), date(a.article)) : 0) ||
    collator.compare(title(a.article), title(b.article)) ||
    text(a.article, b.article) ||
    place(a) - place(b) ||
    text(a.id, b.id)
}

/** The table is what its view says, and what is kept of it in memory what one would read now. */
function factsAreTrue(store: TestStore, kept: SurveyService): void {
  const rows = (from: string): Record<string, unknown>[] =>
    store.read.all(`SELECT * FROM ${from} ORDER BY highlight_id`)
  expect(rows('highlight_facts').map(({ id: _number, ...row }) => row)).toEqual(rows('highlight_facts_made'))
  expect(answers(kept)).toEqual(answers(createSurveyService({ store })))
}

function answers(survey: SurveyService): unknown {
  const everything = annotationFilter.parse({})
  const byKey = (one: { key: string | null }, other: { key: string | null }): number =>
    (one.key ?? '') < (other.key ?? '') ? -1 : 1
  return [
    ...SURVEY_SORTS.map((sort) => survey.searchIds({ filter: everything, sort, from: 0, limit: 100 })),
    ...SURVEY_DIMENSIONS.map((by) => survey.group(everything, by).toSorted(byKey)),
    survey.group(annotationFilter.parse({ languages: ['en'], states: ['ok'], hasNote: true }), 'color'),
  ]
}

describe('the page of all highlights', () => {
  test('finds, orders, counts and groups as a naive look through everything does', () => {
    fc.assert(
      fc.property(
        library,
        fc.array(filter, { minLength: 6, maxLength: 6 }),
        fc.constantFrom(...SURVEY_SORTS),
        fc.nat(4),
        (made, filters, sort, from) => {
          const store = openTestStore()
          step(store, (db) => build(db, made))
          const survey = createSurveyService({ store })
          for (const wanted of filters) {
            const expected = made.highlights
              .filter((one) => naive(made, one, wanted))
              .toSorted(naiveOrder(made, sort))
            const page = survey.search({ filter: wanted, sort, from, limit: 5 })
            expect(page.total).toBe(expected.length)
            expect(page.rows.map(({ id }) => id)).toEqual(expected.slice(from, from + 5).map(({ id }) => id))
            expect(survey.chosen({ filter: wanted }).toSorted()).toEqual(
              expected.map(({ id }) => id).toSorted(),
            )
            for (const by of SURVEY_DIMENSIONS) {
              // A group holds what its narrowed list does.
              for (const { key, count } of survey.group(wanted, by)) {
                const list = survey.chosen({ filter: { ...wanted, within: [...wanted.within, { by, key }] } })
                expect([by, key, list.length]).toEqual([by, key, count])
              }
            }
            for (const columns of ['speaker', 'language', 'year', 'month'] as const) {
              for (const { tagId, key, count } of survey.crosstab(wanted, columns).cells) {
                const cell = {
                  ...annotationFilter.parse({ tagIds: [tagId] }),
                  within: [{ by: columns, key }],
                }
                const both = new Set(survey.chosen({ filter: wanted }))
                expect(survey.chosen({ filter: cell }).filter((id) => both.has(id))).toHaveLength(count)
              }
            }
          }
          store.close()
        },
      ),
      { numRuns: 60 },
    )
  }, 120_000)

  test('its table is true after any change, undone and redone', () => {
    const pick = fc.nat(20)
    const change = fc.record({
      what: fc.nat(18),
      a: pick,
      b: pick,
      isTakenBack: fc.constantFrom(false, false, true),
    })
    fc.assert(
      fc.property(library, fc.array(change, { maxLength: 12 }), (made, changes) => {
        const store = openTestStore()
        const kept = createSurveyService({ store })
        step(store, (db) => build(db, made))
        factsAreTrue(store, kept)
        const one = (at: number): string =>
          made.highlights[at % Math.max(1, made.highlights.length)]?.id ?? 'a'
        const of = <T>(list: readonly T[], at: number): T => list[at % list.length] as T
        for (const { what, a, b, isTakenBack } of changes) {
          const id = one(a)
          const block = `${of(ARTICLES, a)}${b % 2}`
          const statements: readonly [string, (string | number | null)[]][] = [
            ['DELETE FROM highlights WHERE id = ?', [id]],
            ['UPDATE highlights SET color = ?, updated_at = 9 WHERE id = ?', [1 + (b % 8), id]],
            ['DELETE FROM highlight_tags WHERE highlight_id = ?', [id]],
            [
              'INSERT OR IGNORE INTO highlight_tags SELECT id, ?, 1 FROM highlights WHERE id = ?',
              [of(TAGS, b), id],
            ],
            ['DELETE FROM tags WHERE id = ?', [of(TAGS, b)]],
            ['DELETE FROM notes WHERE highlight_id = ?', [id]],
            ["UPDATE notes SET body = 'changed' WHERE highlight_id = ?", [id]],
            ["UPDATE spans SET state = ?, exact = 'new' WHERE highlight_id = ?", [of(ANCHOR_STATES, b), id]],
            ["DELETE FROM spans WHERE highlight_id = ? AND role = 'mirror'", [id]],
            ['DELETE FROM span_parts WHERE highlight_id = ?', [id]],
            [
              'UPDATE span_parts SET segment_id = ?, start = 4, "end" = 5 WHERE highlight_id = ?',
              [`${block}${a % 2}`, id],
            ],
            [
              'UPDATE blocks SET position = ?, speaker_id = ? WHERE id = ?',
              [b * 7, of([...SPEAKERS, null], a), block],
            ],
            [
              'UPDATE segments SET position = ?, block_id = ? WHERE id = ?',
              [b, `${of(ARTICLES, a)}1`, `${of(ARTICLES, a)}00`],
            ],
            ['DELETE FROM speakers WHERE id = ?', [of(SPEAKERS, b)]],
            [
              'UPDATE articles SET deleted_at = ?, date = ?, language = ? WHERE id = ?',
              [of([null, 5], a), of([null, '2020'], b), of(['en', 'de'], b), of(ARTICLES, a)],
            ],
            ['UPDATE notes SET highlight_id = NULL WHERE highlight_id = ?', [id]],
            ['UPDATE notes SET highlight_id = ? WHERE highlight_id IS NULL', [id]],
            ['UPDATE spans SET article_id = ? WHERE highlight_id = ?', [of(ARTICLES, b), id]],
            ["UPDATE spans SET role = 'mirror' WHERE highlight_id = ?", [id]],
          ]
          const [sql, params] = of(statements, what)
          try {
            step(store, (db) => {
              db.run(sql, params)
              if (isTakenBack) {
                // Looked at before it is taken back: what was seen then must be forgotten.
                answers(kept)
                throw Object.assign(new Error('taken back'), { code: 'taken back' })
              }
            })
          } catch (error) {
            // What breaks a rule of the schema has not happened.
            if (!(error instanceof Error && 'code' in error)) throw error
          }
          factsAreTrue(store, kept)
        }
        while (store.undo(null) !== null) factsAreTrue(store, kept)
        while (store.redo(null) !== null) factsAreTrue(store, kept)
        store.close()
      }),
      { numRuns: 60 },
    )
  }, 120_000)
})
