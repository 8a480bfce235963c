import type { ReactNode } from 'react'
import { goToLibrary } from '../../data/route.ts'
import { describeError } from '../../i18n/describe-error.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import styles from './fault-screen.module.css'

export interface FaultScreenProps {
  readonly error: unknown
  readonly onReset: () => void
}

/** In place of a screen that failed: what happened, that nothing was lost, what to do. */
export function FaultScreen({ error, onReset }: FaultScreenProps): ReactNode {
  const t = useT('shell')
  return (
    <main className={styles['screen']} role="alert">
      <h1 className={styles['title']}>{t('fault.title')}</h1>
      <p>{t('fault.saved')}</p>
      <p>{t('fault.todo')}</p>
      <pre className={styles['detail']}>
        {error instanceof Error ? `${error.name}: ${error.message}` : String(error)}
      </pre>
      <div className={styles['actions']}>
        <Button tone="primary" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
        <Button
          onClick={() => {
            goToLibrary()
            onReset()
          }}
        >
          {t('fault.toLibrary')}
        </Button>
      </div>
    </main>
  )
}

export interface StartFaultProps {
  readonly error: unknown
  readonly onRetry: () => void
}

/** In place of the app where the library could not be opened at all. */
export function StartFault({ error, onRetry }: StartFaultProps): ReactNode {
  const t = useT('shell')
  const { title, todo } = describeError(error)
  return (
    <main className={styles['screen']} role="alert">
      <h1 className={styles['title']}>{t('start.title')}</h1>
      <p className={styles['what']}>{title}</p>
      <p>{todo}</p>
      <div className={styles['actions']}>
        <Button tone="primary" onClick={onRetry}>
          {t('action.retry')}
        </Button>
      </div>
    </main>
  )
}
