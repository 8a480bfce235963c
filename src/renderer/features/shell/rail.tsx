import type { ReactNode } from 'react'
import { showOverlay } from '../../data/overlay.ts'
import { goToAnnotations, goToLibrary, openReading, useRoute } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import {
  AnnotationsIcon,
  HistoryIcon,
  KeyboardIcon,
  LibraryIcon,
  ReaderIcon,
  SettingsIcon,
} from '../../ui/icons.tsx'
import { Seal } from '../../ui/seal.tsx'
import { RailButton } from './rail-button.tsx'
import styles from './rail.module.css'

export interface RailProps {
  /** More places, below those every page has. */
  readonly slots?: ReactNode
}

export function Rail({ slots }: RailProps): ReactNode {
  const t = useT('shell')
  const route = useRoute()
  const lastRead = useApiQuery('reader.recent', { limit: 1 }).data?.[0]

  return (
    <nav className={styles['rail']} aria-label={t('nav.label')}>
      <div className={styles['seal']}>
        <Seal />
      </div>
      <RailButton
        label={t('nav.library')}
        current={route.name === 'library' || route.name === 'import'}
        onClick={() => goToLibrary()}
      >
        <LibraryIcon size={17} />
      </RailButton>
      <RailButton
        label={lastRead === undefined ? t('nav.readerNone') : t('nav.reader')}
        current={route.name === 'reader'}
        disabled={lastRead === undefined && route.name !== 'reader'}
        onClick={() => {
          if (route.name !== 'reader' && lastRead !== undefined) openReading(lastRead.target)
        }}
      >
        <ReaderIcon size={17} />
      </RailButton>
      <RailButton
        label={t('nav.annotations')}
        current={route.name === 'annotations'}
        onClick={() => goToAnnotations('highlights')}
      >
        <AnnotationsIcon size={17} />
      </RailButton>
      {slots}
      <span className={styles['spring']} />
      <RailButton label={t('nav.history')} keyId="everywhere.history" onClick={() => showOverlay('history')}>
        <HistoryIcon size={17} />
      </RailButton>
      <RailButton label={t('nav.keys')} keyId="everywhere.help" onClick={() => showOverlay('keys')}>
        <KeyboardIcon size={17} />
      </RailButton>
      <RailButton
        label={t('nav.settings')}
        keyId="everywhere.settings"
        onClick={() => showOverlay('settings')}
      >
        <SettingsIcon size={17} />
      </RailButton>
    </nav>
  )
}
