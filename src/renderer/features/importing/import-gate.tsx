import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { droppedFiles } from '../../api/dropped-files.ts'
import { reportError } from '../../data/query-client.ts'
import { useT } from '../../i18n/i18n.ts'
import { isTextField } from '../../ui/keys.ts'
import { hasModal } from '../../ui/modal-stack.ts'
import { showToast } from '../../ui/toast.ts'
import styles from './import-gate.module.css'
import { PasteDialog } from './paste-dialog.tsx'
import { useImportActions } from './use-import-actions.ts'

export interface ImportGateProps {
  /** Whether text pasted outside of any field is imported too. */
  readonly takesPaste: boolean
}

/** Takes files dropped anywhere in the window. */
export function ImportGate({ takesPaste }: ImportGateProps): ReactNode {
  const t = useT('importing')
  const { readFiles, readText } = useImportActions()
  const [isOver, setOver] = useState(false)

  const onDrop = useEffectEvent((transfer: DataTransfer) => {
    droppedFiles(transfer)
      .then((files) => {
        if (files.length === 0) showToast({ title: t('dropEmpty') })
        else readFiles(files)
      })
      .catch(reportError)
  })
  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    if (!takesPaste || hasModal() || isTextField(event.target)) return
    const files = [...(event.clipboardData?.files ?? [])]
    const text = event.clipboardData?.getData('text/plain') ?? ''
    if (files.length > 0) readFiles(files)
    else if (text.trim() !== '') readText(text)
  })

  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      // Leaving the window has no related target; moving between elements has.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!carriesFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      onDrop(event.dataTransfer)
    }
    const paste = (event: ClipboardEvent): void => onPaste(event)
    window.addEventListener('dragenter', over)
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    window.addEventListener('paste', paste)
    return () => {
      window.removeEventListener('dragenter', over)
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
      window.removeEventListener('paste', paste)
    }
  }, [])

  return (
    <>
      <PasteDialog />
      {isOver && (
        <div className={styles['gate']}>
          <p className={styles['words']}>{t('drop')}</p>
          <p>{t('dropHint')}</p>
        </div>
      )}
    </>
  )
}
