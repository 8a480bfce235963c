import type { KeyboardEvent } from 'react'
import type { SurveyRow } from '../../../shared/contract/schemas/survey.ts'
import { COLORS } from '../../../shared/domain/highlight.ts'
import { useT } from '../../i18n/i18n.ts'
import { isComposing, useKeys } from '../../ui/keys.ts'
import { clearSelection, selectAll, setCurrent, toggle, useSurveySelection } from './survey-selection.ts'
import type { TagWish } from './tag-dialog.tsx'
import type { SurveyActions, Target } from './use-survey-actions.ts'

const PAGE = 6

export interface SurveyKeys {
  readonly rowCount: number
  readonly current: number
  /** The row the keys are on; null while it is on its way. */
  readonly row: SurveyRow | null
  readonly actions: SurveyActions
  readonly onTag: (wish: TagWish) => void
  /** Selects from where a run began up to a place. */
  readonly run: (to: number) => void
  readonly reveal: (place: number) => void
  readonly focus: () => void
}

/** The keys of the list: letters anywhere on the page, the others while the list has the focus. */
export function useSurveyKeys(keys: SurveyKeys): (event: KeyboardEvent) => void {
  const { rowCount, current, row, actions, onTag, run, reveal, focus } = keys
  const t = useT('annotations')

  function walk(to: number, extend: boolean): void {
    const place = Math.max(0, Math.min(rowCount - 1, to))
    if (extend) run(place)
    else setCurrent(place)
    reveal(place)
    focus()
  }

  function act(work: (target: Target) => void): void {
    const target = actions.target(row?.id ?? null)
    if (target !== null) work(target)
  }

  useKeys(t('keys.group'), [
    { chord: 'KeyJ', id: 'survey.next', label: t('keys.next'), run: () => walk(current + 1, false) },
    { chord: 'KeyK', id: 'survey.previous', label: t('keys.previous'), run: () => walk(current - 1, false) },
    {
      chord: 'Shift+KeyJ',
      id: 'survey.extendNext',
      label: t('keys.extendNext'),
      run: () => walk(current + 1, true),
    },
    {
      chord: 'Shift+KeyK',
      id: 'survey.extendPrevious',
      label: t('keys.extendPrevious'),
      run: () => walk(current - 1, true),
    },
    {
      chord: 'KeyX',
      id: 'survey.select',
      label: t('keys.select'),
      run: () => {
        if (row === null) return false
        toggle(row.id, current)
        focus()
        return true
      },
    },
    { chord: 'KeyA', id: 'survey.selectAll', label: t('keys.selectAll'), run: selectAll },
    {
      chord: 'KeyT',
      id: 'survey.tag',
      label: t('keys.tag'),
      run: () => act((target) => onTag({ kind: 'tag', target })),
    },
    {
      chord: 'Shift+KeyT',
      id: 'survey.untag',
      label: t('keys.untag'),
      run: () => act((target) => onTag({ kind: 'untag', target })),
    },
    { chord: 'KeyE', id: 'survey.export', label: t('keys.export'), run: () => act(actions.exportThem) },
    ...COLORS.map((color) => ({
      chord: `Digit${color}`,
      id: `survey.color${color}`,
      label: t('keys.color', { color }),
      run: () => act((target) => actions.recolor(target, color)),
    })),
  ])

  return (event) => {
    if (event.target !== event.currentTarget || isComposing(event)) return
    switch (event.key) {
      case 'ArrowDown':
        walk(current + 1, event.shiftKey)
        break
      case 'ArrowUp':
        walk(current - 1, event.shiftKey)
        break
      case 'PageDown':
        walk(current + PAGE, event.shiftKey)
        break
      case 'PageUp':
        walk(current - PAGE, event.shiftKey)
        break
      case 'Home':
        walk(0, event.shiftKey)
        break
      case 'End':
        walk(rowCount - 1, event.shiftKey)
        break
      case 'Enter':
        if (row !== null) actions.open(row)
        break
      case ' ':
        if (row !== null) toggle(row.id, current)
        break
      case 'Delete':
      case 'Backspace':
        act(actions.remove)
        break
      case 'a':
        if (!(event.ctrlKey || event.metaKey)) return
        selectAll()
        break
      case 'Escape': {
        const { selected } = useSurveySelection.getState()
        if (selected.kind === 'some' && selected.ids.size === 0) return
        clearSelection()
        break
      }
      default:
        return
    }
    event.preventDefault()
  }
}
