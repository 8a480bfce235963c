import { useMemo, useState, type ReactNode, type RefObject } from 'react'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId, SpeakerId } from '../../../shared/domain/ids.ts'
import { speakerName } from '../../../shared/domain/speaker.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { isComposing } from '../../ui/keys.ts'
import { dismissOffers, useAssignStore } from './assign-store.ts'
import styles from './speech-offer-bar.module.css'
import { offerKey, offersOf, runOf, type SpeechOffer } from './speech-offers.ts'
import { useSpeakerActions } from './use-speaker-actions.ts'

export interface SpeechOfferBarProps {
  readonly opened: Reading
  /** The button that confirms; a key brings the focus to it. */
  readonly button: RefObject<HTMLButtonElement | null>
  readonly onShow: (segmentId: SegmentId) => void
  readonly onLeave: () => void
}

const NOTHING: readonly never[] = []

/** A quiet line over a text where speeches were recognised: each is confirmed with one key, or all at once. */
export function SpeechOfferBar({ opened, button, onShow, onLeave }: SpeechOfferBarProps): ReactNode {
  const t = useT('speaking')
  const { left, right, pair, speakers } = opened
  const leftSpeeches = useApiQuery('speakers.suggest', { articleId: left.id }).data ?? NOTHING
  const rightSpeeches =
    useApiQuery('speakers.suggest', { articleId: right?.id ?? left.id }, { enabled: right !== null }).data ??
    NOTHING
  const twins =
    useApiQuery('speakers.twins', { pairId: pair?.id ?? NO_PAIR }, { enabled: pair !== null }).data ?? NOTHING
  const dismissed = useAssignStore((state) => state.dismissed)
  const [skipped, setSkipped] = useState(0)
  const { confirm, merge } = useSpeakerActions()
  const offers = useMemo(
    () =>
      offersOf(
        [
          { articleId: left.id, speeches: leftSpeeches },
          ...(right === null ? [] : [{ articleId: right.id, speeches: rightSpeeches }]),
        ],
        pair === null ? [] : twins,
        dismissed,
      ),
    [left.id, right, pair, leftSpeeches, rightSpeeches, twins, dismissed],
  )
  const at = offers.length === 0 ? 0 : skipped % offers.length
  const offer = offers[at]
  if (offer === undefined) return null
  const speeches = offers.flatMap((each) => (each.kind === 'speech' ? [each] : []))
  const twinCount = offers.length - speeches.length

  function take({ ...taken }: SpeechOffer): void {
    if (taken.kind === 'speech') confirm([runOf(taken.articleId, taken.speech)])
    else merge(taken.twin.otherId, taken.twin.speakerId)
  }

  const summary =
    speeches.length === 0
      ? t('offer.twins', { count: twinCount })
      : t(twinCount === 0 ? 'offer.speeches' : 'offer.both', { count: speeches.length })
  return (
    // Esc leaves it, as it leaves anything that lies beside the text.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      aria-label={t('offer.label')}
      className={styles['bar']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isComposing(event)) return
        event.preventDefault()
        event.stopPropagation()
        onLeave()
      }}
    >
      <span className={styles['summary']}>{summary}</span>
      <span className={styles['offer']} role="status">
        {offers.length > 1 && (
          <span className={styles['position']}>
            {t('offer.position', { at: at + 1, count: offers.length })}
          </span>
        )}
        <OfferWords offer={offer} speakers={speakers} onShow={onShow} />
      </span>
      <span className={styles['actions']}>
        <Button small ref={button} onClick={() => take(offer)}>
          {offer.kind === 'speech' ? t('offer.confirm') : t('offer.merge')}
        </Button>
        {offers.length > 1 && (
          <Button small tone="quiet" onClick={() => setSkipped(at + 1)}>
            {t('offer.skip')}
          </Button>
        )}
        {speeches.length > 1 && (
          <Button
            small
            tone="quiet"
            onClick={() => confirm(speeches.map(({ articleId, speech }) => runOf(articleId, speech)))}
          >
            {t('offer.all')}
          </Button>
        )}
        <Button
          small
          tone="quiet"
          onClick={() => {
            dismissOffers(offers.map(offerKey))
            onLeave()
          }}
        >
          {t('offer.dismiss')}
        </Button>
      </span>
    </section>
  )
}

/** Asked only where there is a pair. */
const NO_PAIR = '' as NonNullable<Reading['pair']>['id']

function OfferWords({
  offer,
  speakers,
  onShow,
}: {
  readonly offer: SpeechOffer
  readonly speakers: Reading['speakers']
  readonly onShow: (segmentId: SegmentId) => void
}): ReactNode {
  const t = useT('speaking')
  const language = useUiLanguage()
  const nameOf = (id: SpeakerId | null, wish = language as string): string | null => {
    const speaker = speakers.find((each) => each.id === id)
    return speaker === undefined ? null : speakerName(speaker, wish)
  }
  if (offer.kind === 'twin') {
    const { speakerId, otherId, evidence } = offer.twin
    return (
      <>
        <strong>{t('offer.same', { one: nameOf(speakerId) ?? '', other: nameOf(otherId) ?? '' })}</strong>{' '}
        <span className={styles['why']}>{t(`offer.evidence.${evidence}`)}</span>
      </>
    )
  }
  const { name, role, rule, speakerId, evidence, segmentId, opening } = offer.speech
  const other = nameOf(speakerId, 'zh')
  const known = other === null || other === name ? null : other
  const why = [t(`offer.rule.${rule}`)]
  if (evidence !== null && rule !== 'facing') why.push(t(`offer.evidence.${evidence}`))
  return (
    <>
      <strong>{role === null ? name : t('offer.speaker', { name, role })}</strong>
      {known !== null && <span>{t('offer.known', { name: known })}</span>}
      <span className={styles['why']}>{why.join(' · ')}</span>
      <button
        type="button"
        className={styles['opening']}
        aria-label={t('offer.goTo', { opening })}
        onClick={() => onShow(segmentId)}
      >
        “{[...opening].slice(0, 24).join('')}…”
      </button>
    </>
  )
}
