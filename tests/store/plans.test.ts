import { describe, expect, it } from 'vitest'
import {
  listHighlightsOfArticles,
  listHighlightsOfTag,
  readAnnotations,
} from '../../src/core/annotations/annotations.repo.ts'
import {
  countBeadsBefore,
  findBeadPosition,
  findSegmentPosition,
  findStop,
  positionBeside,
  readAlignableSegments,
  readBeads,
} from '../../src/core/alignment/beads.repo.ts'
import {
  countBeadKinds,
  countToVerify,
  findLeastSure,
  findNextBead,
} from '../../src/core/alignment/reviewing.repo.ts'
import { listBeadsBetween, readBeadSides } from '../../src/core/alignment/evidence.repo.ts'
import { FactsTable } from '../../src/core/annotations/facts-table.ts'
import { readSurveyRows } from '../../src/core/annotations/survey-rows.repo.ts'
import { countGroups, findHighlights } from '../../src/core/annotations/survey.repo.ts'
import { annotationFilter } from '../../src/shared/contract/schemas/survey.ts'
import { readAnchorsIn } from '../../src/core/annotations/carried-anchors.repo.ts'
import { readSegment } from '../../src/core/articles/segments.repo.ts'
import { findArticle } from '../../src/core/articles/articles.repo.ts'
import {
  findSegment,
  readBlocks,
  readNeighbours,
  readSegmentsBetween,
  readSegmentTexts,
  type PlacedSegment,
} from '../../src/core/articles/text.repo.ts'
import { listLinks, listLinksOfPair, readLinks } from '../../src/core/links/links.repo.ts'
import { readSegmentPage } from '../../src/core/links/segment-pages.repo.ts'
import { findLockOf, findPair, findPairOf, findPairOutline } from '../../src/core/pairs/pairs.repo.ts'
import {
  countBeads,
  locateInBeads,
  locateInBlocks,
  readBeadRuns,
  readBeadTexts,
  readBlockRuns,
  weighBeads,
  weighBlocks,
} from '../../src/core/reader/rows.repo.ts'
import { readFacing, readOutline, readSpeakersAt } from '../../src/core/speakers/outline.repo.ts'
import { findSpeakers, listHighlightsOfSpeaker } from '../../src/core/speakers/speakers.repo.ts'
import type { ReadDb } from '../../src/core/store/handles.ts'
import type {
  ArticleId,
  BeadId,
  HighlightId,
  LinkId,
  PairId,
  SegmentId,
  SpeakerId,
  TagId,
} from '../../src/shared/domain/ids.ts'
import { openTestStore } from '../fixtures/open-test-store.ts'

/** Tables that grow with the library; a plan that scans one gets slower with every book. */
const LARGE =
  /^SCAN (?:articles|blocks|segments|beads|bead_segments|highlights|spans|span_parts|links|link_ends|link_end_parts|highlight_tags|notes|pairs|a|b|s|p|sp|bs|n|e|l)\b(?! USING (?:COVERING )?INDEX \S+ \()/u

const article = 'a' as ArticleId
const pair = 'p' as PairId
const segment = 's' as SegmentId
const bead = 'b' as BeadId
const placed: PlacedSegment = {
  id: segment,
  articleId: article,
  text: '',
  blockPosition: 5000,
  position: 1024,
}

const hot: Record<string, (db: ReadDb) => unknown> = {
  'a page of an article': (db) => readBlocks(db, article, 100, 20),
  'a page of rows': (db) => readBlockRuns(db, article, 100, 20),
  'a page of beads': (db) => readBeadRuns(db, pair, 'all', 100, 20),
  'a page of filtered beads': (db) => readBeadRuns(db, pair, 'not-one-to-one', 100, 20),
  'how many filtered beads': (db) => countBeads(db, pair, 'one-sided'),
  'heights of beads': (db) => weighBeads(db, pair, 'uncertain', 20),
  'heights of blocks': (db) => weighBlocks(db, article, 20),
  'all text of a pair': (db) => readBeadTexts(db, pair, 'all'),
  'all text of an article': (db) => readSegmentTexts(db, article),
  'segments to align': (db) => readAlignableSegments(db, article),
  'beads from one to another': (db) => readBeads(db, pair, 1024, 4096),
  'a bead by its id': (db) => findBeadPosition(db, pair, bead),
  'the bead of a segment': (db) => findSegmentPosition(db, pair, segment),
  'the bead before': (db) => positionBeside(db, pair, 1024, 'before'),
  'the bead after': (db) => positionBeside(db, pair, 1024, 'after'),
  'the next gap': (db) => findStop(db, pair, 1024, { side: 'left', cell: 'empty' }),
  'the end of a gap': (db) => findStop(db, pair, 1024, { side: 'left', cell: 'filled' }),
  'how many beads come before': (db) => countBeadsBefore(db, pair, 1024),
  'counts of beads': (db) => countBeadKinds(db, pair),
  'the next bead of a kind': (db) =>
    findNextBead(db, pair, 'not-one-to-one', { position: 1024, direction: 'forward' }),
  'the least sure bead': (db) => findLeastSure(db, pair, null),
  'how many beads to verify': (db) =>
    countToVerify(db, pair, { kind: 'up-to', position: 1024, filter: 'all' }, true),
  'a pair’s outline': (db) => findPairOutline(db, pair),
  'the lock of an article': (db) => findLockOf(db, article),
  'a segment’s own row': (db) => readSegment(db, segment),
  'anchors in some segments': (db) => readAnchorsIn(db, [segment]),
  'the row of a segment in beads': (db) => locateInBeads(db, pair, 'review', segment),
  'the row of a segment in blocks': (db) => locateInBlocks(db, [article], segment),
  'a segment': (db) => findSegment(db, segment),
  'selected segments': (db) => readSegmentsBetween(db, article, placed, placed),
  'context before': (db) => readNeighbours(db, article, placed, 'before', 32),
  'context after': (db) => readNeighbours(db, article, placed, 'after', 32),
  'one highlight': (db) => readAnnotations(db, ['h' as HighlightId]),
  'highlights of articles': (db) => listHighlightsOfArticles(db, [article]),
  'highlights of a tag': (db) => listHighlightsOfTag(db, 't' as TagId),
  'highlights of a speaker': (db) => listHighlightsOfSpeaker(db, 's' as SpeakerId),
  'what is a speaker’s': (db) => findSpeakers(db, ['s' as SpeakerId]),
  'who speaks where': (db) => readSpeakersAt(db, [article]),
  'the outline of an article': (db) => readOutline(db, article),
  'whose words an article faces': (db) => readFacing(db, article),
  'one article': (db) => findArticle(db, article),
  'one pair': (db) => findPair(db, pair),
  'links of a pair': (db) => listLinks(db, { pairId: pair }),
  'links of an article': (db) => listLinks(db, { articleId: article }),
  'what was decided in a pair': (db) => listLinksOfPair(db, pair),
  'one link': (db) => readLinks(db, ['l' as LinkId]),
  'a page of segments': (db) => readSegmentPage(db, article, null, 20),
  'the sides of beads': (db) => readBeadSides(db, pair, ['b' as BeadId]),
  'beads between segments': (db) => listBeadsBetween(db, pair, segment, segment, 20),
  'the pair of two articles': (db) => findPairOf(db, article, article),
}

/** With the memory of the page as it is when it is first asked for something. */
function inMemory(db: ReadDb): FactsTable {
  const table = new FactsTable({ read: db, watchFacts: () => ({ take: () => null }) })
  table.sync()
  return table
}
const found = (db: ReadDb, sort: 'newest' | 'changed' | 'article', filter: object = {}): unknown =>
  findHighlights(db, inMemory(db), annotationFilter.parse(filter), { sort, from: 0, limit: 100 })

/** Reading all there is into memory, and a page by its numbers. */
const MEMORY =
  /^SEARCH highlight_facts$|^SCAN f$|^SCAN articles$|VIRTUAL TABLE|^SEARCH f USING INTEGER PRIMARY KEY|LIST SUBQUERY|CO-ROUTINE|^SCAN \(subquery-\d+\)$/u
const also = (steps: RegExp): RegExp => new RegExp(`${MEMORY.source}|${steps.source}`, 'u')

/** What the page of all highlights asks: it reads its narrow table from front to back, and nothing else. */
const survey: Record<string, { work: (db: ReadDb) => unknown; steps: RegExp }> = {
  'all, the newest first': {
    work: (db) => found(db, 'newest'),
    steps: also(/^SCAN highlight_facts USING COVERING INDEX highlight_facts_by_creation$/u),
  },
  'all, what changed last first': {
    work: (db) => found(db, 'changed'),
    steps: also(/^SCAN highlight_facts USING COVERING INDEX highlight_facts_by_change$/u),
  },
  'all, by place': {
    work: (db) => found(db, 'article'),
    steps: also(/^SEARCH f USING COVERING INDEX highlight_facts_by_place \(article_id=\?\)$|ORDER BY/u),
  },
  'all, counted by article': {
    work: (db) => countGroups(db, inMemory(db), annotationFilter.parse({}), 'article'),
    steps: also(/^SEARCH articles USING INDEX \w+ \(id=\?\)$|^CORRELATED/u),
  },
  'a tag': {
    work: (db) => countGroups(db, inMemory(db), annotationFilter.parse({ tagIds: ['t'] }), 'color'),
    steps: also(/below|RECURSIVE|SETUP|tags_by_parent|UNION/u),
  },
  'rows of a page': {
    work: (db) => readSurveyRows(db, ['h' as HighlightId]),
    steps: /^(?!SCAN (?!(?:o|t|json_each)\b))/u,
  },
}

describe('the page of all highlights', () => {
  it.each(Object.entries(survey))('%s', (_name, { work, steps }) => {
    const store = openTestStore()
    const plans: string[] = []
    const explain = (sql: string): string => {
      const marks = [...sql.matchAll(/\?/gu)].map(() => null)
      const rows = store.read.all<{ detail: string }>(`EXPLAIN QUERY PLAN ${sql}`, marks)
      plans.push(...rows.map(({ detail }) => detail))
      return sql
    }
    work({
      all: (sql, params) => store.read.all(explain(sql), params),
      tuples: (sql, params) => store.read.tuples(explain(sql), params),
      get: (sql, params) => store.read.get(explain(sql), params),
      value: (sql, params) => store.read.value(explain(sql), params),
    })
    expect(plans.length).toBeGreaterThan(0)
    expect(plans.filter((step) => !steps.test(step))).toEqual([])
    store.close()
  })
})

describe('hot queries use indexes', () => {
  it.each(Object.entries(hot))('%s', (_name, work) => {
    const store = openTestStore()
    const seen: string[] = []
    const record = (sql: string): string => {
      seen.push(sql)
      return sql
    }
    // The real handle, with a note taken of what is asked.
    work({
      all: (sql, params) => store.read.all(record(sql), params),
      tuples: (sql, params) => store.read.tuples(record(sql), params),
      get: (sql, params) => store.read.get(record(sql), params),
      value: (sql, params) => store.read.value(record(sql), params),
    })
    expect(seen.length).toBeGreaterThan(0)
    for (const sql of seen) {
      const names = [...sql.matchAll(/@(\w+)/gu)].map((match) => [match[1] ?? '', null])
      const marks = [...sql.matchAll(/\?/gu)].map(() => null)
      const plan = store.read.all<{ detail: string }>(
        `EXPLAIN QUERY PLAN ${sql}`,
        names.length > 0 ? Object.fromEntries(names) : marks,
      )
      expect(plan.length).toBeGreaterThan(0)
      expect(plan.map((step) => step.detail).filter((detail) => LARGE.test(detail))).toEqual([])
    }
    store.close()
  })

  it('would notice a scan', () => {
    const store = openTestStore()
    const plan = store.read.all<{ detail: string }>(
      "EXPLAIN QUERY PLAN SELECT * FROM segments WHERE text = 'x'",
    )
    expect(plan.filter((step) => LARGE.test(step.detail))).toHaveLength(1)
  })
})
