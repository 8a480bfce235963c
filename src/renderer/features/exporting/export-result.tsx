import type { ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import styles from './export-view.module.css'
import type { ExportResult as Result } from './use-export.ts'

/** What the last export came to; said to screen readers, too. */
export function ExportResult({ result }: { readonly result: Result | null }): ReactNode {
  const t = useT('exporting')
  return (
    <div role="status" className={styles['result']} hidden={result === null}>
      {result?.kind === 'written' && (
        <>
          <strong>{t('written', { count: result.fileCount })}</strong>
          <p>{t('writtenTo', { directory: result.directory })}</p>
          <p>{t('kept')}</p>
        </>
      )}
      {result?.kind === 'downloaded' && (
        <strong>{t('downloaded', { name: result.name, count: result.fileCount })}</strong>
      )}
    </div>
  )
}
