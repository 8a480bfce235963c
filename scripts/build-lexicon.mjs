import { mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { buildLexicon } from '../src/shared/lexicon/build-lexicon.ts'
import { packLexicon } from '../src/shared/lexicon/pack-lexicon.ts'
import { gatherEntries } from './build-lexicon/gather.mjs'
import { fetchPackage, PACKAGES } from './build-lexicon/sources.mjs'
import { inProject, runMain } from './project.mjs'

/**
 * Makes resources/lexicon/zh-en.bin.br anew; the maintainer's tool, needs Node 24 and the network. The same
 * packages give the same bytes. An argument names a folder to keep the packages in.
 */
await runMain(() => {
  const folder = process.argv[2] ?? join(tmpdir(), 'duizhao-lexicon')
  mkdirSync(folder, { recursive: true })
  const folders = Object.fromEntries(
    Object.entries(PACKAGES).map(([name, source]) => [name, fetchPackage(source, folder)]),
  )
  const lexicon = buildLexicon(gatherEntries(folders))
  const bytes = packLexicon(lexicon.tables)
  const packed = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
  mkdirSync(inProject('resources', 'lexicon'), { recursive: true })
  writeFileSync(inProject('resources', 'lexicon', 'zh-en.bin.br'), packed)
  console.log(
    `${lexicon.chineseCount} headwords, ${lexicon.glossWords.length} pairs, ${lexicon.englishCount} English stems, ` +
      `${lexicon.tables.forms.count} forms; ${bytes.length} bytes, ${packed.length} packed`,
  )
})
