import type { ReactNode } from 'react'
import type { JobId, TagId } from '../../../shared/domain/ids.ts'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import type { LibraryView } from '../../data/route.ts'

export function LibraryPage({
  view,
}: {
  readonly view: LibraryView
  readonly tagId: TagId | null
}): ReactNode {
  return <main>{JSON.stringify({})}</main>
}
