import { useSyncExternalStore, type ReactNode } from 'react'
import { connection, onConnection } from '../../api/connection.ts'
import { useApiQuery } from '../../data/use-api-query.ts'
import { useCommand } from '../../data/use-command.ts'
import { formatBytes, formatMoment } from '../../i18n/format.ts'
import { useT } from '../../i18n/i18n.ts'
import { Spring } from '../../ui/page.tsx'
import { showToast } from '../../ui/toast.ts'
import styles from './status-line.module.css'

/** What stands at the foot of the pages: offline, backup, size. */
export function StatusLine(): ReactNode {
  const t = useT('shell')
  const info = useApiQuery('library.info', {}).data
  const state = useSyncExternalStore(onConnection, connection)
  const { mutate: backUp, isPending } = useCommand('library.backup')

  return (
    <>
      {state === 'lost' ? (
        <strong className={styles['lost']} role="status">
          {t('status.reconnecting')}
        </strong>
      ) : (
        <strong className={styles['offline']}>{t('status.offline')}</strong>
      )}
      {info !== undefined && (
        <span>
          {info.lastBackupAt === null
            ? t('status.backupNone')
            : t('status.backupAt', { when: formatMoment(info.lastBackupAt) })}
          <button
            type="button"
            className={styles['button']}
            disabled={isPending}
            onClick={() =>
              backUp(
                {},
                { onSuccess: ({ path }) => showToast({ title: t('status.backedUp'), description: path }) },
              )
            }
          >
            {t('status.backUpNow')}
          </button>
        </span>
      )}
      <Spring />
      {info !== undefined && (
        <span title={info.path}>{t('status.size', { size: formatBytes(info.sizeBytes) })}</span>
      )}
    </>
  )
}
