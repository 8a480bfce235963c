import type { Reading } from '../../../shared/contract/schemas/reader.ts'

type Speaker = Reading['speakers'][number]

/** A speaker's name in the language nearest to the wish; the first there is otherwise. */
export function speakerName(speaker: Speaker, language: string): string | null {
  const primary = language.split('-')[0]
  const found =
    speaker.names.find((each) => each.language === language) ??
    speaker.names.find((each) => each.language.split('-')[0] === primary) ??
    speaker.names[0]
  return found?.name ?? null
}
