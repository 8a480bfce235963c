import { useEffect, useRef, useState, type ReactNode } from 'react'
import type { Segment } from '../../../shared/domain/text.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing } from '../../ui/keys.ts'
import styles from './segment-editor.module.css'

export interface SegmentEditorProps {
  readonly segment: Segment
  readonly language: string
  /** Saves, if the text is still the one that was opened; answers why it could not, null when it is done. */
  readonly onSave: (text: string, opened: string) => Promise<string | null>
  readonly onCancel: () => void
}

/** A sentence as a text field, in its own place and face. */
export function SegmentEditor({ segment, language, onSave, onCancel }: SegmentEditorProps): ReactNode {
  const t = useT('aligning')
  const field = useRef<HTMLTextAreaElement>(null)
  // White space at the end belongs to the sentence and is not typed: it is put back when saved.
  const [opened] = useState(segment.text)
  const written = opened.trimEnd()
  const tail = opened.slice(written.length)
  const [text, setText] = useState(written)
  const [problem, setProblem] = useState<string | null>(null)
  const [saving, setSaving] = useState(false)

  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(written.length, written.length)
    // Only when it opens: the text under it may be renewed while it is typed in.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  async function save(): Promise<void> {
    const next = text.replace(/[\r\n\u2028\u2029]+/gu, ' ').trim()
    if (next === '') {
      setProblem(t('editor.empty'))
      return
    }
    if (next === written) {
      onCancel()
      return
    }
    setSaving(true)
    const failure = await onSave(next + tail, opened)
    setSaving(false)
    setProblem(failure)
  }

  return (
    <span className={styles['editor']}>
      <textarea
        ref={field}
        className={styles['field']}
        lang={language}
        aria-label={t('editor.label')}
        aria-invalid={problem !== null}
        spellCheck
        rows={1}
        value={text}
        readOnly={saving}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          // Enter that confirms an input method's characters is none of ours.
          if (isComposing(event)) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            void save()
          } else if (event.key === 'Escape') {
            event.preventDefault()
            onCancel()
          }
        }}
      />
      <span
        className={styles['hint']}
        role={problem === null ? undefined : 'alert'}
        data-problem={problem !== null || undefined}
      >
        {problem ?? t('editor.hint')}
      </span>
    </span>
  )
}
