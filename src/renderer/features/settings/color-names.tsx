import { useEffect, useRef, useState, type ReactNode } from 'react'
import { COLORS } from '../../../shared/domain/highlight.ts'
import { updateSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import styles from './color-names.module.css'

const SAVE_AFTER = 300

/** The user's names of the eight colors, kept as they are typed. */
export function ColorNames({ names }: { readonly names: readonly string[] }): ReactNode {
  const t = useT('settings')
  const [typed, setTyped] = useState(names)
  const waiting = useRef<readonly string[] | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const flush = (): void => {
    clearTimeout(timer.current)
    const colorNames = waiting.current
    waiting.current = null
    if (colorNames !== null) void updateSettings({ colorNames: [...colorNames] })
  }
  // What was typed last must not go down with the dialog.
  useEffect(() => flush, [])

  const type = (index: number, name: string): void => {
    const next = typed.with(index, name)
    setTyped(next)
    waiting.current = next
    clearTimeout(timer.current)
    timer.current = setTimeout(flush, SAVE_AFTER)
  }

  return (
    <>
      <p className={styles['hint']}>{t('colorsHint')}</p>
      <ul className={styles['colors']}>
        {COLORS.map((color) => (
          <li key={color}>
            <label className={styles['color']}>
              <span
                className={styles['dot']}
                style={{ background: `var(--hue-${color})` }}
                aria-hidden="true"
              />
              <span className={styles['number']} aria-hidden="true">
                {color}
              </span>
              <input
                className={styles['name']}
                aria-label={t('colorName', { number: color })}
                maxLength={40}
                placeholder={t(`colorDefaults.${color}`)}
                value={typed[color - 1] ?? ''}
                onChange={(event) => type(color - 1, event.currentTarget.value)}
                onBlur={flush}
              />
            </label>
          </li>
        ))}
      </ul>
    </>
  )
}
