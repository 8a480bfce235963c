import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson } from './cli-process.ts'

/** A library with an aligned pair of two texts. */
async function library(): Promise<{ path: string; pair: string }> {
  const path = join(tempFolder(), 'library')
  const texts = tempFolder()
  writeFileSync(join(texts, 'zh.md'), '# 桥\n\n𠮷村的桥是给人走的。\n')
  writeFileSync(join(texts, 'en.md'), '# A Bridge\n\nBridges are for walking.\n')
  const [right, left] = await duizhaoJson<{ articleId: string }[]>(path, 'import', texts, '--yes')
  const { id } = await duizhaoJson<{ id: string }>(
    path,
    'pair',
    left?.articleId ?? '',
    right?.articleId ?? '',
  )
  return { path, pair: id }
}

test('a pair goes to standard output, into a file, or into a folder', async () => {
  const { path, pair } = await library()
  const tmx = await duizhao(path, 'export', '--pair', pair, '--format', 'tmx')
  expect(tmx.stdout).toMatch(/^<\?xml [\s\S]*<seg>𠮷村的桥是给人走的。<\/seg>[\s\S]*<\/tmx>\n$/u)
  const file = join(tempFolder(), 'bridge.tmx')
  const toFile = (...more: string[]): ReturnType<typeof duizhao> =>
    duizhao(path, 'export', '--pair', pair, '-o', file, ...more)
  expect((await toFile('--format', 'tmx')).code).toBe(0)
  expect(readFileSync(file, 'utf8')).toBe(tmx.stdout)
  // What is there stays, unless it is the same, or it is to be replaced.
  expect((await toFile('--format', 'tmx')).code).toBe(0)
  expect((await toFile('--format', 'docx')).code).toBe(4)
  expect(readFileSync(file, 'utf8')).toBe(tmx.stdout)
  expect((await toFile('--format', 'docx', '--force')).code).toBe(0)
  expect(readFileSync(file).subarray(0, 2).toString()).toBe('PK')
  const folder = tempFolder()
  await duizhao(path, 'export', '--pair', pair, '--format', 'ladder', '--out', folder)
  expect(readdirSync(folder).map((name) => name.replace(/^.* [0-9a-f]{8}/u, ''))).toEqual([
    '.ladder',
    '.ladder.txt',
    '.left.txt',
    '.right.txt',
  ])
})

test('what makes no sense, and what there is none of, is said', async () => {
  const { path, pair } = await library()
  const codeOf = async (...args: string[]): Promise<number | null> =>
    (await duizhao(path, 'export', ...args)).code
  expect(await codeOf('--format', 'tmx')).toBe(2)
  expect(await codeOf('--pair', pair, '--format', 'xlsx')).toBe(2)
  expect(await codeOf('--pair', pair, '--format', 'tmx', '--bom', 'yes')).toBe(2)
  expect(await codeOf('--pair', pair, '--verified', '--out', tempFolder())).toBe(2)
  expect(await codeOf('--pair', pair, '--format', 'tmx', '--verified')).toBe(4)
  expect(await codeOf('--pair', pair, '--format', 'ladder', '--verified')).toBe(4)
  const csv = await duizhao(path, 'export', '--pair', pair, '--format', 'csv', '--bom', 'no')
  expect(csv.stdout).toMatch(/^id,zh-Hans,en,/u)
})
