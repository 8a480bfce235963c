import type { ReactNode } from 'react'
import type { TagId } from '../../../shared/domain/ids.ts'
import type { LibraryView as View } from '../../data/route-format.ts'
import { PendingImports } from '../../features/importing/pending-imports.tsx'
import { useImportActions } from '../../features/importing/use-import-actions.ts'
import { LibraryDialogHost } from '../../features/library/library-dialog-host.tsx'
import { LibraryHeader } from '../../features/library/library-header.tsx'
import { LibrarySide } from '../../features/library/library-side.tsx'
import { LibraryView } from '../../features/library/library-view.tsx'
import { StatusLine } from '../../features/shell/status-line.tsx'
import { useT } from '../../i18n/i18n.ts'
import { Page } from '../../ui/page.tsx'

export interface LibraryPageProps {
  readonly view: View
  readonly tagId: TagId | null
}

export function LibraryPage({ view, tagId }: LibraryPageProps): ReactNode {
  const t = useT('library')
  const { pickFiles, pasteText } = useImportActions()
  return (
    <Page
      label={t('title')}
      header={
        <LibraryHeader onImport={pickFiles} onPaste={pasteText}>
          <PendingImports />
        </LibraryHeader>
      }
      start={<LibrarySide view={view} tagId={tagId} />}
      status={<StatusLine />}
    >
      <LibraryView
        key={`${view} ${tagId ?? ''}`}
        view={view}
        tagId={tagId}
        onImport={pickFiles}
        onPaste={pasteText}
      />
      <LibraryDialogHost />
    </Page>
  )
}
