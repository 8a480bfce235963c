import { useRef, useState, type ReactNode } from 'react'
import { useT } from '../../i18n/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { formatChord } from '../../ui/chord.ts'
import { Dialog } from '../../ui/dialog.tsx'
import styles from './paste-dialog.module.css'
import { useImportActions, usePasteDialog } from './use-import-actions.ts'

/** Takes pasted text. A field of its own, because reading the clipboard unasked needs a permission we don't want. */
export function PasteDialog(): ReactNode {
  const isOpen = usePasteDialog((state) => state.isOpen)
  return isOpen ? <Content /> : null
}

function Content(): ReactNode {
  const t = useT('importing')
  const shell = useT('shell')
  const { readText } = useImportActions()
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const close = (): void => usePasteDialog.setState({ isOpen: false })
  return (
    <Dialog
      open
      onClose={close}
      title={t('paste.title')}
      closeLabel={shell('action.close')}
      size="large"
      initialFocus={field}
      footer={
        <>
          <Button onClick={close}>{shell('action.cancel')}</Button>
          <Button
            tone="primary"
            disabled={text.trim() === ''}
            onClick={() => {
              close()
              readText(text)
            }}
          >
            {t('paste.confirm')}
          </Button>
        </>
      }
    >
      <textarea
        ref={field}
        className={styles['field']}
        aria-label={t('paste.label')}
        placeholder={t('paste.placeholder', { key: formatChord('Mod+KeyV') })}
        rows={14}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
    </Dialog>
  )
}
