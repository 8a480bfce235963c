import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson } from './cli-here.ts'

/** A library with an aligned pair of two texts, the Chinese one on the left. */
async function library(): Promise<{ path: string; pair: string }> {
  const path = join(tempFolder(), 'library')
  const texts = tempFolder()
  writeFileSync(join(texts, 'zh.md'), '# 桥\n\n𠮷村的桥是给人走的。\n')
  writeFileSync(join(texts, 'en.md'), '# A Bridge\n\nBridges are for walking.\n')
  const [right, left] = await duizhaoJson<{ articleId: string }[]>(path, 'import', texts, '--yes')
  const ids = [left?.articleId ?? '', right?.articleId ?? '']
  const { id } = await duizhaoJson<{ id: string }>(path, 'pair', ...ids)
  return { path, pair: id }
}

test('the source, the codes and the beads of a memory are chosen', async () => {
  const { path, pair } = await library()
  const run = (...args: string[]): ReturnType<typeof duizhao> =>
    duizhao(path, 'export', '--pair', pair, ...args)
  const srclang = async (...args: string[]): Promise<string | undefined> =>
    /srclang="([^"]*)"/u.exec((await run('--format', 'tmx', ...args)).stdout)?.[1]
  expect(await srclang()).toBe('zh-Hans')
  expect(await srclang('--source', 'right')).toBe('en')
  expect(await srclang('--source', 'zh', '--codes', 'region')).toBe('zh-CN')
  const xliff = await run('--format', 'xliff', '--source', 'en', '--codes', 'region')
  expect(xliff.stdout).toContain('srcLang="en" trgLang="zh-CN"')
  const count = async (least: string): Promise<number> =>
    (await run('--format', 'tmx', '--min-confidence', least)).stdout.split('<tu ').length - 1
  expect(await count('0')).toBe(2)
  expect((await run('--format', 'tmx', '--min-confidence', '1')).code).toBe(4)
  for (const wrong of [
    ['--format', 'tmx', '--source', 'middle'],
    ['--format', 'tmx', '--codes', 'country'],
    ['--format', 'tmx', '--min-confidence', '90'],
    ['--format', 'tmx', '--min-confidence', '0.9', '--verified'],
    ['--format', 'csv', '--source', 'left'],
    ['--format', 'json', '--codes', 'region'],
    ['--min-confidence', '0.9', '--out', tempFolder()],
  ]) {
    expect((await run(...wrong)).code, wrong.join(' ')).toBe(2)
  }
  const strange = await run('--format', 'tmx', '--source', 'fr')
  expect([strange.code, strange.stderr]).toEqual([4, expect.stringContaining('the left side is in zh-Hans')])
})
