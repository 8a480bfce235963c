import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tempFolder } from '../fixtures/temp-folder.ts'
import { duizhao, duizhaoJson } from './cli-process.ts'

const ZH = [
  '渡船在2024年5月3日早晨离开码头。',
  '船上有二十三名乘客。',
  '雾散了，𠮷山露出来🙂。',
  '大家都很高兴。',
]
const EN = [
  'The ferry left the pier on the morning of 3 May 2024.',
  'There were twenty-three passengers on board.',
  'The fog lifted. Mount Ji came into view 🙂.',
  'Everybody was glad.',
]

function twoFiles(zh: readonly string[], en: readonly string[]): { zh: string; en: string; library: string } {
  const folder = tempFolder()
  const [zhFile, enFile] = [join(folder, 'a.zh'), join(folder, 'a.en')]
  writeFileSync(zhFile, zh.map((line) => `${line}\n`).join(''))
  writeFileSync(enFile, en.map((line) => `${line}\n`).join(''))
  return { zh: zhFile, en: enFile, library: join(folder, 'library') }
}

async function beadsOf(zh: readonly string[], en: readonly string[]): Promise<string[]> {
  const files = twoFiles(zh, en)
  const { stdout, code } = await duizhao(
    files.library,
    'align',
    '--zh',
    files.zh,
    '--en',
    files.en,
    '--segmented',
    '--format',
    'beads',
  )
  expect(code).toBe(0)
  return stdout.split('\n').slice(0, -1)
}

/** The indices that the bead lines list for one side. */
function indices(lines: readonly string[], side: 0 | 1): number[] {
  return lines.flatMap((line) => JSON.parse(line.split(':')[side] ?? '[]') as number[])
}

describe('align of two files', () => {
  test('one bead a line, in order, every sentence once; no library is made', async () => {
    const files = twoFiles(ZH, EN)
    const done = await duizhao(files.library, 'align', '--zh', files.zh, '--en', files.en, '--segmented')
    expect(done.stdout).toBe('[0]:[0]\n[1]:[1]\n[2]:[2]\n[3]:[3]\n')
    expect(existsSync(files.library)).toBe(false)
  })

  test('empty lines, an empty side, one long side and odd characters: every line once', async () => {
    for (const [zh, en] of [
      [
        ['第一句。', '', '第三句。'],
        ['One.', '', '', 'Three.'],
      ],
      [[], EN],
      [ZH, []],
      [[], []],
      [['一句。'], Array.from({ length: 1000 }, (_, index) => `Sentence ${index}.`)],
      [
        [`${ZH.join('')}控制\u000b符\ufffe。${ZH.join('')}`],
        [`${EN.join(' ')} Control\u000b characters. ${EN.join(' ')}`],
      ],
    ] as const) {
      const lines = await beadsOf(zh, en)
      expect(indices(lines, 0)).toEqual(zh.map((_, index) => index))
      expect(indices(lines, 1)).toEqual(en.map((_, index) => index))
    }
  })

  test('a line of a megabyte ends', async () => {
    const lines = await beadsOf(['很长。'.repeat(120_000), '短。'], ['Long. '.repeat(180_000), 'Short.'])
    expect(indices(lines, 0)).toEqual([0, 1])
  })

  test('texts are cut into sentences when nobody has done it', async () => {
    const files = twoFiles([ZH.join('')], [EN.join(' ')])
    const done = await duizhao(files.library, 'align', '--zh', files.zh, '--en', files.en, '--format', 'tsv')
    expect(done.stdout.split('\n').filter((line) => line.includes('渡船'))).toHaveLength(1)
    expect(done.stdout).toMatch(/二十三名乘客.*twenty-three/u)
  })

  test.each(['tmx', 'xliff', 'json', 'tsv', 'beads'])(
    '%s goes to standard output and into a file alike',
    async (format) => {
      const files = twoFiles(ZH, EN)
      const args = ['align', '--zh', files.zh, '--en', files.en, '--segmented', '--format', format]
      const { stdout } = await duizhao(files.library, ...args)
      const out = join(tempFolder(), 'out')
      const said = await duizhao(files.library, ...args, '--out', out)
      expect(said.code).toBe(0)
      expect(readFileSync(out, 'utf8')).toBe(stdout)
      expect(stdout).not.toBe('')
    },
  )

  test('swapped languages are refused with what to do; the same language on both sides is aligned', async () => {
    const swapped = twoFiles(EN, ZH)
    const refused = await duizhao(
      swapped.library,
      'align',
      '--zh',
      swapped.zh,
      '--en',
      swapped.en,
      '--segmented',
    )
    expect(refused.code).toBe(4)
    expect(refused.stderr).toMatch(/swapped.*other way round/u)
    const same = await beadsOf(ZH, ZH)
    expect(same).toEqual(['[0]:[0]', '[1]:[1]', '[2]:[2]', '[3]:[3]'])
  })

  test('an empty file is named, one language twice is told, and control characters go either way', async () => {
    const align = (zh: readonly string[], en: readonly string[], ...more: readonly string[]) => {
      const files = twoFiles(zh, en)
      return duizhao(files.library, 'align', '--zh', files.zh, '--en', files.en, ...more)
    }
    const empty = await align(ZH, [])
    expect(empty.code).toBe(4)
    expect(empty.stderr).toMatch(/“a\.en”.*empty.*--segmented/u)
    expect(empty.stderr).not.toContain('import')
    const same = await align(ZH, ZH)
    expect([same.code, same.stderr]).toEqual([0, expect.stringMatching(/same language \(zh\)/u)])
    const odd = [['桥\0是\u0007给人走的。'], ['Bridges\0 are\u0007 for walking.']] as const
    const plain = await align(...odd, '--format', 'json')
    const lines = await align(...odd, '--format', 'json', '--segmented')
    expect(plain.stdout).toBe(lines.stdout)
    expect(plain.stdout).toContain('Bridges are for walking.')
  })

  test('a missing file, a missing side and a pair beside files say so', async () => {
    const files = twoFiles(ZH, EN)
    const missing = await duizhao(files.library, 'align', '--zh', `${files.zh}x`, '--en', files.en)
    expect(missing).toMatchObject({ code: 3, stdout: '' })
    expect(await duizhao(files.library, 'align', '--zh', files.zh)).toMatchObject({ code: 2 })
    expect(await duizhao(files.library, 'align', 'x', '--zh', files.zh, '--en', files.en)).toMatchObject({
      code: 2,
    })
    expect(await duizhao(files.library, 'align')).toMatchObject({ code: 2 })
  })
})

describe('align of a pair', () => {
  test('aligns it anew, and takes the beads of a ladder that fits', async () => {
    const library = join(tempFolder(), 'library')
    await duizhao(library, 'seed')
    const pair = '桥与镜子'
    const aligned = await duizhaoJson<{ total: number }>(library, 'align', pair)
    expect(aligned.total).toBeGreaterThan(5)
    const ladder = join(tempFolder(), 'wrong.ladder')
    writeFileSync(ladder, '0\t0\t1\n9999\t9999\t1\n')
    const refused = await duizhao(library, 'align', pair, '--ladder', ladder)
    expect(refused.code).toBe(4)
    expect(await duizhaoJson(library, 'align', pair)).toMatchObject({ total: aligned.total })
  })
})
