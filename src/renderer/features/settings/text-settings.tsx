import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/contract/schemas/settings.ts'
import { updateSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Stepper } from '../../ui/stepper.tsx'
import styles from './settings-dialog.module.css'

/** Size and measure, with a line of either language to judge them by. */
export function TextSettings({ settings }: { readonly settings: Settings }): ReactNode {
  const t = useT('settings')
  const { fontSize, measure } = settings
  return (
    <>
      <h3 className={styles['heading']}>{t('text')}</h3>
      <div className={styles['row']}>
        <span>{t('fontSize')}</span>
        <Stepper
          label={t('fontSize')}
          smallerLabel={t('smaller', { name: t('fontSize') })}
          largerLabel={t('larger', { name: t('fontSize') })}
          value={fontSize}
          text={t('pixels', { count: fontSize })}
          min={12}
          max={36}
          step={1}
          onChange={(next) => void updateSettings({ fontSize: next })}
        />
      </div>
      <div className={styles['row']}>
        <span>{t('measure')}</span>
        <Stepper
          label={t('measure')}
          smallerLabel={t('smaller', { name: t('measure') })}
          largerLabel={t('larger', { name: t('measure') })}
          value={measure}
          text={t('pixels', { count: measure })}
          min={280}
          max={760}
          step={20}
          onChange={(next) => void updateSettings({ measure: next })}
        />
      </div>
      <div className={styles['sample']}>
        <p lang="zh-Hans" data-face="text">
          {t('sampleHan')}
        </p>
        <p lang="en" data-face="text">
          {t('sampleLatin')}
        </p>
      </div>
    </>
  )
}
