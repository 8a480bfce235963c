import { resolve } from 'node:path'
import type { Tag } from '../../shared/contract/schemas/annotation.ts'
import type { CodebookChanges, TagPreview } from '../../shared/contract/schemas/codebook.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import { COLORS } from '../../shared/domain/highlight.ts'
import { formatTagPath, parseTagPath, tagNameKey } from '../../shared/domain/tag-path.ts'
import type { Command, CommandInput } from '../command.ts'
import { counted } from '../counted.ts'
import { findTag } from '../references.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'
import { writeOneFile } from '../write-one-file.ts'

const FORMATS = ['qdc', 'csv'] as const
const YES_NO = ['yes', 'no'] as const
const CHOICES = ['untag', 'parent', 'delete'] as const

type Action = (session: Session, input: CommandInput, words: readonly string[]) => Promise<void>

/** What can be done: how many words it takes after its name, its own options, how it is written. */
const ACTIONS: Readonly<
  Record<string, { words: number; options: readonly string[]; usage: string; run: Action }>
> = {
  list: { words: 0, options: [], usage: 'list', run: list },
  add: {
    words: 1,
    options: ['color', 'description', 'examples'],
    usage: 'add PATH [--color 1-8] [--description TEXT] [--examples TEXT]',
    run: add,
  },
  move: { words: 2, options: [], usage: 'move TAG PARENT|/', run: move },
  merge: { words: 2, options: ['dry-run'], usage: 'merge TAG INTO [--dry-run]', run: merge },
  rename: { words: 2, options: [], usage: 'rename TAG NAME', run: rename },
  remove: {
    words: 1,
    options: ['highlights', 'dry-run'],
    usage: 'remove TAG [--highlights untag|parent|delete] [--dry-run]',
    run: remove,
  },
  export: {
    words: 0,
    options: ['format', 'output', 'force', 'bom', 'escape-formulas'],
    usage: 'export [--format qdc|csv] [-o FILE [--force]] [--bom yes|no] [--escape-formulas yes|no]',
    run: exportCodebook,
  },
  import: { words: 1, options: ['dry-run'], usage: 'import FILE [--dry-run]', run: importCodebook },
}

export const tagsCommand: Command = {
  usage: Object.values(ACTIONS)
    .map(({ usage }, index) => `${index === 0 ? '' : '       duizhao tags '}${usage}`)
    .join('\n'),
  summary: 'the codebook: lists, adds, moves, merges, renames and removes tags; takes it out and in',
  details: [
    'Without a word: list. PATH is written with slashes: 治理/安全; what is missing above is made.',
    'move: with / instead of PARENT, to the root. What is below moves along.',
    'merge: the highlights of TAG carry INTO; tags below move along, those of one name become one.',
    'remove: what is below goes too. --highlights says what becomes of those that carry them: untag (they stay,',
    'the default), parent (they carry the tag above), delete (those left without any tag go, with their notes).',
    'export: a REFI-QDA codebook (qdc, the default) or a table, to standard output or -o FILE.',
    'import: of either; tags are matched by path. --dry-run: says what would change, and changes nothing.',
  ],
  options: {
    color: { type: 'string' },
    description: { type: 'string' },
    examples: { type: 'string' },
    highlights: { type: 'string' },
    format: { type: 'string' },
    output: { type: 'string', short: 'o' },
    force: { type: 'boolean' },
    bom: { type: 'string' },
    'escape-formulas': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  words: [0, 3],
  async run(session, input) {
    const [name = 'list', ...words] = input.words
    const action = Object.hasOwn(ACTIONS, name) ? ACTIONS[name] : undefined
    if (action === undefined) {
      throw new UsageError(`“tags” does ${Object.keys(ACTIONS).join(', ')}, not “${name}”.`)
    }
    if (words.length !== action.words) throw new UsageError(`It is: duizhao tags ${action.usage}`)
    const { options } = input
    for (const option of Object.keys(tagsCommand.options)) {
      const isGiven = options.flag(option) || options.text(option) !== null
      if (isGiven && !action.options.includes(option)) {
        throw new UsageError(`--${option} is not for “tags ${name}”: duizhao tags ${action.usage}`)
      }
    }
    await action.run(session, input, words)
  },
}

async function list({ api }: Session, { output }: CommandInput): Promise<void> {
  const tags = (await api.tags.list({})).map(tagFacts)
  output.answer(tags, () =>
    tags.length === 0
      ? ['There are no tags yet. Make one with: duizhao tags add PATH']
      : tags.map((tag) => lineOf(tag)),
  )
}

async function add(
  { api }: Session,
  { options, output }: CommandInput,
  [path = '']: readonly string[],
): Promise<void> {
  const names = parseTagPath(path)
  if (names.length === 0) throw new UsageError('A tag needs a name.')
  const color =
    options.text('color') === null ? null : (COLORS[options.integer('color', 1, 8, 1) - 1] ?? null)
  const wanted = formatTagPath(names)
  const existing = (await api.tags.list({})).find((tag) => tagNameKey(tag.path) === tagNameKey(wanted))
  if (existing !== undefined) {
    throw new DuizhaoError('conflict', `There is a tag “${existing.path}” already.`, { id: existing.id })
  }
  const [description, examples] = [options.text('description'), options.text('examples')]
  const made = await api.tags.create({
    path: wanted,
    color,
    ...(description === null ? {} : { description }),
    ...(examples === null ? {} : { examples }),
  })
  answerTag({ output }, made)
}

async function move(
  { api }: Session,
  input: CommandInput,
  [reference = '', parent = '']: readonly string[],
): Promise<void> {
  const tag = await findTag(api, reference)
  const isRoot = /^[/／]$/u.test(parent.trim())
  const parentId = isRoot ? null : (await findTag(api, parent)).id
  answerTag(input, await api.tags.move({ tagId: tag.id, parentId }))
}

async function merge(
  { api }: Session,
  { options, output }: CommandInput,
  [reference = '', target = '']: readonly string[],
): Promise<void> {
  const [tag, into] = [await findTag(api, reference), await findTag(api, target)]
  const preview = await api.tags.preview({ tagId: tag.id, change: { kind: 'merge', intoId: into.id } })
  const dryRun = options.flag('dry-run')
  const merged = dryRun ? into : await api.tags.merge({ tagId: tag.id, intoId: into.id })
  const { merged: pairs, tagCount, movedCount, highlightCount } = preview
  output.answer({ ...tagFacts(merged), dryRun, tagCount, movedCount, highlightCount, merged: pairs }, () => [
    ...pairs.map(({ from, into: to }) => `${from} → ${to}`),
    `${counted(highlightCount, 'highlight')} ${dryRun ? 'would change' : 'changed'}; ` +
      `${counted(movedCount, 'tag')} ${dryRun ? 'would move' : 'moved'} along.`,
  ])
}

async function rename(
  { api }: Session,
  input: CommandInput,
  [reference = '', name = '']: readonly string[],
): Promise<void> {
  const tag = await findTag(api, reference)
  if (name.trim() === '') throw new UsageError('A tag needs a name.')
  answerTag(input, await api.tags.update({ tagId: tag.id, name }))
}

async function remove(
  { api }: Session,
  { options, output }: CommandInput,
  [reference = '']: readonly string[],
): Promise<void> {
  const highlights = options.oneOf('highlights', CHOICES, 'untag')
  const dryRun = options.flag('dry-run')
  const tag = await findTag(api, reference)
  const preview = await api.tags.preview({ tagId: tag.id, change: { kind: 'remove' } })
  if (!dryRun) await api.tags.remove({ tagId: tag.id, highlights })
  const { tagCount, highlightCount, exclusiveCount, noteCount } = preview
  output.answer(
    { id: tag.id, path: tag.path, dryRun, highlights, tagCount, highlightCount, exclusiveCount, noteCount },
    () => [
      `${dryRun ? 'Would remove' : 'Removed'} ${counted(tagCount, 'tag')}: ${tag.path}`,
      fateOf(highlights, preview),
    ],
  )
}

function fateOf(
  highlights: (typeof CHOICES)[number],
  { highlightCount, exclusiveCount, noteCount }: TagPreview,
): string {
  const carried = `${counted(highlightCount, 'highlight')} had it or one below`
  switch (highlights) {
    case 'untag':
      return `${carried}; all stay, ${exclusiveCount} of them without a tag.`
    case 'parent':
      return `${carried}; all carry the tag above.`
    case 'delete':
      return `${carried}; ${exclusiveCount} with no other tag go too, with ${counted(noteCount, 'note')}.`
  }
}

async function exportCodebook({ api }: Session, { options, output }: CommandInput): Promise<void> {
  const format = options.oneOf('format', FORMATS, 'qdc')
  if (format === 'qdc' && (options.text('bom') ?? options.text('escape-formulas')) !== null) {
    throw new UsageError('--bom and --escape-formulas are for csv.')
  }
  const { content } = await api.tags.exportCodebook({
    format,
    bom: options.oneOf('bom', YES_NO, 'yes') === 'yes',
    escapeFormulas: options.oneOf('escape-formulas', YES_NO, 'yes') === 'yes',
  })
  const target = options.text('output')
  if (target === null) {
    if (output.json) output.answer({ content }, () => [])
    else output.file(content)
    return
  }
  const path = resolve(target)
  const bytes = Buffer.from(content, 'utf8')
  await writeOneFile(path, bytes, options.flag('force'))
  output.answer({ path, byteLength: bytes.byteLength }, () => [path])
}

async function importCodebook(
  { api, core }: Session,
  { options, output }: CommandInput,
  [path = '']: readonly string[],
): Promise<void> {
  const grantId = core.grants.addFile(resolve(path))
  const dryRun = options.flag('dry-run')
  const changes = dryRun
    ? await api.tags.previewCodebook({ grantId })
    : await api.tags.importCodebook({ grantId })
  output.answer({ ...changes, dryRun }, () => importLines(changes, dryRun))
}

function importLines({ created, updated, skipped, changes }: CodebookChanges, dryRun: boolean): string[] {
  return [
    ...changes.map(({ kind, path }) => `${kind}  ${path}`),
    `${dryRun ? 'Would be: ' : ''}${created} created, ${updated} updated, ${skipped} as they are.`,
  ]
}

function answerTag({ output }: Pick<CommandInput, 'output'>, tag: Tag): void {
  const facts = tagFacts(tag)
  output.answer(facts, () => [lineOf(facts)])
}

type TagFacts = Omit<Tag, 'parentId' | 'lastUsedAt'> & { readonly parentId: string | null }

function tagFacts(tag: Tag): TagFacts {
  const { id, parentId, name, path, color, description, examples, count, totalCount } = tag
  return { id, parentId, name, path, color, description, examples, count, totalCount }
}

function lineOf({ id, path, color, count, totalCount }: TagFacts): string {
  const below = totalCount === count ? '' : ` (${totalCount} with those below)`
  return `${id}  ${path}  ${color === null ? '' : `color ${color}  `}${counted(count, 'highlight')}${below}`
}
