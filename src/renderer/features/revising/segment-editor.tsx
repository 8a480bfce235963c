import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Segment } from '../../../shared/domain/text.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing } from '../../ui/keys.ts'
import styles from './segment-editor.module.css'
import { textStore } from './text-store.ts'

export interface SegmentEditorProps {
  readonly segment: Segment
  readonly language: string
  /**
   * Saves, if the text is still the one that was opened; answers why it could not, null when it is done. `leaving`: the
   * field has been left, so that nobody sees the answer beside it.
   */
  readonly onSave: (text: string, opened: string, leaving: boolean) => Promise<string | null>
  /** Closes it as it was. `leaving`: the focus is elsewhere already. */
  readonly onCancel: (leaving: boolean) => void
}

/**
 * A sentence as a text field, in its own place and face. Whoever leaves it, in whatever way, has saved what was typed;
 * Esc alone throws it away. What is typed is kept in a store: the field may go with its row.
 */
export function SegmentEditor({ segment, language, onSave, onCancel }: SegmentEditorProps): ReactNode {
  const t = useT('revising')
  const field = useRef<HTMLTextAreaElement>(null)
  const draft = useStore(textStore, (state) => (state.draft?.segmentId === segment.id ? state.draft : null))
  const [opened] = useState(draft?.opened ?? segment.text)
  // White space at the end belongs to the sentence and is not typed: it is put back when saved.
  const written = opened.trimEnd()
  const tail = opened.slice(written.length)
  const text = draft?.text ?? written
  const problem = draft?.problem ?? null
  const [saving, setSaving] = useState(false)
  // Set once it is done with: what comes after (blur, the row going away) is no leaving any more.
  const isDone = useRef(false)

  const [isNew] = useState(draft === null)
  useEffect(() => {
    // A field that has come back with its row was left: it takes no focus.
    if (!isNew) return
    field.current?.focus({ preventScroll: true })
    field.current?.setSelectionRange(written.length, written.length)
    field.current?.parentElement?.scrollIntoView({ block: 'nearest' })
    // Only when it opens: the text under it may be renewed while it is typed in.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [])

  function change(next: string, why: string | null): void {
    textStore.setState({ draft: { segmentId: segment.id, opened, text: next, problem: why } })
  }

  function cancel(leaving: boolean): void {
    isDone.current = true
    onCancel(leaving)
  }

  async function save(leaving: boolean): Promise<void> {
    if (isDone.current) return
    const next = text.replace(/[\r\n\u2028\u2029]+/gu, ' ').trim()
    if (next === written) {
      cancel(leaving)
      return
    }
    if (next === '') {
      change(text, t('editor.empty'))
      return
    }
    isDone.current = true
    setSaving(true)
    const failure = await onSave(next + tail, opened, leaving)
    if (failure === null) return
    isDone.current = false
    setSaving(false)
    change(text, failure)
  }

  const leave = useEffectEvent(() => {
    // What was refused once is kept as it is; whoever comes back decides.
    if (problem === null) void save(true)
  })
  useEffect(() => {
    const onHide = (): void => leave()
    window.addEventListener('pagehide', onHide)
    return () => window.removeEventListener('pagehide', onHide)
  }, [])
  const unmount = useRef(leaveNothing)
  useLayoutEffect(() => {
    unmount.current = () => {
      if (problem === null) void save(true)
    }
  })
  // A layout effect: on leaving the page, the room the text is saved from is still there.
  useLayoutEffect(() => () => unmount.current(), [])

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
        onChange={(event) => change(event.currentTarget.value, null)}
        onBlur={(event) => {
          // Another window's turn: the field keeps the focus of this one.
          if (document.activeElement !== event.currentTarget) void save(true)
        }}
        onKeyDown={(event) => {
          // Enter that confirms an input method's characters is none of ours.
          if (isComposing(event)) return
          if (event.key === 'Enter' && !event.shiftKey) {
            event.preventDefault()
            void save(false)
          } else if (event.key === 'Escape') {
            event.preventDefault()
            cancel(false)
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

function leaveNothing(): void {}
