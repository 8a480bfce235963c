import { useEffect, type RefObject } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import type { TagId } from '../../../shared/domain/ids.ts'
import { focusGiven, searchTags, setClosed, useCodebook } from './codebook-state.ts'
import type { TagRow } from './tag-rows.ts'

/** Gives the keyboard to the current line when that was asked for, opening what hides it. */
export function useWantedFocus(
  tree: RefObject<HTMLElement | null>,
  tags: readonly Tag[],
  rows: readonly TagRow[],
): void {
  const current = useCodebook((state) => state.current)
  const wantsFocus = useCodebook((state) => state.wantsFocus)
  useEffect(() => {
    if (!wantsFocus) return
    const isDrawn = current === null || rows.some(({ tag }) => tag.id === current)
    if (!isDrawn) {
      // What was just made is not in the list yet; what is hidden is shown. Either way this runs again.
      const above = thoseAbove(tags, current)
      if (above === null) return
      searchTags('')
      setClosed(above, false)
      return
    }
    const line = tree.current?.querySelector<HTMLElement>('[role="row"][tabindex="0"]')
    line?.focus()
    focusGiven()
  }, [tree, tags, rows, current, wantsFocus])
}

function thoseAbove(tags: readonly Tag[], tagId: TagId): TagId[] | null {
  const parents = new Map(tags.map(({ id, parentId }) => [id, parentId]))
  if (!parents.has(tagId)) return null
  const above: TagId[] = []
  for (let at = parents.get(tagId) ?? null; at !== null; at = parents.get(at) ?? null) above.push(at)
  return above
}
