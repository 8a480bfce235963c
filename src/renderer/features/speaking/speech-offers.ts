import type { Input } from '../../../shared/contract/contract.ts'
import type { SpeechSuggestion, TwinSuggestion } from '../../../shared/contract/schemas/speaker.ts'
import type { ArticleId } from '../../../shared/domain/ids.ts'

/** Something about who speaks that waits to be confirmed. */
export type SpeechOffer =
  | { readonly kind: 'speech'; readonly articleId: ArticleId; readonly speech: SpeechSuggestion }
  | { readonly kind: 'twin'; readonly twin: TwinSuggestion }

/** The same for the same offer, also when it is asked for again. */
export function offerKey(offer: SpeechOffer): string {
  if (offer.kind === 'speech') return `${offer.speech.fromBlockId} ${offer.speech.name}`
  return `${offer.twin.speakerId} ${offer.twin.otherId}`
}

/** The command's words for a suggestion that is taken. */
export function runOf(
  articleId: ArticleId,
  { fromBlockId, toBlockId, speakerId, addsName, name, role }: SpeechSuggestion,
): Input<'speakers.assignRuns'>['runs'][number] {
  const isNamed = speakerId === null || addsName
  return { articleId, fromBlockId, toBlockId, speakerId, name: isNamed ? { name, role } : null }
}

/** Suggestions of the open texts in the order in which they are asked about: speeches first, then twins. */
export function offersOf(
  texts: readonly { readonly articleId: ArticleId; readonly speeches: readonly SpeechSuggestion[] }[],
  twins: readonly TwinSuggestion[],
  dismissed: ReadonlySet<string>,
): SpeechOffer[] {
  const offers: SpeechOffer[] = [
    ...texts.flatMap(({ articleId, speeches }) =>
      speeches.map((speech) => ({ kind: 'speech' as const, articleId, speech })),
    ),
    ...twins.map((twin) => ({ kind: 'twin' as const, twin })),
  ]
  return offers.filter((offer) => !dismissed.has(offerKey(offer)))
}
