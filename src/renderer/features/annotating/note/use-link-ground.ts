import { useMemo } from 'react'
import { useDeskIfAny } from '../desk.ts'
import type { LinkGround } from './follow-link.ts'

/** What links in notes find where they are drawn; null away from the reader. */
export function useLinkGround(): LinkGround | null {
  const desk = useDeskIfAny()
  return useMemo(
    () =>
      desk === null
        ? null
        : {
            articleIds: desk.articles.map(({ id }) => id),
            showHighlight(id) {
              if (desk.annotations.book.get(id) === null) return false
              desk.goTo(id)
              return true
            },
          },
    [desk],
  )
}
