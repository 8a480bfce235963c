import type { ReactNode } from 'react'
import { useCommand } from '../../data/use-command.ts'
import { getT, useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { showToast, STEP_TOAST } from '../../ui/toast.ts'
import styles from './first-start.module.css'

export interface FirstStartProps {
  readonly onImport: () => void
  readonly onPaste: () => void
}

/** The empty library: what this is, and three ways to begin. */
export function FirstStart({ onImport, onPaste }: FirstStartProps): ReactNode {
  const t = useT('library')
  const addSamples = useAddSamples()
  return (
    <section className={styles['start']}>
      <h2 className={styles['title']}>{t('empty.title')}</h2>
      <p className={styles['body']}>{t('empty.body')}</p>
      <ul className={styles['ways']}>
        <li>
          <Button tone="primary" disabled={addSamples.isPending} onClick={addSamples.run}>
            {t('empty.samples')}
          </Button>
          <span>{t('empty.samplesHint')}</span>
        </li>
        <li>
          <Button onClick={onImport}>{t('empty.import')}</Button>
          <span>{t('empty.importHint')}</span>
        </li>
        <li>
          <Button onClick={onPaste}>{t('empty.paste')}</Button>
          <span>{t('empty.pasteHint')}</span>
        </li>
      </ul>
    </section>
  )
}

/** Adds the sample texts; what became of it is told in a toast. */
export function useAddSamples(): { readonly run: () => void; readonly isPending: boolean } {
  const t = useT('library')
  const { mutate, isPending } = useCommand('samples.add')
  const { mutate: undo } = useCommand('history.undo')
  return {
    run: () =>
      mutate(
        {},
        {
          onSuccess: () =>
            showToast({
              id: STEP_TOAST,
              untilNextStep: true,
              title: t('toast.samples'),
              action: { label: getT('shell')('action.undo'), run: () => undo({}) },
            }),
        },
      ),
    isPending,
  }
}
