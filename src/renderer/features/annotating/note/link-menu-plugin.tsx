import { useLexicalComposerContext } from '@lexical/react/LexicalComposerContext'
import { COMMAND_PRIORITY_CRITICAL, KEY_DOWN_COMMAND } from 'lexical'
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import type { LinkTarget } from '../../../../shared/contract/schemas/note.ts'
import { useApiQuery } from '../../../data/use-api-query.ts'
import { useT } from '../../../i18n/i18n.ts'
import { isComposing } from '../../../ui/keys.ts'
import styles from './link-menu.module.css'
import { $insertLink, $linkQuery, type LinkQuery } from './link-query.ts'

const MOST = 12
const NOTHING: readonly LinkTarget[] = []
const GAP = 4
const MARGIN = 8

/** The list behind `[[`: while an input method composes, it neither opens nor takes a key. */
export function LinkMenuPlugin(): ReactNode {
  const [editor] = useLexicalComposerContext()
  const t = useT('noting')
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const [query, setQuery] = useState<LinkQuery | null>(null)
  // Another query begins at its first line again.
  const [mark, setMark] = useState({ text: '', index: 0 })
  // Brackets whose list was closed stay without one.
  const closed = useRef<{ readonly nodeKey: string; readonly start: number } | null>(null)
  const answer = useApiQuery(
    'notes.linkTargets',
    { query: query?.text ?? '', limit: MOST },
    { enabled: query !== null, keepPrevious: true },
  )
  const targets = query === null ? NOTHING : (answer.data ?? NOTHING)
  const text = query?.text ?? ''
  const at = Math.min(mark.text === text ? mark.index : 0, targets.length - 1)

  useEffect(() => {
    const follow = (): void => {
      if (editor.isComposing()) return
      const found = editor.getEditorState().read($linkQuery)
      const isClosed = found !== null && isSame(closed.current, found)
      if (!isClosed) closed.current = null
      setQuery((before) => (isClosed ? null : isEqual(before, found) ? before : found))
    }
    const stop = editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
      // Brackets that were there already when the note was opened are not being written.
      if (editorState !== prevEditorState && !tags.has('note-loaded')) follow()
    })
    const stopRoot = editor.registerRootListener((root, previous) => {
      const leave = (): void => setQuery(null)
      previous?.removeEventListener('blur', leave)
      root?.addEventListener('blur', leave)
    })
    return () => {
      stop()
      stopRoot()
    }
  }, [editor])

  const choose = (target: LinkTarget | undefined): boolean => {
    if (query === null || target === undefined) return false
    editor.update(() => $insertLink(query, target))
    setQuery(null)
    return true
  }

  const onKey = useEffectEvent((event: KeyboardEvent): boolean => {
    if (query === null || isComposing(event) || editor.isComposing()) return false
    if (event.ctrlKey || event.metaKey || event.altKey) return false
    if (event.key === 'Escape') {
      closed.current = query
      setQuery(null)
    } else if (targets.length === 0) {
      return false
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1
      setMark({ text, index: (at + step + targets.length) % targets.length })
    } else if (event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) {
      choose(targets[at])
    } else {
      return false
    }
    event.preventDefault()
    event.stopPropagation()
    return true
  })
  useEffect(
    () => editor.registerCommand(KEY_DOWN_COMMAND, (event) => onKey(event), COMMAND_PRIORITY_CRITICAL),
    [editor],
  )

  // The editor keeps the focus; it names the line that is marked.
  const isOpen = query !== null
  const activeId = isOpen && targets.length > 0 ? `${listId}-${at}` : null
  useEffect(() => {
    const root = editor.getRootElement()
    root?.setAttribute('aria-autocomplete', 'list')
    root?.setAttribute('aria-haspopup', 'listbox')
    if (isOpen) root?.setAttribute('aria-controls', listId)
    else root?.removeAttribute('aria-controls')
    if (activeId === null) root?.removeAttribute('aria-activedescendant')
    else root?.setAttribute('aria-activedescendant', activeId)
  }, [editor, listId, isOpen, activeId])

  useLayoutEffect(() => {
    const element = list.current
    if (element === null) return
    // Over everything, and still within the dialog that the editor may stand in.
    if (!element.matches(':popover-open')) element.showPopover()
    const rect = caretRect(editor.getRootElement())
    const { width, height } = element.getBoundingClientRect()
    const under = rect.bottom + GAP
    const isOver = under + height > window.innerHeight - MARGIN && rect.top - GAP - height > MARGIN
    element.style.top = `${Math.round(isOver ? rect.top - GAP - height : under)}px`
    element.style.left = `${Math.round(Math.max(MARGIN, Math.min(rect.left, window.innerWidth - MARGIN - width)))}px`
    element.querySelector('[data-marked]')?.scrollIntoView({ block: 'nearest' })
  }, [editor, query, targets, at])

  if (query === null) return null
  return (
    <div ref={list} popover="manual" className={styles['menu']} data-own-keys="">
      <ul id={listId} role="listbox" aria-label={t('link.choices')} className={styles['list']}>
        {targets.map((target, index) => (
          // The editor keeps the focus; its keys choose among the lines.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            key={`${target.kind}/${target.id}`}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            data-marked={index === at || undefined}
            className={styles['option']}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(target)}
          >
            <span className={styles['kind']}>{t(`link.kinds.${target.kind}`)}</span>
            <span className={styles['label']}>{target.label}</span>
            {target.detail !== '' && <span className={styles['detail']}>{target.detail}</span>}
          </li>
        ))}
      </ul>
      {targets.length === 0 && !answer.isFetching && <p className={styles['none']}>{t('link.none')}</p>}
    </div>
  )
}

function caretRect(root: HTMLElement | null): DOMRect {
  const selection = window.getSelection()
  const range = selection !== null && selection.rangeCount > 0 ? selection.getRangeAt(0) : null
  const rect = range?.getClientRects()[0]
  return rect ?? root?.getBoundingClientRect() ?? new DOMRect()
}

function isSame(one: { readonly nodeKey: string; readonly start: number } | null, other: LinkQuery): boolean {
  return one !== null && one.nodeKey === other.nodeKey && one.start === other.start
}

function isEqual(one: LinkQuery | null, other: LinkQuery | null): boolean {
  return one === other || (one !== null && other !== null && isSame(one, other) && one.text === other.text)
}
