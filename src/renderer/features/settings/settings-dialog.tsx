import type { ReactNode } from 'react'
import { showOverlay } from '../../data/overlay.ts'
import { updateSettings, useSettings } from '../../data/settings.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Segmented } from '../../ui/segmented.tsx'
import { ColorNames } from './color-names.tsx'
import styles from './settings-dialog.module.css'
import { TextSettings } from './text-settings.tsx'

const LANGUAGES = ['system', 'zh-Hans', 'en'] as const
const THEMES = ['system', 'light', 'sepia', 'dark'] as const

export interface SettingsDialogProps {
  readonly onClose: () => void
}

/** Every change takes effect and is kept at once; there is nothing to confirm. */
export function SettingsDialog({ onClose }: SettingsDialogProps): ReactNode {
  const t = useT('settings')
  const shell = useT('shell')
  const settings = useSettings()
  return (
    <Dialog open onClose={onClose} title={t('title')} closeLabel={shell('action.close')}>
      <div className={styles['row']}>
        <span>{t('uiLanguage')}</span>
        <Segmented
          label={t('uiLanguage')}
          value={settings.uiLanguage}
          options={LANGUAGES.map((value) => ({ value, label: t(`language.${value}`) }))}
          onChange={(uiLanguage) => void updateSettings({ uiLanguage })}
        />
      </div>
      <div className={styles['row']}>
        <span>{t('theme')}</span>
        <Segmented
          label={t('theme')}
          value={settings.theme}
          options={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
          onChange={(theme) => void updateSettings({ theme })}
        />
      </div>
      <TextSettings settings={settings} />
      <h3 className={styles['heading']}>{t('keys')}</h3>
      <Checkbox
        label={t('singleKeys')}
        hint={t('singleKeysHint')}
        checked={settings.singleKeys}
        onChange={(singleKeys) => void updateSettings({ singleKeys })}
      />
      <Button onClick={() => showOverlay('keys')}>{t('changeKeys')}</Button>
      <h3 className={styles['heading']}>{t('colors')}</h3>
      <ColorNames names={settings.colorNames} />
      <div className={styles['foot']}>
        <Button tone="quiet" onClick={() => showOverlay('about')}>
          {t('about')}
        </Button>
      </div>
    </Dialog>
  )
}
