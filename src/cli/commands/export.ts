import { stat } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Client } from '../../shared/contract/client.ts'
import type { ExportScope } from '../../shared/contract/schemas/export.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import { isNumberedName } from '../../shared/export/file-name.ts'
import type { Command } from '../command.ts'
import { counted } from '../counted.ts'
import type { OptionValues } from '../option-values.ts'
import { findArticle, findPair, findTag } from '../references.ts'
import { UsageError } from '../usage-error.ts'

export const exportCommand: Command = {
  usage: '--out DIR [--format markdown] [--article ARTICLE | --pair PAIR | --tag TAG] [--full-text]',
  summary: 'writes highlights, tags and notes (and texts) as Markdown',
  details: [
    'Without --article, --pair or --tag: the whole library, as a folder.',
    'Exporting again updates the files and leaves what you wrote in them; files of others stay untouched.',
  ],
  options: {
    out: { type: 'string' },
    format: { type: 'string' },
    article: { type: 'string' },
    pair: { type: 'string' },
    tag: { type: 'string' },
    'full-text': { type: 'boolean' },
  },
  words: [0, 0],
  async run({ api, core }, { options, output }) {
    const format = options.oneOf('format', ['markdown'], 'markdown')
    const directory = resolve(options.required('out'))
    const scope = await scopeOf(api, options)
    await refuseFile(directory)
    const written = await api.exports.write({
      scope,
      options: { format, fullText: options.flag('full-text') },
      destination: core.grants.addDirectory(directory),
    })
    for (const { path } of written.files.filter((file) => isNumberedName(file.path))) {
      output.remark(
        `A file of that name was there and is not Duizhao’s; it stays, and the export is beside it: ${path}`,
      )
    }
    output.answer({ directory: written.directory, files: written.files }, () => [
      ...written.files.map((file) => file.path),
      `${counted(written.files.length, 'file')} in ${written.directory}`,
    ])
  },
}

async function scopeOf(api: Client, options: OptionValues): Promise<ExportScope> {
  const [article, pair, tag] = [options.text('article'), options.text('pair'), options.text('tag')]
  if ([article, pair, tag].filter((reference) => reference !== null).length > 1) {
    throw new UsageError('Give one of --article, --pair and --tag.')
  }
  if (article !== null) return { kind: 'article', articleId: (await findArticle(api, article)).id }
  if (pair !== null) return { kind: 'pair', pairId: (await findPair(api, pair)).id }
  return tag === null ? { kind: 'library' } : { kind: 'tag', tagId: (await findTag(api, tag)).id }
}

async function refuseFile(directory: string): Promise<void> {
  const found = await stat(directory).catch(() => null)
  if (found !== null && !found.isDirectory()) {
    throw new DuizhaoError('invalid_input', `--out takes a folder, and ${directory} is none.`)
  }
}
