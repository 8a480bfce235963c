import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson } from './cli-process.ts'

const TALK = `# 桥上谈话

主持人：您好，请坐。

林小满：谢谢。我从渡口说起。

主持人：好的。

林小满：那时候还没有桥。
`
const ASSIGN = ['speakers', 'assign', '桥上谈话', '--from', '3', '--to', '5']

async function library(): Promise<string> {
  const folder = tempFolder()
  writeFileSync(join(folder, 'talk.md'), TALK)
  const path = join(folder, 'library')
  await duizhaoJson(path, 'import', join(folder, 'talk.md'), '--yes')
  return path
}

// Each call is a process of its own, and there are several in a test.
describe('speakers', { timeout: 60_000 }, () => {
  test('are suggested with the rule, and confirmed', async () => {
    const path = await library()
    const suggested = await duizhaoJson<{ name: string; rule: string }[]>(
      path,
      'speakers',
      'suggest',
      '桥上谈话',
      '--confirm',
    )
    expect(suggested.map(({ name, rule }) => `${name} ${rule}`)).toEqual([
      '主持人 label',
      '林小满 label',
      '主持人 label',
      '林小满 label',
    ])
    expect(await duizhaoJson(path, 'speakers', 'list')).toMatchObject([
      { names: [{ name: '主持人' }], blockCount: 2 },
      { names: [{ name: '林小满' }], blockCount: 2 },
    ])
  })

  test('are assigned by name, taken back, and exported', async () => {
    const path = await library()
    expect(await duizhaoJson(path, ...ASSIGN, '--name', '李默', '--role', '船夫')).toMatchObject({
      blockCount: 3,
    })
    expect(await duizhaoJson(path, ...ASSIGN, '--nobody')).toEqual({ blockCount: 3 })
    await duizhao(path, 'undo')
    expect((await duizhao(path, 'speakers', 'list')).stdout).toContain(
      '李默 (船夫)  3 paragraphs, 1 article, 0 highlights',
    )
    const out = await duizhao(path, 'export', '--out', join(path, '../out'), '--speaker', '李默')
    expect(out.stdout).toContain('李默')
  })

  test('need words that make sense', async () => {
    const path = await library()
    expect((await duizhao(path, 'speakers', 'sing')).code).toBe(2)
    expect((await duizhao(path, ...ASSIGN)).code).toBe(2)
    expect((await duizhao(path, ...ASSIGN, '--speaker', '没有')).code).toBe(3)
  })
})
