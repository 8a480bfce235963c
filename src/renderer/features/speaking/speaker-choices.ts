import type { SpeakerSummary } from '../../../shared/contract/schemas/speaker.ts'
import type { SpeakerId } from '../../../shared/domain/ids.ts'

/** What a line of the box stands for. */
export type SpeakerChoice =
  | { readonly kind: 'speaker'; readonly speaker: SpeakerSummary; readonly isHere: boolean }
  | { readonly kind: 'create'; readonly name: string }
  | { readonly kind: 'nobody' }

export interface ChoiceOptions {
  /** Those who speak in the open text come first. */
  readonly here: ReadonlySet<SpeakerId>
  readonly canCreate: boolean
  /** Offers that nobody speaks. */
  readonly withNobody: boolean
}

const MOST = 50

/** The speakers that what is typed may mean, likely ones first; then a new one of that name. */
export function speakerChoices(
  speakers: readonly SpeakerSummary[],
  typed: string,
  { here, canCreate, withNobody }: ChoiceOptions,
): SpeakerChoice[] {
  const name = typed.trim().replace(/\s+/gu, ' ')
  const wanted = folded(name)
  const found = speakers
    .filter(
      ({ names }) =>
        wanted === '' ||
        names.some((each) => folded(each.name).includes(wanted) || folded(each.role ?? '').includes(wanted)),
    )
    .map((speaker) => ({ kind: 'speaker' as const, speaker, isHere: here.has(speaker.id) }))
    .toSorted(
      (a, b) =>
        startOf(a.speaker, wanted) - startOf(b.speaker, wanted) ||
        Number(b.isHere) - Number(a.isHere) ||
        b.speaker.blockCount - a.speaker.blockCount,
    )
    .slice(0, MOST)
  const isKnown = speakers.some(({ names }) => names.some((each) => folded(each.name) === wanted))
  return [
    ...found,
    ...(canCreate && name !== '' && !isKnown ? [{ kind: 'create' as const, name }] : []),
    ...(withNobody && name === '' ? [{ kind: 'nobody' as const }] : []),
  ]
}

/** 0 where a name begins as typed. */
function startOf({ names }: SpeakerSummary, wanted: string): number {
  return names.some(({ name }) => folded(name).startsWith(wanted)) ? 0 : 1
}

/** As names are compared: case, width and the dots within them are no difference. */
export function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・‧]/gu, '')
}
