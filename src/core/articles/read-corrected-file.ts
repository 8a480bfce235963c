import { createHash } from 'node:crypto'
import type { ArticleMetadata, LanguageTag } from '../../shared/domain/article.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ImportedBlock, ImportedSpeaker } from '../../shared/domain/imported-document.ts'
import { sniffBitext } from '../formats/bitext/sniff-bitext.ts'
import type { GrantedSource } from '../grants.ts'
import { blocksWithText } from '../imports/prepare-article.ts'
import { readSource } from '../imports/read-source.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import type { Original } from './articles.repo.ts'

export interface UpdateOptions {
  /** Whether title, date and so on are taken from the file too. */
  readonly metadata: boolean
}

/** A file that a text is to be brought up to date from, as it was read. */
export interface CorrectedFile {
  readonly blocks: readonly ImportedBlock[]
  readonly speakers: readonly ImportedSpeaker[]
  readonly language: LanguageTag
  /** Null where the article keeps its own. */
  readonly metadata: ArticleMetadata | null
  readonly original: Original
}

const unstoppable = { signal: new AbortController().signal, progress: (): void => undefined }

/**
 * Reads a corrected file in the worker, in the language of its article. Throws what `readSource` and the readers
 * throw, `unsupported_format` for aligned texts, `invalid_input` for a file with no text.
 */
export async function readCorrectedFile(
  pool: Pick<WorkerPool, 'run'>,
  source: GrantedSource,
  language: LanguageTag,
  options: UpdateOptions,
): Promise<CorrectedFile> {
  const { name } = source
  const bytes = await readSource(source)
  if (sniffBitext(name, bytes) !== null) {
    throw new DuizhaoError(
      'unsupported_format',
      'This file holds aligned texts. Choose a file with the text of this article alone.',
    )
  }
  const document = await pool.run('read', { name, bytes, language }, unstoppable)
  const blocks = blocksWithText(document)
  if (blocks.length === 0) throw new DuizhaoError('invalid_input', 'There is no text in this file.')
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    blocks,
    speakers: document.speakers,
    language,
    metadata: options.metadata ? { ...document.metadata, language } : null,
    original: { name, encoding: document.encoding, sha256, bytes },
  }
}
