import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson } from './cli-process.ts'

const ZH = '# 江边札记\n\n与会者强调，要尊重多样文明，增进相互信任。去年出口额达到6100亿元。\n'
const EN =
  '# Riverside Notes\n\nSeveral speakers called for respect for diverse civilizations and for mutual trust. Exports reached 610 billion yuan last year.\n'

async function library(): Promise<string> {
  const folder = tempFolder()
  const texts = join(folder, 'texts')
  mkdirSync(texts)
  writeFileSync(join(texts, 'zh.md'), ZH)
  writeFileSync(join(texts, 'en.md'), EN)
  const path = join(folder, 'library')
  await duizhaoJson(path, 'import', texts, '--yes')
  return path
}

interface Link {
  readonly a: { readonly segmentId: string; readonly text: string }
  readonly b: { readonly segmentId: string; readonly text: string }
  readonly score: number
  readonly reasons: readonly { readonly kind: string; readonly from: string; readonly to: string }[]
}

describe('links', () => {
  test('lists what two articles say alike, by their titles, without a pair, and stores nothing', async () => {
    const path = await library()
    const links = await duizhaoJson<Link[]>(path, 'links', '江边札记', 'Riverside Notes')
    const found = links.find(({ a }) => a.text.includes('尊重多样文明'))
    expect(found?.b.text).toContain('respect for diverse civilizations')
    expect(found?.reasons).toContainEqual({ kind: 'word', from: '文明', to: 'civilizations' })
    for (const { a, b, score } of links) {
      expect([typeof a.segmentId, typeof b.segmentId]).toEqual(['string', 'string'])
      expect(score).toBeLessThanOrEqual(1)
    }
    expect((await duizhao(path, 'links', '江边札记', 'Riverside Notes')).stdout).toMatch(
      /^\d\.\d\d {2}\S.*\n {6}\S.*\n {6}.* = /u,
    )
    expect(await duizhaoJson(path, 'undo')).toMatchObject({ undone: { label: { kind: 'article.import' } } })
  })

  test('needs two articles that are there', async () => {
    const path = await library()
    expect((await duizhao(path, 'links', '江边札记')).code).toBe(2)
    expect((await duizhao(path, 'links', '江边札记', '没有')).code).toBe(3)
    expect((await duizhao(path, 'links', '江边札记', '江边札记')).code).toBe(4)
  })
})

describe('project', () => {
  test('finds the counterpart of a quote in its bead', async () => {
    const path = await library()
    await duizhaoJson(path, 'pair', '江边札记', 'Riverside Notes')
    const { span } = await duizhaoJson<{ span: { exact: string; confidence: number } | null }>(
      path,
      'project',
      'Riverside Notes',
      '--article',
      '江边札记',
      '--quote',
      '6100亿',
    )
    expect(span).toMatchObject({ exact: '610 billion', confidence: 1 })
    const missing = await duizhao(
      path,
      'project',
      'Riverside Notes',
      '--article',
      '江边札记',
      '--quote',
      '没有这句',
    )
    expect(missing.code).toBe(4)
    expect((await duizhao(path, 'project', 'Riverside Notes', '--article', '江边札记')).code).toBe(2)
  })
})
