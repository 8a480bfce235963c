import type { ReactNode } from 'react'
import { showOverlay } from '../../data/overlay.ts'
import { navigate } from '../../data/route.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { ChevronDownIcon } from '../../ui/icons.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Menu, MenuItem, MenuSeparator } from '../../ui/menu.tsx'
import { HeaderTitle, Spring } from '../../ui/page.tsx'
import { useAddSamples } from './first-start.tsx'
import styles from './library-header.module.css'

export interface LibraryHeaderProps {
  readonly onImport: () => void
  readonly onPaste: () => void
  /** What else the page has to offer here. */
  readonly children?: ReactNode
}

export function LibraryHeader({ onImport, onPaste, children }: LibraryHeaderProps): ReactNode {
  const t = useT('library')
  const shell = useT('shell')
  const info = useApiQuery('library.info', {}).data
  const pairCount = useApiQuery('pairs.list', { removed: false }).data?.length
  const addSamples = useAddSamples()
  useKeys(t('keys.group'), [
    { chord: 'Mod+KeyO', id: 'library.import', label: t('keys.import'), run: onImport },
  ])

  return (
    <>
      <HeaderTitle
        title={t('title')}
        detail={
          info === undefined || pairCount === undefined
            ? ''
            : [
                t('count', { count: info.articleCount }),
                ...(pairCount > 0 ? [t('pairCount', { count: pairCount })] : []),
              ].join(' · ')
        }
      />
      <Spring />
      {children}
      <button type="button" className={styles['find']} onClick={() => showOverlay('palette')}>
        <span>{shell('commands.open')}</span>
        <Kbd keyId="everywhere.palette" />
      </button>
      <div className={styles['import']}>
        {/* One thing in black a screen: the empty library has its own. */}
        <Button tone={info?.articleCount === 0 ? 'plain' : 'primary'} onClick={onImport}>
          {t('import')}
        </Button>
        <Menu
          align="end"
          trigger={
            <IconButton label={t('importMore')}>
              <ChevronDownIcon />
            </IconButton>
          }
        >
          <MenuItem keyId="library.import" onSelect={onImport}>
            {t('importFiles')}
          </MenuItem>
          <MenuItem onSelect={onPaste}>{t('importPaste')}</MenuItem>
          <MenuItem onSelect={addSamples.run}>{t('importSamples')}</MenuItem>
          <MenuSeparator />
          <MenuItem onSelect={() => navigate({ name: 'export', scope: { kind: 'library' } })}>
            {t('exportAll')}
          </MenuItem>
        </Menu>
      </div>
    </>
  )
}
