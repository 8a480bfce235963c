import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson } from './cli-process.ts'

const TEXT =
  '# 江边札记\n\n与会者强调，要尊重多样文明。去年出口额达到6100亿元。\n\n𠮷祥照相馆😀开门了。\n\n完。\n'
const CORRECTED = '# 江边札记\n\n𠮷祥照相馆😀开门了。\n\n与会者强调，要尊重多样的文明。\n\n今天没有别的事。\n'

interface Outcome {
  readonly ok: number
  readonly moved: number
  readonly lost: number
  readonly doubts: readonly { readonly state: string; readonly was: string; readonly text: string | null }[]
  readonly revisionId: string | null
}

/** Many commands, each a process of its own. */
const SLOW = 300_000

async function library(quotes: readonly string[]): Promise<{ path: string; corrected: string }> {
  const folder = tempFolder()
  writeFileSync(join(folder, '江边.md'), TEXT)
  const corrected = join(folder, '改.md')
  writeFileSync(corrected, CORRECTED)
  const path = join(folder, 'library')
  await duizhaoJson(path, 'import', join(folder, '江边.md'), '--yes')
  for (const quote of quotes) {
    await duizhaoJson(path, 'annotate', '江边札记', '--quote', quote)
  }
  return { path, corrected }
}

const paragraphs = async (path: string): Promise<string[]> =>
  (await duizhaoJson<{ blocks: { text: string }[] }>(path, 'show', '江边札记')).blocks.map(({ text }) => text)

describe('update', () => {
  test(
    'tells first, does it as one step, keeps the old text, and takes it back',
    { timeout: SLOW },
    async () => {
      const { path, corrected } = await library(['多样文明', '照相馆😀', '出口额达到6100亿元'])
      const before = await paragraphs(path)
      const planned = await duizhaoJson<Outcome>(path, 'update', '江边札记', corrected, '--dry-run')
      expect(planned).toMatchObject({
        ok: 1,
        moved: 1,
        lost: 1,
        revisionId: null,
        changes: { added: 1, removed: 1, moved: 1 },
      })
      expect(planned.doubts).toMatchObject([
        { state: 'moved', was: '多样文明', text: '多样的文明' },
        { state: 'lost', was: '出口额达到6100亿元', text: null },
      ])
      expect([await paragraphs(path), await duizhaoJson(path, 'revisions', '江边札记')]).toEqual([before, []])

      const done = await duizhaoJson<Outcome>(path, 'update', '江边札记', corrected)
      expect(done).toMatchObject({ ok: 1, moved: 1, lost: 1, doubts: planned.doubts })
      expect(await paragraphs(path)).toEqual([
        '江边札记',
        '𠮷祥照相馆😀开门了。',
        '与会者强调，要尊重多样的文明。',
        '今天没有别的事。',
      ])
      expect(await duizhaoJson(path, 'revisions', '江边札记')).toMatchObject([
        { id: done.revisionId, number: 1, reason: 'update', blockCount: 4 },
      ])
      expect((await duizhaoJson<Outcome>(path, 'update', '江边札记', corrected)).revisionId).toBeNull()
      const compared = await duizhao(path, 'revisions', '江边札记', '--compare', '1')
      expect(compared.stdout).toContain('+ 今天没有别的事。')
      const restored = await duizhaoJson<Outcome>(path, 'revisions', '江边札记', '--restore', '1')
      expect(restored).toMatchObject({ ok: 1, moved: 2, lost: 0 })
      expect(await paragraphs(path)).toEqual(before)
      for (const kind of ['text.restore', 'text.update']) {
        expect(await duizhaoJson(path, 'undo')).toMatchObject({ undone: { label: { kind } } })
      }
      expect(await paragraphs(path)).toEqual(before)
    },
  )

  test(
    'refuses what is no text of the article, and numbers that are not there',
    { timeout: SLOW },
    async () => {
      const { path, corrected } = await library([])
      expect((await duizhao(path, 'update', '江边札记')).code).toBe(2)
      expect((await duizhao(path, 'update', '没有', corrected)).code).toBe(3)
      expect((await duizhao(path, 'update', '江边札记', `${corrected}.none`)).code).toBe(3)
      expect((await duizhao(path, 'revisions', '江边札记', '--restore', '7')).code).toBe(3)
      expect((await duizhao(path, 'revisions', '江边札记', '--restore', '1', '--compare', '1')).code).toBe(2)
      const empty = `${corrected}.txt`
      writeFileSync(empty, ' \n')
      expect((await duizhao(path, 'update', '江边札记', empty)).code).toBe(4)
    },
  )
})
