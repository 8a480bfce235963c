import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson } from './cli-here.ts'

interface TagFacts {
  readonly id: string
  readonly path: string
  readonly count: number
  readonly totalCount: number
}

/** A library with a text, two highlights and their tags. */
async function library(): Promise<string> {
  const path = join(tempFolder(), 'library')
  const file = join(tempFolder(), 'zh.md')
  writeFileSync(file, '# 桥与镜子\n\n桥是给人走的。镜子也是。\n\n治理要靠大家。\n')
  await duizhao(path, 'import', file, '--yes')
  await duizhao(path, 'annotate', '桥与镜子', '--quote', '镜子也是。', '--tag', '治理/安全', '--note', '记')
  await duizhao(
    path,
    'annotate',
    '桥与镜子',
    '--quote',
    '治理',
    '--tag',
    '治理/安全',
    '--tag',
    '译法/安全/边境',
  )
  return path
}

async function paths(path: string): Promise<string[]> {
  const tags = await duizhaoJson<TagFacts[]>(path, 'tags', 'list')
  return tags.map((tag) => `${tag.path} ${tag.count} ${tag.totalCount}`)
}

test('tags lists, adds, moves, merges, renames and removes; one history takes it all back', async () => {
  const path = await library()
  const before = await paths(path)
  expect(before).toEqual(['治理 0 2', '治理/安全 2 2', '译法 0 1', '译法/安全 0 1', '译法/安全/边境 1 1'])
  const added = await duizhaoJson<TagFacts>(
    path,
    'tags',
    'add',
    '治理／信息',
    '--color',
    '4',
    '--description',
    '- 谁说了什么',
    '--examples',
    '《通报》',
  )
  expect(added).toEqual({
    id: expect.any(String),
    parentId: expect.any(String),
    name: '信息',
    path: '治理/信息',
    color: 4,
    description: '- 谁说了什么',
    examples: '《通报》',
    count: 0,
    totalCount: 0,
  })
  expect(await duizhaoJson(path, 'tags', 'move', '译法/安全/边境', '/')).toMatchObject({
    path: '边境',
    totalCount: 1,
  })
  expect(await duizhaoJson(path, 'tags', 'move', '边境', '译法/安全')).toMatchObject({
    path: '译法/安全/边境',
  })
  const wanted = { dryRun: true, tagCount: 2, movedCount: 1, highlightCount: 0 }
  expect(await duizhaoJson(path, 'tags', 'merge', '译法', '治理', '--dry-run')).toMatchObject({
    ...wanted,
    merged: [
      { from: '译法', into: '治理' },
      { from: '译法/安全', into: '治理/安全' },
    ],
  })
  expect(await duizhaoJson(path, 'tags', 'merge', '译法', '治理')).toMatchObject({
    path: '治理',
    dryRun: false,
  })
  expect(await duizhaoJson(path, 'tags', 'rename', '治理/安全/边境', '边界')).toMatchObject({
    path: '治理/安全/边界',
  })
  expect(await paths(path)).toEqual(['治理 0 2', '治理/信息 0 0', '治理/安全 2 2', '治理/安全/边界 1 1'])
  expect(await duizhaoJson(path, 'tags', 'remove', '治理', '--highlights', 'delete')).toMatchObject({
    path: '治理',
    tagCount: 4,
    highlightCount: 2,
    exclusiveCount: 2,
    noteCount: 1,
  })
  expect(await duizhaoJson(path, 'annotations')).toEqual([])
  for (let step = 0; step < 6; step += 1) await duizhao(path, 'undo')
  expect(await paths(path)).toEqual(before)
})

test('says what is wrong with a tag, a place, a name and an option, and changes nothing', async () => {
  const path = await library()
  const before = await paths(path)
  const bad: [number, string[]][] = [
    [2, ['tags', 'paint']],
    [2, ['tags', 'move', '治理']],
    [2, ['tags', 'list', '--color', '1']],
    [2, ['tags', 'add', 'x', '--color', '9']],
    [2, ['tags', 'add', ' / ']],
    [2, ['tags', 'remove', '治理', '--highlights', 'burn']],
    [2, ['tags', 'export', '--bom', 'no']],
    [3, ['tags', 'move', '没有', '治理']],
    [3, ['tags', 'import', join(path, 'none.qdc')]],
    [4, ['tags', 'add', '治理/安全']],
    [4, ['tags', 'move', '治理', '治理/安全']],
    [4, ['tags', 'move', '译法/安全', '治理']],
    [4, ['tags', 'merge', '治理', '治理']],
    [4, ['tags', 'rename', '治理', '译法']],
    [4, ['tags', 'rename', '治理', '译/法']],
    [4, ['tags', 'remove', '治理', '--highlights', 'parent']],
  ]
  for (const [code, args] of bad) {
    const ended = await duizhao(path, ...args)
    expect([args, ended.code, ended.stdout]).toEqual([args, code, ''])
    expect(ended.stderr).toMatch(/^duizhao: [^\n]+/u)
  }
  expect(await paths(path)).toEqual(before)
})

test('tags export and import bring the codebook into another library, and do nothing twice', async () => {
  const [path, other] = [await library(), join(tempFolder(), 'library')]
  await duizhao(path, 'tags', 'add', '=公式', '--color', '3', '--examples', '一\n二')
  const folder = tempFolder()
  const [qdc, csv] = [join(folder, 'codebook.qdc'), join(folder, 'codebook.csv')]
  const printed = await duizhao(path, 'tags', 'export')
  await duizhao(path, 'tags', 'export', '-o', qdc)
  expect(readFileSync(qdc, 'utf8')).toBe(printed.stdout)
  expect(printed.stdout).toContain(' name="=公式" isCodable="true" color="#5fb236"')
  await duizhao(path, 'tags', 'export', '--format', 'csv', '-o', csv)
  expect(readFileSync(csv, 'utf8')).toContain('\n\'=公式,3,,"一\n二"\r\n')
  writeFileSync(join(folder, 'mine'), 'mine')
  expect((await duizhao(path, 'tags', 'export', '-o', join(folder, 'mine'))).code).toBe(4)
  expect(readFileSync(join(folder, 'mine'), 'utf8')).toBe('mine')

  expect(await duizhaoJson(other, 'tags', 'import', csv, '--dry-run')).toMatchObject({
    created: 6,
    updated: 0,
    skipped: 0,
    dryRun: true,
  })
  expect(await duizhaoJson(other, 'tags', 'list')).toEqual([])
  expect(await duizhaoJson(other, 'tags', 'import', qdc)).toMatchObject({
    created: 6,
    updated: 0,
    skipped: 0,
  })
  expect(await duizhaoJson(other, 'tags', 'import', csv)).toMatchObject({
    created: 0,
    updated: 0,
    skipped: 6,
  })
  const kept = ({ id, path: at }: TagFacts): unknown => ({ id, at })
  const [here, there] = [
    await duizhaoJson<TagFacts[]>(path, 'tags'),
    await duizhaoJson<TagFacts[]>(other, 'tags'),
  ]
  expect(there.map(kept)).toEqual(here.map(kept))
  await duizhao(other, 'undo')
  expect(await duizhaoJson(other, 'tags', 'list')).toEqual([])
  expect(existsSync(`${qdc}.unfinished`)).toBe(false)
})
