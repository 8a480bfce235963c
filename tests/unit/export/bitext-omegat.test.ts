import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toTmx } from '../../../src/shared/export/bitext/to-tmx.ts'
import { toXliff12 } from '../../../src/shared/export/bitext/to-xliff-12.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'
import { sampleBitext } from './bitext-sample.ts'
import { hasOmegat, OMEGAT } from './omegat.ts'
import { elements, parseXml } from './read-bitext.ts'

const SETTINGS = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<omegat><project version="1.0">
  <source_dir>__DEFAULT__</source_dir><target_dir>__DEFAULT__</target_dir><tm_dir>__DEFAULT__</tm_dir>
  <glossary_dir>__DEFAULT__</glossary_dir><glossary_file>__DEFAULT__</glossary_file>
  <dictionary_dir>__DEFAULT__</dictionary_dir>
  <source_lang>ZH-CN</source_lang><target_lang>EN-GB</target_lang>
  <sentence_seg>false</sentence_seg><support_default_translations>true</support_default_translations>
  <remove_tags>false</remove_tags>
</project></omegat>
`

/** Has OmegaT translate a project without a window. */
function translate(sources: Readonly<Record<string, string>>, memory: string): string {
  const home = tempFolder()
  const folder = join(home, 'project')
  for (const name of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary']) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  writeFileSync(join(folder, 'omegat.project'), SETTINGS)
  for (const [name, content] of Object.entries(sources)) writeFileSync(join(folder, 'source', name), content)
  writeFileSync(join(folder, 'tm/auto/duizhao.tmx'), memory)
  execFileSync(
    'java',
    ['-jar', OMEGAT, folder, '--mode=console-translate', `--config-dir=${join(home, 'settings')}`],
    { env: { ...process.env, HOME: home }, stdio: 'ignore' },
  )
  return folder
}

const isHere = hasOmegat(['java'], 'OmegaT translates with our TMX and takes our XLIFF')

describe.skipIf(!isHere)('OmegaT', () => {
  test('translates with our TMX, and takes our XLIFF as a source', () => {
    const whole = toXliff12(sampleBitext)
    const source = '桥是给人走的，镜子是给人照的。\n\n这一句译文里没有。\n'
    // What this OmegaT translates of an XLIFF file is what stands in the targets; others put the source there for it.
    const untranslated = toXliff12(sampleBitext).replace(
      /<source>(.+)<\/source>(\s*)<target([^>]*)>.*<\/target>/gu,
      '<source>$1</source>$2<target$3>$1</target>',
    )
    const folder = translate(
      { 'text.txt': source, 'bitext.xlf': untranslated, 'whole.xlf': whole },
      toTmx(sampleBitext),
    )
    expect(readFileSync(join(folder, 'target/text.txt'), 'utf8')).toBe(
      'Bridges are for walking. Mirrors are for looking.\n\n这一句译文里没有。\n',
    )
    const targets = (name: string): string[] =>
      elements(parseXml(readFileSync(join(folder, 'target', name), 'utf8')), 'target').map(({ text }) => text)
    const renderings = elements(parseXml(whole), 'target').map(({ text }) => text)
    expect(targets('whole.xlf')).toEqual(renderings)
    expect(targets('bitext.xlf')).toEqual(renderings)
  }, 120_000)
})
