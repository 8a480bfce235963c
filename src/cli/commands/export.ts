import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Client } from '../../shared/contract/client.ts'
import type { Input } from '../../shared/contract/contract.ts'
import type { ExportScope } from '../../shared/contract/schemas/export.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import { BITEXT_FORMATS, type BitextFormat } from '../../shared/export/bitext/bitext-model.ts'
import { isNumberedName } from '../../shared/export/file-name.ts'
import type { Command, CommandInput } from '../command.ts'
import { counted } from '../counted.ts'
import type { OptionValues } from '../option-values.ts'
import { findArticle, findPair, findSpeaker, findTag } from '../references.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'
import { writeOneFile } from '../write-one-file.ts'

type Wish = Input<'exports.download'>
type BitextWish = Wish & { readonly options: { readonly format: BitextFormat } }

const FORMATS = ['markdown', 'xliff', ...BITEXT_FORMATS] as const
/** Formats that are not text, so that they go into a file. */
const BINARY: readonly BitextFormat[] = ['xlsx', 'docx']
const YES_NO = ['yes', 'no'] as const

export const exportCommand: Command = {
  usage:
    '--out DIR [--format markdown] [--article ARTICLE | --pair PAIR | --tag TAG | --speaker SPEAKER] [--full-text]\n' +
    '       duizhao export --pair PAIR --format FORMAT [--verified] [--out DIR | -o FILE [--force]]\n' +
    '       duizhao export --out DIR --format FORMAT [--verified]',
  summary: 'writes highlights, tags and notes (and texts) as Markdown, or pairs with their beads',
  details: [
    'Without --article, --pair, --tag or --speaker: the whole library, as a folder.',
    'Exporting again updates the files and leaves what you wrote in them; files of others stay untouched.',
    '',
    `FORMAT, for a pair, or for all aligned pairs of the library: ${BITEXT_FORMATS.join(', ')}.`,
    'xliff is xliff-2.1. Without --out and -o the text of the file goes to standard output; of a ladder, the rungs.',
    '--verified: only beads that a person has verified; otherwise all, with their confidence.',
    '--force: -o replaces a file that holds something else.',
    '--bom yes|no, --escape-formulas yes|no: of tsv (no) and csv (yes), for spreadsheets.',
  ],
  options: {
    out: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
    format: { type: 'string' },
    article: { type: 'string' },
    pair: { type: 'string' },
    tag: { type: 'string' },
    speaker: { type: 'string' },
    'full-text': { type: 'boolean' },
    verified: { type: 'boolean' },
    bom: { type: 'string' },
    'escape-formulas': { type: 'string' },
  },
  words: [0, 0],
  async run(session, input) {
    const { options } = input
    const exportOptions = exportOptionsOf(options)
    if (exportOptions.format === 'markdown' || options.text('out') !== null) {
      const directory = resolve(options.required('out'))
      if (options.text('output') !== null) throw new UsageError('Give one of --out and -o.')
      await refuseFile(directory)
      const scope = await scopeOf(session.api, options)
      return toFolder(session, input, { scope, options: exportOptions }, directory)
    }
    if (options.text('pair') === null) {
      throw new UsageError(`--format ${exportOptions.format} takes a pair (--pair), or all of them (--out).`)
    }
    const scope = await scopeOf(session.api, options)
    return toOneFile(session.api, input, { scope, options: exportOptions })
  },
}

function exportOptionsOf(
  options: OptionValues,
): Wish['options'] & { readonly format: (typeof FORMATS)[number] } {
  const named = options.oneOf('format', FORMATS, 'markdown')
  const format = named === 'xliff' ? 'xliff-2.1' : named
  const isTable = format === 'tsv' || format === 'csv'
  if (!isTable && (options.text('bom') ?? options.text('escape-formulas')) !== null) {
    throw new UsageError('--bom and --escape-formulas are for tsv and csv.')
  }
  if (format === 'markdown') {
    if (options.flag('verified')) throw new UsageError('--verified needs a --format with beads, such as tmx.')
    return { format, fullText: options.flag('full-text') }
  }
  if (options.flag('full-text')) throw new UsageError('--full-text is for markdown.')
  const beads = options.flag('verified') ? 'verified' : 'all'
  if (!isTable) return { format, beads }
  const asSpreadsheet = format === 'csv' ? 'yes' : 'no'
  return {
    format,
    beads,
    bom: options.oneOf('bom', YES_NO, asSpreadsheet) === 'yes',
    escapeFormulas: options.oneOf('escape-formulas', YES_NO, asSpreadsheet) === 'yes',
  }
}

async function scopeOf(api: Client, options: OptionValues): Promise<ExportScope> {
  const [article, pair, tag] = [options.text('article'), options.text('pair'), options.text('tag')]
  const speaker = options.text('speaker')
  if ([article, pair, tag, speaker].filter((reference) => reference !== null).length > 1) {
    throw new UsageError('Give one of --article, --pair, --tag and --speaker.')
  }
  if (article !== null) return { kind: 'article', articleId: (await findArticle(api, article)).id }
  if (pair !== null) return { kind: 'pair', pairId: (await findPair(api, pair)).id }
  if (speaker !== null) return { kind: 'speaker', speakerId: (await findSpeaker(api, speaker)).id }
  return tag === null ? { kind: 'library' } : { kind: 'tag', tagId: (await findTag(api, tag)).id }
}

async function toFolder(
  { api, core }: Session,
  { output }: CommandInput,
  wish: Wish,
  directory: string,
): Promise<void> {
  const written = await api.exports.write({ ...wish, destination: core.grants.addDirectory(directory) })
  const owner = wish.options.format === 'markdown' ? ' and is not Duizhao’s' : ''
  for (const { path } of written.files.filter((file) => isNumberedName(file.path))) {
    output.remark(`A file of that name was there${owner}; it stays, and the export is beside it: ${path}`)
  }
  output.answer({ directory: written.directory, files: written.files }, () => [
    ...written.files.map((file) => file.path),
    `${counted(written.files.length, 'file')} in ${written.directory}`,
  ])
}

async function toOneFile(api: Client, { options, output }: CommandInput, wish: BitextWish): Promise<void> {
  const { format } = wish.options
  const target = options.text('output')
  if (target === null) {
    if (BINARY.includes(format)) throw new UsageError(`${format} is not text: give a file with -o.`)
    const { content } = await api.exports.preview(wish)
    if (output.json) output.answer({ content }, () => [])
    else output.file(content)
    return
  }
  const bytes = BINARY.includes(format)
    ? Buffer.from((await api.exports.download(wish)).base64, 'base64')
    : Buffer.from((await api.exports.preview(wish)).content, 'utf8')
  const path = resolve(target)
  await writeOneFile(path, bytes, options.flag('force'))
  output.answer({ path, byteLength: bytes.byteLength }, () => [path])
}

async function refuseFile(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => null)
  if (found !== null && !found.isDirectory()) {
    throw new DuizhaoError('invalid_input', `--out takes a folder, and ${directory} is none.`)
  }
}
