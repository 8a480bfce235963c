import type { ReactNode } from 'react'
import type { Route } from '../data/route-format.ts'
import { AnnotationsPage } from './annotations/annotations-page.tsx'
import { ExportPage } from './export/export-page.tsx'
import { ImportPage } from './import/import-page.tsx'
import { LibraryPage } from './library/library-page.tsx'
import { ReaderPage } from './reader/reader-page.tsx'

/** The page a route names. */
export function CurrentPage({ route }: { readonly route: Route }): ReactNode {
  switch (route.name) {
    case 'library':
      return <LibraryPage view={route.view} tagId={route.tagId} />
    case 'reader': {
      const { target, segmentId } = route
      // Another text is another page: nothing of the last one may linger.
      const key = target.kind === 'pair' ? target.pairId : target.articleId
      return <ReaderPage key={key} target={target} segmentId={segmentId} />
    }
    case 'import':
      return <ImportPage key={route.jobId} jobId={route.jobId} />
    case 'export':
      return <ExportPage scope={route.scope} />
    case 'annotations':
      return <AnnotationsPage view={route.view} query={route.query} />
  }
}
