import { useEffect, useRef, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { formatChord } from '../../ui/chord.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { sameChords, type PlacedKey } from './key-changes.ts'
import styles from './key-map.module.css'
import type { KeyChange, KeyChanges } from './use-key-changes.ts'

/** One thing that a key does, with its key, and how to give it another. */
export function KeyRow({
  row,
  changes,
}: {
  readonly row: PlacedKey
  readonly changes: KeyChanges
}): ReactNode {
  const t = useT('shell')
  const { change } = changes
  const own = change?.key.id === row.id ? change : null
  const { label } = row
  const isWaiting = own?.step === 'press'
  const isChanged = !sameChords(row.bound, row.builtIn)
  return (
    <div
      className={styles['key']}
      data-key={row.id}
      data-changed={isChanged || undefined}
      data-waiting={isWaiting || undefined}
    >
      <dt>
        {label}
        {isChanged && <span data-unseen="">{t('keys.isChanged')}</span>}
      </dt>
      <dd className={styles['chords']}>
        <span className={styles['actions']}>
          {/* One element throughout: were the one with the focus to go, the dialog would take it. */}
          <Button
            small
            tone="quiet"
            data-change=""
            className={isWaiting ? styles['press'] : undefined}
            aria-label={t(isWaiting ? 'keys.pressFor' : 'keys.changeOf', { label })}
            onClick={() => changes.begin(row, false)}
            onBlur={isWaiting ? changes.cancel : undefined}
          >
            {t(isWaiting ? 'keys.press' : 'keys.change')}
          </Button>
          {!isWaiting && row.bound.length > 0 && (
            <Button
              small
              tone="quiet"
              aria-label={t('keys.addOf', { label })}
              onClick={() => changes.begin(row, true)}
            >
              {t('keys.add')}
            </Button>
          )}
          {!isWaiting && isChanged && (
            <Button
              small
              tone="quiet"
              aria-label={t('keys.resetOf', { label })}
              onClick={() => changes.reset(row)}
            >
              {t('keys.reset')}
            </Button>
          )}
        </span>
        {!isWaiting && row.chords.length === 0 && <span className={styles['none']}>{t('keys.none')}</span>}
        {!isWaiting && row.chords.map((chord) => <Kbd key={chord} chord={chord} />)}
      </dd>
      {own?.step === 'conflict' && <Conflict change={own} changes={changes} />}
    </div>
  )
}

/** Names what the key does already, and offers to swap. */
function Conflict({
  change,
  changes,
}: {
  readonly change: Extract<KeyChange, { step: 'conflict' }>
  readonly changes: KeyChanges
}): ReactNode {
  const t = useT('shell')
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  const { chords, others, key } = change
  const shown = chords.map((chord) => formatChord(chord)).join(' ')
  return (
    <dd className={styles['conflict']}>
      <p role="alert">
        {t('keys.conflict', {
          key: shown,
          others: others.map(({ label }) => t('keys.quoted', { label })).join(t('keys.and')),
        })}
      </p>
      <span className={styles['choices']}>
        <Button ref={first} small tone="primary" onClick={changes.swap}>
          {t('keys.swap')}
        </Button>
        <Button small onClick={() => changes.begin(key, false)}>
          {t('keys.another')}
        </Button>
        <Button small tone="quiet" onClick={changes.cancel}>
          {t('action.cancel')}
        </Button>
      </span>
    </dd>
  )
}
