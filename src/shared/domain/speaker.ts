import type { LanguageTag } from './article.ts'
import type { BlockKind } from './text.ts'

/** A person's name and what they are, in one language. */
export interface SpeakerName {
  readonly language: LanguageTag
  readonly name: string
  readonly role: string | null
}

/** Whose words they can be; headings, bylines, captions and credits are nobody's. */
export const SPOKEN_KINDS: readonly BlockKind[] = ['paragraph', 'quote', 'list-item']

/**
 * How a speech was recognised: a heading, a line that names the speaker, then the text · such lines without
 * headings · “Name: …” again and again · what faces it in the other language is said by somebody.
 */
export const SPEECH_RULES = ['heading-line', 'speaker-line', 'label', 'facing'] as const
export type SpeechRule = (typeof SPEECH_RULES)[number]

/** Why two names are taken to be one person's: one is the other in pinyin, sounds alike, or stands where it stands. */
export const NAME_EVIDENCE = ['pinyin', 'sound', 'place'] as const
export type NameEvidence = (typeof NAME_EVIDENCE)[number]

interface Named {
  readonly names: readonly SpeakerName[]
}

/** The name in the language nearest to the wish; the first there is otherwise. */
export function nearestName({ names }: Named, language: string): SpeakerName | null {
  const primary = primaryOf(language)
  return (
    names.find((each) => each.language === language) ??
    names.find((each) => primaryOf(each.language) === primary) ??
    names[0] ??
    null
  )
}

/** The name proper, nearest to a language. */
export function speakerName(speaker: Named, language: string): string | null {
  return nearestName(speaker, language)?.name ?? null
}

/** Whether a speaker is called something in the language, whatever its script or country. */
export function hasNameIn({ names }: Named, language: string): boolean {
  return names.some((each) => primaryOf(each.language) === primaryOf(language))
}

/** All names, the one nearest to a language first: 索海尔·汗 · Sohail Khan. */
export function allNames(speaker: Named, language: string): string {
  const first = nearestName(speaker, language)
  const others = speaker.names.filter((each) => each !== first)
  return [...new Set([first, ...others].flatMap((each) => (each === null ? [] : [each.name])))].join(' · ')
}

/** A few letters that stand for a name where there is no room: 袁艳春 → 袁, 索海尔·汗 → 索汗, Sohail Khan → SK. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s·•・‧.．-]+/u).filter((part) => part !== '')
  const letters = parts.map((part) => [...part][0] ?? '')
  const [first = '', last = ''] = [letters[0], letters.at(-1)]
  const ends = letters.length > 1 ? first + last : first
  return /\p{Script=Han}/u.test(name) ? ends : (letters.length <= 3 ? letters.join('') : ends).toUpperCase()
}

function primaryOf(language: string): string {
  return language.split('-', 1)[0] ?? language
}
