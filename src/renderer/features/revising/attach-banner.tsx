import type { ReactNode } from 'react'
import type { DoubtfulAnchor } from '../../../shared/contract/schemas/revision.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import styles from './attach-banner.module.css'

export interface AttachBannerProps {
  readonly doubt: DoubtfulAnchor
  readonly language: string
  readonly onAttach: () => void
  readonly onLeave: () => void
}

/** Over the text while a highlight's place is being selected. */
export function AttachBanner({ doubt, language, onAttach, onLeave }: AttachBannerProps): ReactNode {
  const t = useT('revising')
  return (
    <section aria-label={t('attach.label')} className={styles['banner']}>
      <p className={styles['words']}>
        <strong>{t('attach.hint')}</strong>{' '}
        <q className={styles['quote']} data-face="text" lang={language}>
          {doubt.was ?? doubt.exact}
        </q>
      </p>
      <Button small tone="primary" onClick={onAttach}>
        {t('attach.confirm')} <Kbd chord="Enter" />
      </Button>
      <Button small onClick={onLeave}>
        {t('attach.leave')} <Kbd chord="Escape" />
      </Button>
    </section>
  )
}
