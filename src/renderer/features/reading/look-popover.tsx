import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/contract/schemas/settings.ts'
import { updateSettings, useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Popover } from '../../ui/popover.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import styles from './look-popover.module.css'
import { Stepper } from './stepper.tsx'

export const SMALLEST_TEXT = 12
export const LARGEST_TEXT = 36
const NARROWEST = 280
const WIDEST = 760
const MEASURE_STEP = 40

/** How the text looks: size, column, paper, sides. */
export function LookPopover({ paired }: { readonly paired: boolean }): ReactNode {
  const t = useT('reading')
  const settings = useSettings()
  const change = (patch: Partial<Settings>): void => void updateSettings(patch)

  return (
    <Popover
      label={t('look.open')}
      align="end"
      trigger={
        <button
          type="button"
          className={styles['trigger']}
          aria-label={t('look.open')}
          title={t('look.open')}
        >
          Aa
        </button>
      }
    >
      <div className={styles['sheet']}>
        <Line label={t('look.size')}>
          <Stepper
            label={t('look.size')}
            value={t('look.pixels', { count: settings.fontSize })}
            less={{ label: t('look.smaller'), disabled: settings.fontSize <= SMALLEST_TEXT, sign: 'A−' }}
            more={{ label: t('look.larger'), disabled: settings.fontSize >= LARGEST_TEXT, sign: 'A+' }}
            onStep={(direction) => change({ fontSize: settings.fontSize + direction })}
          />
        </Line>
        <Line label={t('look.measure')}>
          <Stepper
            label={t('look.measure')}
            value={t('look.pixels', { count: settings.measure })}
            less={{ label: t('look.narrower'), disabled: settings.measure <= NARROWEST, sign: '−' }}
            more={{ label: t('look.wider'), disabled: settings.measure >= WIDEST, sign: '+' }}
            onStep={(direction) =>
              change({
                measure: Math.min(WIDEST, Math.max(NARROWEST, settings.measure + direction * MEASURE_STEP)),
              })
            }
          />
        </Line>
        <Line label={t('look.theme')}>
          <Segmented
            label={t('look.theme')}
            value={settings.theme}
            options={(['system', 'light', 'sepia', 'dark'] as const).map((value) => ({
              value,
              label: t(`look.${value}`),
            }))}
            onChange={(theme) => change({ theme })}
          />
        </Line>
        {paired && (
          <Button
            small
            aria-pressed={settings.sidesSwapped}
            onClick={() => change({ sidesSwapped: !settings.sidesSwapped })}
          >
            ⇄ {t('look.swap')}
          </Button>
        )}
      </div>
    </Popover>
  )
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className={styles['line']}>
      <span aria-hidden="true">{label}</span>
      {children}
    </div>
  )
}
