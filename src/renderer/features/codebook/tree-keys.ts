import type { KeyboardEvent } from 'react'
import { isComposing } from '../../ui/keys.ts'
import { setClosed, setCurrentTag } from './codebook-state.ts'
import type { TagRow } from './tag-rows.ts'

const PAGE = 10

/** The keys that walk the tree, as the pattern of tree grids has them. The others are in the key map. */
export function treeKeys(
  rows: readonly TagRow[],
  current: TagRow | undefined,
  openDetail: () => void,
): (event: KeyboardEvent<HTMLElement>) => void {
  return (event) => {
    const isOwn = event.target instanceof Element && event.target.getAttribute('role') === 'row'
    if (!isOwn || isComposing(event) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey)
      return
    const index = current === undefined ? -1 : rows.indexOf(current)
    const walk = (to: number): void => {
      const row = rows[Math.max(0, Math.min(rows.length - 1, to))]
      if (row === undefined) return
      setCurrentTag(row.tag.id)
      const line = event.currentTarget.querySelector<HTMLElement>(`[data-tag="${row.tag.id}"]`)
      line?.focus()
    }
    switch (event.key) {
      case 'ArrowDown':
        walk(index + 1)
        break
      case 'ArrowUp':
        walk(index - 1)
        break
      case 'PageDown':
        walk(index + PAGE)
        break
      case 'PageUp':
        walk(index - PAGE)
        break
      case 'Home':
        walk(0)
        break
      case 'End':
        walk(rows.length - 1)
        break
      case 'ArrowRight':
        if (current?.isOpen === true) walk(index + 1)
        else if (current?.hasChildren === true) setClosed([current.tag.id], false)
        break
      case 'ArrowLeft':
        if (current?.isOpen === true) setClosed([current.tag.id], true)
        else if (current !== undefined) {
          const above = rows.findIndex(({ tag }) => tag.id === current.tag.parentId)
          if (above !== -1) walk(above)
        }
        break
      case 'Enter':
        openDetail()
        break
      default:
        return
    }
    event.preventDefault()
  }
}
