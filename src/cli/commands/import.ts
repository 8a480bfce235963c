import { resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { DraftId } from '../../shared/domain/ids.ts'
import type { Command } from '../command.ts'
import { counted } from '../counted.ts'
import { EXIT } from '../exit-code.ts'
import { findFiles } from '../find-files.ts'
import { factsOf, linesOf, skippedFacts, type FileFacts, type Saved } from '../import-facts.ts'
import { LANGUAGE_CHOICES, readDrafts, type ReadFile } from '../read-drafts.ts'
import type { Output } from '../output.ts'
import type { Session } from '../session.ts'

export const importCommand: Command = {
  usage: 'FILE|DIR… [--lang zh|en|auto] [--left TAG] [--right TAG] [--yes]',
  summary: 'brings texts in: text, Markdown, and aligned texts (TMX, XLIFF, CSV, TSV, ladder, JSON)',
  details: [
    'Shows what was found in each file and asks before saving; --yes saves without asking.',
    'A text that is in the library already is not saved again.',
    'Aligned texts become two articles and their pair; --left and --right say which languages go where.',
  ],
  options: {
    lang: { type: 'string' },
    left: { type: 'string' },
    right: { type: 'string' },
    yes: { type: 'boolean' },
  },
  words: [1, Number.POSITIVE_INFINITY],
  async run(session, { words, options, output }) {
    const language = options.oneOf('lang', LANGUAGE_CHOICES, 'auto')
    const { files, skipped } = await findFiles(words)
    if (files.length === 0) {
      throw new DuizhaoError('not_found', 'There are no files here that can be imported.')
    }
    const sides = { left: options.text('left'), right: options.text('right') }
    const found = await readDrafts(
      session,
      files.map((path) => resolve(path)),
      language,
    )
    const read = await Promise.all(found.map((file) => withSides(session, file, sides)))
    const isNew = (file: ReadFile): boolean =>
      file.draft.status !== 'failed' && file.draft.duplicateOf === null && file.draft.sameAs === null
    const wanted = read.filter(isNew)
    const saves = wanted.length > 0 && (options.flag('yes') || (await isAgreed(wanted, output)))
    const saved = saves ? await save(session, wanted) : new Map<DraftId, Saved>()
    for (const jobId of new Set(read.map((file) => file.jobId))) await session.api.imports.discard({ jobId })

    const facts: FileFacts[] = [
      ...read.map((file, at) => factsOf(files[at] ?? file.path, file.draft, saved)),
      ...skipped.map(skippedFacts),
    ]
    output.answer(facts, () => facts.flatMap(linesOf))
    refuseFailed(facts)
    if (saves || wanted.length === 0) return EXIT.ok
    output.remark('duizhao: Nothing was saved. To save these texts, run the same command with --yes.')
    return EXIT.usage
  },
}

/** Asks on a terminal; elsewhere nobody can say yes. */
async function isAgreed(files: readonly ReadFile[], output: Output): Promise<boolean> {
  if (output.json || !process.stdin.isTTY || !process.stderr.isTTY) return false
  output.remark(files.flatMap((file) => linesOf(factsOf(file.path, file.draft, new Map()))).join('\n'))
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    const answer = await terminal.question(`Save ${counted(files.length, 'text')}? [y/N] `)
    return /^(?:y|yes|是|好)$/iu.test(answer.trim())
  } finally {
    terminal.close()
  }
}

/** A file with the languages that were asked for. Throws `invalid_input` where it has not got them. */
async function withSides(
  session: Session,
  file: ReadFile,
  { left, right }: { readonly left: string | null; readonly right: string | null },
): Promise<ReadFile> {
  const { draft } = file
  if (draft.status !== 'bitext' || (left === null && right === null)) return file
  const { rows: _rows, ...chosen } = await session.api.imports.draftRows({
    draftId: draft.id,
    limit: 1,
    ...(left === null ? {} : { leftLanguage: left }),
    ...(right === null ? {} : { rightLanguage: right }),
  })
  const metadataOf = (tag: string): typeof draft.left =>
    draft.languages.find(({ language }) => language === tag)?.metadata ?? draft.left
  const sides = { left: metadataOf(chosen.leftLanguage), right: metadataOf(chosen.rightLanguage) }
  return { ...file, draft: { ...draft, ...chosen, ...sides } }
}

async function save(session: Session, files: readonly ReadFile[]): Promise<Map<DraftId, Saved>> {
  const drafts = files.map(({ draft }) => {
    if (draft.status !== 'bitext') return { draftId: draft.id }
    const { leftLanguage, rightLanguage } = draft
    return { draftId: draft.id, bitext: { leftLanguage, rightLanguage } }
  })
  const { saved } = await session.api.imports.save({ drafts })
  return new Map(saved.map(({ draftId, ...made }) => [draftId, made]))
}

function refuseFailed(facts: readonly FileFacts[]): void {
  const failed = facts.filter((file) => file.error !== null)
  const [first] = failed
  if (first === undefined || first.error === null) return
  const others = failed.length === 1 ? '' : ` (and ${failed.length - 1} more)`
  throw new DuizhaoError(first.error.code, `${first.path} was not imported${others}: ${first.error.message}`)
}
