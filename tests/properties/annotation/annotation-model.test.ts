import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '../../fixtures/temp-folder.ts'
import { histories, type Plant, type Tally } from './history.ts'

/** How many histories are tried: some here, tens of thousands with `DUIZHAO_HISTORIES=20000`. */
const HISTORIES = Number(process.env['DUIZHAO_HISTORIES'] ?? '150')
/** The same histories each time, so that a build is not red by chance; others with `DUIZHAO_SEED`. */
const SEED = Number(process.env['DUIZHAO_SEED'] ?? '20261128')

describe('any history of edits, re-imports, highlights, mirrors, tags, undo and redo', () => {
  it(
    'leaves every highlight on its own characters, or says that it has to be looked at',
    async () => {
      const tally: Tally = { ok: 0, moved: 0, lost: 0 }
      await fc.assert(histories({ root: tempFolder(), steps: 25, tally }), {
        numRuns: HISTORIES,
        seed: SEED,
      })
      // A library that calls everything doubtful would pass the comparison.
      expect(tally.ok).toBeGreaterThan(4 * (tally.moved + tally.lost))
      console.info(`${HISTORIES} histories; looks at a span: ${JSON.stringify(tally)}`)
    },
    HISTORIES * 4000,
  )

  const plants: Record<string, Plant> = {
    'an edit that leaves the anchors where they were': ({ store }, { kind }) => {
      if (kind !== 'edit') return
      store.write({ label: null, scope: '', origin: null }, (db) =>
        db.uncaptured(() =>
          db.run(`UPDATE segments SET text = '〇' || text WHERE id IN (SELECT segment_id FROM span_parts)`),
        ),
      )
    },
    'a tag that stays behind': ({ store }, { kind }) => {
      if (kind !== 'untag') return
      store.write({ label: null, scope: '', origin: null }, (db) =>
        db.uncaptured(() =>
          db.run(`INSERT INTO highlight_tags SELECT h.id, t.id, 1 FROM highlights AS h, tags AS t WHERE true
                  ON CONFLICT DO NOTHING`),
        ),
      )
    },
    'a re-import that says ok where it should not': ({ store }, { kind }) => {
      if (kind !== 'update') return
      store.write({ label: null, scope: '', origin: null }, (db) =>
        db.uncaptured(() => {
          db.run(`UPDATE span_parts SET start = start - 1 WHERE start > 0 AND ordinal = 0`)
        }),
      )
    },
  }

  it.each(Object.entries(plants))(
    'would show %s',
    async (_name, plant) => {
      const found = await fc.check(histories({ root: tempFolder(), steps: 25, plant }), {
        numRuns: 200,
        seed: SEED,
        endOnFailure: true,
      })
      expect(found.failed).toBe(true)
    },
    120_000,
  )
})
