import { useRef, useState, type ReactNode } from 'react'
import type { SpeakerSummary } from '../../../shared/contract/schemas/speaker.ts'
import type { SpeakerId } from '../../../shared/domain/ids.ts'
import { allNames, speakerName, type SpeakerName } from '../../../shared/domain/speaker.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { formatCount, formatLanguage } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './merge-speaker-dialog.module.css'
import { SpeakerBox } from './speaker-box.tsx'

export interface MergeSpeakerDialogProps {
  readonly speaker: SpeakerSummary
  readonly speakers: readonly SpeakerSummary[]
  readonly onMerge: (id: SpeakerId, intoId: SpeakerId) => void
  readonly onClose: () => void
}

const NOBODY: ReadonlySet<SpeakerId> = new Set()

/** Makes two speakers one, after showing what that would be. */
export function MergeSpeakerDialog({
  speaker,
  speakers,
  onMerge,
  onClose,
}: MergeSpeakerDialogProps): ReactNode {
  const t = useT('speaking')
  const shell = useT('shell')
  const language = useUiLanguage()
  const box = useRef<HTMLInputElement>(null)
  const confirm = useRef<HTMLButtonElement>(null)
  const [chosen, setChosen] = useState<SpeakerSummary | null>(null)
  const [isSwapped, setSwapped] = useState(false)
  const others = speakers.filter(({ id }) => id !== speaker.id)
  const [gone, kept] = isSwapped && chosen !== null ? [chosen, speaker] : [speaker, chosen]
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('merge.title', { name: speakerName(speaker, language) ?? '' })}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={box}
      footer={
        <>
          {chosen !== null && (
            <Button tone="quiet" onClick={() => setSwapped(!isSwapped)}>
              {t('merge.swap')}
            </Button>
          )}
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button
            ref={confirm}
            tone="primary"
            disabled={kept === null}
            onClick={() => {
              if (kept !== null) onMerge(gone.id, kept.id)
              onClose()
            }}
          >
            {t('merge.confirm')}
          </Button>
        </>
      }
    >
      {others.length === 0 ? (
        <p>{t('merge.none')}</p>
      ) : (
        <SpeakerBox
          label={t('merge.choose')}
          speakers={others}
          input={box}
          options={{ here: NOBODY, canCreate: false, withNobody: false }}
          onPick={(choice) => {
            if (choice.kind !== 'speaker') return
            setChosen(choice.speaker)
            // The next Enter merges, once what it does has been read.
            requestAnimationFrame(() => confirm.current?.focus())
          }}
        />
      )}
      {kept !== null && <Preview gone={gone} kept={kept} />}
    </Dialog>
  )
}

function Preview({
  gone,
  kept,
}: {
  readonly gone: SpeakerSummary
  readonly kept: SpeakerSummary
}): ReactNode {
  const t = useT('speaking')
  const language = useUiLanguage()
  const preview = useApiQuery(
    'speakers.previewMerge',
    { speakerIds: [gone.id], intoId: kept.id },
    { keepPrevious: true },
  ).data
  if (preview === undefined) return null
  const { merged, lost } = preview
  return (
    <section className={styles['preview']} aria-label={t('merge.keeps')} aria-live="polite">
      <p className={styles['names']}>
        {allNames(gone, language)} → {allNames(kept, language)}
      </p>
      <h3>{t('merge.keeps')}</h3>
      <NameList names={merged.names} />
      <p className={styles['counts']}>
        {t('merge.counts', {
          blocks: formatCount(merged.blockCount),
          articles: formatCount(merged.articleCount),
          highlights: formatCount(merged.highlightCount),
        })}
      </p>
      {lost.length > 0 && (
        <>
          <h3>{t('merge.lost')}</h3>
          <NameList names={lost} />
        </>
      )}
    </section>
  )
}

function NameList({ names }: { readonly names: readonly SpeakerName[] }): ReactNode {
  return (
    <ul>
      {names.map(({ language, name, role }) => (
        <li key={`${language} ${name} ${role}`}>
          <span lang={language}>
            {name}
            {role !== null && <span className={styles['role']}>{role}</span>}
          </span>
          <span className={styles['language']}>{formatLanguage(language)}</span>
        </li>
      ))}
    </ul>
  )
}
