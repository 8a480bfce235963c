import { readFile, writeFile } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { alignFiles, type FileToAlign } from '../../core/align-files.ts'
import { lexiconOrNone, loadLexicon } from '../../core/lexicon/load-lexicon.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { BitextModel } from '../../shared/export/bitext/bitext-model.ts'
import { toBeadLines } from '../../shared/export/bitext/to-bead-lines.ts'
import { toBitextJson } from '../../shared/export/bitext/to-bitext-json.ts'
import { toBitextTsv } from '../../shared/export/bitext/to-bitext-tsv.ts'
import { toTmx } from '../../shared/export/bitext/to-tmx.ts'
import { toXliff21 } from '../../shared/export/bitext/to-xliff-21.ts'
import type { Command, CommandInput } from '../command.ts'
import { counted } from '../counted.ts'
import { findPair } from '../references.ts'
import { NO_LEXICON, type Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

const FORMATS = ['beads', 'tsv', 'tmx', 'xliff', 'json'] as const

export const alignCommand: Command = {
  usage:
    'PAIR [--ladder FILE] | --zh FILE --en FILE [--segmented] [--format beads|tsv|tmx|xliff|json] [--out FILE]',
  summary: 'aligns a pair of the library, or two files without one',
  details: [
    'PAIR: finds the beads anew; those that are verified stay as they are, and it works between them.',
    '--ladder: takes the beads of a hunalign ladder for the pair’s own sentences instead.',
    '--zh and --en: a Chinese and an English text; nothing is stored, no library is opened.',
    '--segmented: one sentence a line; otherwise paragraphs and sentences are found as in an import.',
    'beads: one bead a line in order, [Chinese sentences]:[English sentences], counted from 0.',
  ],
  options: {
    zh: { type: 'string' },
    en: { type: 'string' },
    segmented: { type: 'boolean' },
    format: { type: 'string' },
    out: { type: 'string' },
    ladder: { type: 'string' },
  },
  words: [0, 1],
  runAlone(input) {
    const { words, options } = input
    if (options.text('zh') === null && options.text('en') === null) return null
    if (words.length > 0) throw new UsageError('Give a PAIR, or --zh and --en, not both.')
    return alignTwoFiles(input)
  },
  run: alignPair,
}

async function alignTwoFiles({ options, output, paths }: CommandInput): Promise<void> {
  const format = options.oneOf('format', FORMATS, output.json ? 'json' : 'beads')
  const zh = await readText(options.required('zh'), 'zh')
  const en = await readText(options.required('en'), 'en')
  const lexicon = lexiconOrNone(() => loadLexicon(paths.lexiconPath))
  if (lexicon === null) output.remark(NO_LEXICON)
  const bitext = alignFiles(zh, en, {
    segmented: options.flag('segmented'),
    lexicon,
    version: paths.version,
    progress: (done, total) => output.progress('aligning', done, total),
    warn: (message) => output.remark(message),
  })
  const content = write(bitext, format)
  const out = options.text('out')
  if (out === null) {
    output.file(content)
  } else {
    await writeFile(resolve(out), content)
    output.answer({ path: resolve(out), beadCount: bitext.beads.length }, () => [
      `${counted(bitext.beads.length, 'bead')} in ${resolve(out)}`,
    ])
  }
}

async function readText(path: string, language: string): Promise<FileToAlign> {
  try {
    return { name: basename(path), bytes: new Uint8Array(await readFile(path)), language }
  } catch (error) {
    const missing = error instanceof Error && 'code' in error && error.code === 'ENOENT'
    throw new DuizhaoError(
      missing ? 'not_found' : 'invalid_input',
      missing
        ? `There is no file “${path}”. Check its name and place.`
        : `“${path}” cannot be read. Check that it is a file and that you may read it.`,
    )
  }
}

function write(bitext: BitextModel, format: (typeof FORMATS)[number]): string {
  switch (format) {
    case 'beads':
      return toBeadLines(bitext.beads)
    case 'tsv':
      return toBitextTsv(bitext)
    case 'tmx':
      return toTmx(bitext)
    case 'xliff':
      return toXliff21(bitext)
    case 'json':
      return toBitextJson(bitext)
  }
}

async function alignPair(
  session: Session,
  { words: [reference], options, output }: CommandInput,
): Promise<void> {
  const { api } = session
  if (reference === undefined)
    throw new UsageError('Give a PAIR of the library, or two files with --zh and --en.')
  const { id: pairId } = await findPair(api, reference)
  const ladder = options.text('ladder')
  if (ladder === null) {
    const { jobId } = await api.alignment.start({ pairId })
    await session.finished(jobId, 'aligning')
  } else {
    const { bytes } = await readText(ladder, 'und')
    await api.alignment.applyLadder({ pairId, ladder: new TextDecoder().decode(bytes) })
  }
  const pair = await api.pairs.get({ pairId })
  const counts = await api.alignment.counts({ pairId })
  output.answer(
    { id: pair.id, beadCount: pair.beadCount, verifiedCount: pair.verifiedCount, ...counts },
    () => [
      `${pair.id}  ${pair.left.title} ⇄ ${pair.right.title}`,
      `${counted(counts.total, 'bead')}: ${counts.oneToOne} one to one, ${counts.other} other, ${counts.oneSided} with one side; ` +
        `${counts.verified} verified, ${counts.uncertain} uncertain`,
    ],
  )
}
