import type { AlignedBead, AlignInput } from '../../shared/align/aligner.ts'
import { alignByLength } from '../../shared/align/align-by-length.ts'
import type { LanguageTag } from '../../shared/domain/article.ts'
import type { ImportedDocument } from '../../shared/domain/imported-document.ts'
import { splitSentences } from '../../shared/text/split-sentences.ts'
import { readDocument } from '../formats/read-document.ts'

export interface ReadInput {
  readonly name: string
  readonly bytes: Uint8Array
  readonly language: LanguageTag | null
}

export interface SplitInput {
  readonly language: LanguageTag
  readonly texts: readonly string[]
}

/** What a worker can be asked to do. */
export interface TaskTypes {
  readonly read: { input: ReadInput; output: ImportedDocument }
  /** Each text's sentences. */
  readonly split: { input: SplitInput; output: string[][] }
  readonly align: { input: AlignInput; output: AlignedBead[] }
}
export type TaskName = keyof TaskTypes

/** Tells how far a task is: `done` of `total`, in units of its own. */
export type Progress = (done: number, total: number) => void

/**
 * Tasks are pure: plain data in, plain data out, never the database. So they can run in a worker that is
 * simply ended when they are cancelled.
 */
export const tasks: {
  readonly [Name in TaskName]: (
    input: TaskTypes[Name]['input'],
    progress: Progress,
  ) => TaskTypes[Name]['output']
} = {
  read: ({ name, bytes, language }) =>
    readDocument(language === null ? { name, bytes } : { name, bytes, language }),
  split: ({ language, texts }, progress) =>
    texts.map((text, index) => {
      if (index % 256 === 0) progress(index, texts.length)
      return splitSentences(text, language)
    }),
  align: (input, progress) => alignByLength(input, progress),
}
