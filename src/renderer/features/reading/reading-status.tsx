import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Reading } from '../../../shared/contract/schemas/reader.ts'
import type { SpeakerId } from '../../../shared/domain/ids.ts'
import { speakerName } from '../../../shared/domain/speaker.ts'
import { updateSettings, useSettings } from '../../data/settings.ts'
import { formatCount } from '../../i18n/format.ts'
import { useT, useUiLanguage } from '../../i18n/i18n.ts'
import { Spring } from '../../ui/page.tsx'
import { LARGEST_TEXT, SMALLEST_TEXT } from './look-popover.tsx'
import type { PointerStore } from './reading-pointer.ts'
import styles from './reading-status.module.css'
import type { RowSource } from './row-source.ts'

export interface ReadingStatusProps {
  readonly source: RowSource
  readonly pointer: PointerStore
  /** The pair, when one side of it is read alone. */
  readonly pair: Reading['pair']
  /** Stands instead of how many units are verified. */
  readonly counts: ReactNode
  /** A `SavedState`. */
  readonly saved: ReactNode
}

/** Where one is and how things stand, told in words. */
export function ReadingStatus({ source, pointer, pair, counts, saved }: ReadingStatusProps): ReactNode {
  const t = useT('reading')
  const settings = useSettings()
  const language = useUiLanguage()
  const { seen: rowIndex, side } = useStore(pointer)
  const { reading } = source
  const row = source.row(rowIndex)
  const speakerId =
    row === null ? null : (speakerOf(row[side]) ?? speakerOf(row.left) ?? speakerOf(row.right))
  const speaker = reading.speakers.find(({ id }) => id === speakerId)
  const name = speaker === undefined ? null : speakerName(speaker, language)
  const resize = (step: 1 | -1): void => void updateSettings({ fontSize: settings.fontSize + step })

  return (
    <>
      <span
        aria-label={t('status.rowLabel', { row: rowIndex + 1, count: reading.rowCount })}
        className={styles['row']}
      >
        {t('status.row', { row: formatCount(rowIndex + 1), count: formatCount(reading.rowCount) })}
      </span>
      {counts}
      {counts === null && pair !== null && reading.aligned && (
        <span>
          {pair.verifiedCount === 0
            ? t('status.units', { count: pair.beadCount })
            : t('status.verified', {
                verified: formatCount(pair.verifiedCount),
                rest: formatCount(pair.beadCount - pair.verifiedCount),
              })}
        </span>
      )}
      {name !== null && <span className={styles['speaker']}>{t('status.speaker', { name })}</span>}
      <Spring />
      {saved}
      <span className={styles['size']}>
        <button
          type="button"
          aria-label={t('look.smaller')}
          disabled={settings.fontSize <= SMALLEST_TEXT}
          onClick={() => resize(-1)}
        >
          <span data-sign="A−" />
        </button>
        {t('status.size', { size: settings.fontSize })}
        <button
          type="button"
          aria-label={t('look.larger')}
          disabled={settings.fontSize >= LARGEST_TEXT}
          onClick={() => resize(1)}
        >
          <span data-sign="A+" />
        </button>
      </span>
      <span>{t(`look.${settings.theme}`)}</span>
    </>
  )
}

/** Whether what the reader has done is kept. */
export function SavedState({ state }: { readonly state: 'saved' | 'saving' | 'failed' }): ReactNode {
  const t = useT('reading')
  return (
    <span role="status" data-state={state} className={styles['saved']}>
      {t(`status.${state}`)}
    </span>
  )
}

function speakerOf(runs: readonly { readonly speakerId: SpeakerId | null }[]): SpeakerId | null {
  return runs.find((run) => run.speakerId !== null)?.speakerId ?? null
}
