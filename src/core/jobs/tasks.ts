import type { AlignedBead, Aligner, AlignInput } from '../../shared/align/aligner.ts'
import { markBeads, type EvidenceInput, type SpanMark } from '../../shared/align/mark-evidence.ts'
import { projectSpan, type ProjectInput, type Projection } from '../../shared/align/project-span.ts'
import {
  findCounterparts,
  type CounterpartsInput,
  type FoundCounterpart,
} from '../../shared/align/suggest-links-counterparts.ts'
import { suggestLinks, type SuggestedLink, type SuggestLinksInput } from '../../shared/align/suggest-links.ts'
import type { LanguageTag } from '../../shared/domain/article.ts'
import type { ImportedBitext } from '../../shared/domain/imported-bitext.ts'
import type { ImportedDocument } from '../../shared/domain/imported-document.ts'
import type { NameEvidence } from '../../shared/domain/speaker.ts'
import type { Lexicon } from '../../shared/lexicon/lexicon.ts'
import { carryOver, type CarriedOver, type CarryOverInput } from '../../shared/text/carry-over.ts'
import { sameNames, type NamePair } from '../../shared/lexicon/same-name.ts'
import { keepCuts, type KeepCutsInput } from '../../shared/text/keep-cuts.ts'
import { splitSentences } from '../../shared/text/split-sentences.ts'
import { readBitext, type BitextInput } from '../formats/bitext/read-bitext.ts'
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

export interface AlignAnswer {
  readonly beads: readonly AlignedBead[]
  /** Whether the words of the lexicon were there to go by. */
  readonly hadLexicon: boolean
}

/** What a worker can be asked to do. */
export interface TaskTypes {
  readonly read: { input: ReadInput; output: ImportedDocument }
  readonly readBitext: { input: BitextInput; output: ImportedBitext }
  /** Each text's sentences. */
  readonly split: { input: SplitInput; output: string[][] }
  /** A text's new blocks, cut where the old ones are. */
  readonly keepCuts: { input: KeepCutsInput; output: string[][] }
  /** Where ids and anchors go when a text becomes another one. */
  readonly carryOver: { input: CarryOverInput; output: CarriedOver }
  readonly align: { input: AlignInput; output: AlignAnswer }
  /** The marks of each bead. */
  readonly evidence: { input: EvidenceInput; output: SpanMark[][] }
  readonly project: { input: ProjectInput; output: Projection | null }
  readonly suggestLinks: { input: SuggestLinksInput; output: SuggestedLink[] }
  readonly counterparts: { input: CounterpartsInput; output: FoundCounterpart[] }
  /** Why each pair of names may be one person's; null where nothing speaks for it. */
  readonly sameNames: { input: readonly NamePair[]; output: (NameEvidence | null)[] }
}
export type TaskName = keyof TaskTypes

/** Tells how far a task is: `done` of `total`, in units of its own. */
export type Progress = (done: number, total: number) => void

/** What the worker holds for its tasks. */
export interface TaskResources {
  /** The lexicon, loaded when it is first asked for. Throws `not_found` or `corrupt_file`. */
  readonly lexicon: () => Lexicon
  /** The aligner on that lexicon, made when it is first asked for; where there is no lexicon, one without. */
  readonly aligner: () => { readonly align: Aligner; readonly hasLexicon: boolean }
}

/**
 * Tasks are pure: plain data in, plain data out, never the database. So they can run in a worker that is
 * simply ended when they are cancelled.
 */
export const tasks: {
  readonly [Name in TaskName]: (
    input: TaskTypes[Name]['input'],
    progress: Progress,
    resources: TaskResources,
  ) => TaskTypes[Name]['output']
} = {
  read: ({ name, bytes, language }) =>
    readDocument(language === null ? { name, bytes } : { name, bytes, language }),
  readBitext: (input, progress) => readBitext(input, progress),
  split: ({ language, texts }, progress) =>
    texts.map((text, index) => {
      if (index % 256 === 0) progress(index, texts.length)
      return splitSentences(text, language)
    }),
  keepCuts: (input) => keepCuts(input),
  carryOver: (input) => carryOver(input),
  align(input, progress, { aligner }) {
    const { align, hasLexicon } = aligner()
    return { beads: align(input, progress), hadLexicon: hasLexicon }
  },
  evidence: (input, _progress, { lexicon }) => markBeads(input, lexicon()),
  project: (input, _progress, { lexicon }) => projectSpan(input, lexicon()),
  suggestLinks: (input, progress, { lexicon }) => suggestLinks(input, lexicon(), progress),
  counterparts: (input, progress, { lexicon }) => findCounterparts(input, lexicon(), progress),
  sameNames: (pairs, _progress, { lexicon }) => sameNames(pairs, lexicon()),
}
