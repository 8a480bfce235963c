import type { ReactNode } from 'react'
import type { ExportScope } from '../../../shared/contract/schemas/export.ts'
import { ExportView } from '../../features/exporting/export-view.tsx'
import { StatusLine } from '../../features/shell/status-line.tsx'

export function ExportPage({ scope }: { readonly scope: ExportScope }): ReactNode {
  return <ExportView scope={scope} status={<StatusLine />} />
}
