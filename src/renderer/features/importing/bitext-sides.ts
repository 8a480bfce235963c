import type { Draft } from '../../../shared/contract/schemas/import.ts'
import { draftOf, type MetadataDraft, type MetadataValues } from '../../data/metadata-draft.ts'

type BitextDraft = Extract<Draft, { status: 'bitext' }>

/** Which language of a file goes where, by its tag there, and what the two articles are to be called. */
export interface SidesDraft {
  readonly leftLanguage: string
  readonly rightLanguage: string
  readonly left: MetadataDraft
  readonly right: MetadataDraft
}

/** The sides as the file proposes them. */
export function sidesOf({ leftLanguage, rightLanguage, left, right }: BitextDraft): SidesDraft {
  return { leftLanguage, rightLanguage, left: draftOf(left), right: draftOf(right) }
}

/** What the file says of its text in a language; `side` tells two in the same one apart. */
export function metadataOf(draft: BitextDraft, language: string, side: 'left' | 'right'): MetadataValues {
  if (hasSameTwice(draft)) return draft[side]
  return draft.languages.find((one) => one.language === language)?.metadata ?? draft[side]
}

/** Whether two texts of the file have the same tag, so that a tag does not choose between them. */
export function hasSameTwice({ languages }: BitextDraft): boolean {
  return new Set(languages.map(({ language }) => language)).size < languages.length
}

/** The sides with another language on one of them; the two change places where the other side had it. */
export function withLanguage(
  draft: BitextDraft,
  sides: SidesDraft,
  side: 'left' | 'right',
  language: string,
): SidesDraft {
  const other = side === 'left' ? sides.rightLanguage : sides.leftLanguage
  if (language === other) return swapped(sides)
  const metadata = draftOf(metadataOf(draft, language, side))
  return side === 'left'
    ? { ...sides, leftLanguage: language, left: metadata }
    : { ...sides, rightLanguage: language, right: metadata }
}

export function swapped({ leftLanguage, rightLanguage, left, right }: SidesDraft): SidesDraft {
  return { leftLanguage: rightLanguage, rightLanguage: leftLanguage, left: right, right: left }
}
