import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { toTmx } from '../../../src/shared/export/bitext/to-tmx.ts'
import { toXliff12 } from '../../../src/shared/export/bitext/to-xliff-12.ts'
import { tempFolder } from '../../fixtures/temp-folder.ts'
import { sampleBitext } from './bitext-sample.ts'

/** Where Debian's package `omegat` puts it. */
const OMEGAT = '/usr/share/omegat/OmegaT.jar'

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
function translate(
  sources: Readonly<Record<string, string>>,
  memory: string,
): { folder: string; log: string } {
  const home = tempFolder()
  const folder = join(home, 'project')
  for (const name of ['source', 'target', 'tm/auto', 'omegat', 'glossary', 'dictionary']) {
    mkdirSync(join(folder, name), { recursive: true })
  }
  writeFileSync(join(folder, 'omegat.project'), SETTINGS)
  for (const [name, content] of Object.entries(sources)) writeFileSync(join(folder, 'source', name), content)
  writeFileSync(join(folder, 'tm/auto/duizhao.tmx'), memory)
  const log = execFileSync(
    'java',
    ['-jar', OMEGAT, folder, '--mode=console-translate', `--config-dir=${join(home, 'settings')}`],
    { encoding: 'utf8', env: { ...process.env, HOME: home }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  return { folder, log }
}

describe.skipIf(!existsSync(OMEGAT))(
  'OmegaT (skipped where it is not installed: apt-get install omegat)',
  () => {
    test('translates with our TMX, and takes our XLIFF as a source', () => {
      const source = '桥是给人走的，镜子是给人照的。\n\n这一句译文里没有。\n'
      const untranslated = toXliff12(sampleBitext).replace(/\s*<target .*<\/target>/gu, '')
      const { folder, log } = translate(
        { 'text.txt': source, 'bitext.xlf': untranslated },
        toTmx(sampleBitext),
      )
      expect(log).toContain('Errors: 0')
      expect(readFileSync(join(folder, 'target/text.txt'), 'utf8')).toBe(
        'Bridges are for walking. Mirrors are for looking.\n\n这一句译文里没有。\n',
      )
      const xliff = readFileSync(join(folder, 'target/bitext.xlf'), 'utf8')
      expect(xliff).toMatch(/<target[^>]*>Bridges are for walking\. Mirrors are for looking\.<\/target>/u)
      expect(xliff).toMatch(/<target[^>]*>The bridge of 𠮷 is “old”\. “Let us go\.”<\/target>/u)
    }, 120_000)
  },
)
