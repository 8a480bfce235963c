import type { ReactNode } from 'react'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useT } from '../../i18n/i18n.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Seal } from '../../ui/seal.tsx'
import styles from './about-dialog.module.css'

const TYPEFACES = [
  { name: 'Noto Serif SC / TC, Noto Sans SC', owner: 'Adobe, Google' },
  { name: 'Source Serif 4', owner: 'Adobe' },
  { name: 'Inter', owner: 'The Inter Project Authors' },
]

const SOFTWARE = [
  'Electron (MIT)',
  'React (MIT)',
  'SQLite (public domain)',
  'better-sqlite3 (MIT)',
  'Lexical (MIT)',
  'Base UI (MIT)',
  'TanStack Query, Virtual (MIT)',
  'cmdk (MIT)',
  'i18next (MIT)',
  'zod (MIT)',
  'zustand (MIT)',
  'fflate (MIT)',
  'iconv-lite (MIT)',
  'saxes (ISC)',
  'mdast-util-* (MIT)',
  'yaml (ISC)',
]

export function AboutDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const t = useT('shell')
  const info = useApiQuery('library.info', {}).data
  return (
    <Dialog open onClose={onClose} title={t('about.title')} closeLabel={t('action.close')}>
      <div className={styles['head']}>
        <Seal size={52} />
        <div>
          <p className={styles['name']}>{t('appName')}</p>
          <p>{t('about.tagline')}</p>
          {info !== undefined && (
            <p className={styles['quiet']}>{t('about.version', { version: info.version })} · MIT</p>
          )}
        </div>
      </div>
      {info !== undefined && <p className={styles['path']}>{t('about.libraryAt', { path: info.path })}</p>}
      <h3 className={styles['heading']}>{t('about.attributions')}</h3>
      <p className={styles['quiet']}>{t('about.fonts')}</p>
      <ul className={styles['list']}>
        {TYPEFACES.map(({ name, owner }) => (
          <li key={name}>
            {name} <span className={styles['quiet']}>© {owner}</span>
          </li>
        ))}
      </ul>
      <p className={styles['quiet']}>{t('about.dictionary')}</p>
      <p className={styles['quiet']}>{t('about.software')}</p>
      <p>{SOFTWARE.join(' · ')}</p>
    </Dialog>
  )
}
