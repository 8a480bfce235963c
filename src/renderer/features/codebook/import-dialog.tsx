import { useRef, type ReactNode } from 'react'
import type { GrantedFile } from '../../../shared/contract/host.ts'
import type { CodebookChanges } from '../../../shared/contract/schemas/codebook.ts'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './dialogs.module.css'
import type { CodebookActions } from './use-codebook-actions.ts'

export interface ImportDialogProps {
  readonly file: GrantedFile
  readonly changes: CodebookChanges
  readonly actions: CodebookActions
  readonly onClose: () => void
}

/** Shows what the import of a codebook would do, before it does it. */
export function ImportDialog({ file, changes, actions, onClose }: ImportDialogProps): ReactNode {
  const t = useT('codebook')
  const shell = useT('shell')
  const confirm = useRef<HTMLButtonElement>(null)
  const { created, updated, skipped } = changes
  const count = created + updated
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('import.title', { name: file.name })}
      closeLabel={shell('action.close')}
      size="small"
      initialFocus={confirm}
      footer={
        <>
          <Button onClick={onClose}>{shell('action.cancel')}</Button>
          <Button
            ref={confirm}
            tone="primary"
            disabled={count === 0}
            onClick={() => {
              actions.bringIn(file)
              onClose()
            }}
          >
            {t('import.confirm', { count })}
          </Button>
        </>
      }
    >
      <dl className={styles['figures']}>
        <Figure label={t('import.created')} count={created} />
        <Figure label={t('import.updated')} count={updated} />
        <Figure label={t('import.skipped')} count={skipped} />
      </dl>
      {count === 0 && <p className={styles['hint']}>{t('import.nothing')}</p>}
      {count > 0 && (
        // It may scroll, so it can be reached.
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ul className={styles['changes']} aria-label={t('import.list')} tabIndex={0}>
          {changes.changes.map(({ path, kind }) => (
            <li key={path} className={styles['change']}>
              <span>{path}</span>
              <span className={styles['kind']}>{t(`import.${kind}`)}</span>
            </li>
          ))}
          {count > changes.changes.length && (
            <li className={styles['kind']}>{t('import.more', { count: count - changes.changes.length })}</li>
          )}
        </ul>
      )}
    </Dialog>
  )
}

function Figure({ label, count }: { readonly label: string; readonly count: number }): ReactNode {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{count}</dd>
    </div>
  )
}
