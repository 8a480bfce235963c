import { exportScope, type ExportScope } from '../../shared/contract/schemas/export.ts'
import type { ReadingTarget } from '../../shared/contract/schemas/reader.ts'
import type { Id, JobId, SegmentId, TagId } from '../../shared/domain/ids.ts'

export const LIBRARY_VIEWS = ['all', 'pairs', 'unpaired', 'recent', 'removed'] as const
export type LibraryView = (typeof LIBRARY_VIEWS)[number]

/** The rooms of the page of annotations. */
export const ANNOTATION_VIEWS = ['highlights', 'notes', 'codebook', 'speakers', 'figures', 'review'] as const
export type AnnotationView = (typeof ANNOTATION_VIEWS)[number]

/** Where the user is. It stands in the address, so that it outlives a reload. */
export type Route =
  | { readonly name: 'library'; readonly view: LibraryView; readonly tagId: TagId | null }
  /** `segmentId`: go to this sentence instead of where reading was left. */
  | { readonly name: 'reader'; readonly target: ReadingTarget; readonly segmentId: SegmentId | null }
  | { readonly name: 'import'; readonly jobId: JobId }
  | { readonly name: 'export'; readonly scope: ExportScope }
  /** `query`: what the view is narrowed to, in the view's own words (as of `URLSearchParams`); '' for all. */
  | { readonly name: 'annotations'; readonly view: AnnotationView; readonly query: string }

const VIEWS: readonly string[] = LIBRARY_VIEWS

/** The address of a place, e.g. `#/pair/01J…`. */
export function formatRoute(route: Route): string {
  switch (route.name) {
    case 'library':
      if (route.tagId !== null) return address('library', 'tag', route.tagId)
      return route.view === 'all' ? address('library') : address('library', route.view)
    case 'reader': {
      const { target, segmentId } = route
      const id = target.kind === 'pair' ? target.pairId : target.articleId
      return segmentId === null ? address(target.kind, id) : address(target.kind, id, 'at', segmentId)
    }
    case 'import':
      return address('import', route.jobId)
    case 'export':
      return address('export', ...scopeParts(route.scope))
    case 'annotations':
      return address('annotations', route.view, ...(route.query === '' ? [] : [route.query]))
  }
}

/** The place of an address; the library where it makes no sense. */
export function parseRoute(hash: string): Route {
  const [room, first, second, third] = hash.replace(/^#\/?/u, '').split('/').map(decode)
  const library: Route = { name: 'library', view: 'all', tagId: null }
  switch (room) {
    case 'library':
      if (first === 'tag' && second) return { ...library, tagId: id(second) }
      return { ...library, view: isView(first) ? first : 'all' }
    case 'pair':
    case 'article': {
      if (!first) return library
      const segmentId = second === 'at' && third ? id<'segment'>(third) : null
      if (room === 'pair') return { name: 'reader', target: { kind: 'pair', pairId: id(first) }, segmentId }
      return { name: 'reader', target: { kind: 'article', articleId: id(first) }, segmentId }
    }
    case 'import':
      return first ? { name: 'import', jobId: id(first) } : library
    case 'export':
      return { name: 'export', scope: parseScope(first, second) }
    case 'annotations': {
      const view = ANNOTATION_VIEWS.find((each) => each === first)
      return { name: 'annotations', view: view ?? 'highlights', query: second ?? '' }
    }
    default:
      return library
  }
}

function scopeParts(scope: ExportScope): string[] {
  switch (scope.kind) {
    case 'article':
      return ['article', scope.articleId]
    case 'pair':
      return ['pair', scope.pairId]
    case 'tag':
      return ['tag', scope.tagId]
    case 'speaker':
      return ['speaker', scope.speakerId]
    case 'library':
      return []
    case 'highlights':
      // As it is: a list of ids, or a filter.
      return ['highlights', JSON.stringify(scope)]
  }
}

function parseScope(kind: string | undefined, value: string | undefined): ExportScope {
  if (!value) return { kind: 'library' }
  if (kind === 'article') return { kind, articleId: id(value) }
  if (kind === 'pair') return { kind, pairId: id(value) }
  if (kind === 'tag') return { kind, tagId: id(value) }
  if (kind === 'highlights') return parseHighlights(value)
  if (kind === 'speaker') return { kind, speakerId: id(value) }
  return { kind: 'library' }
}

function parseHighlights(value: string): ExportScope {
  try {
    return exportScope.parse(JSON.parse(value))
  } catch {
    return { kind: 'library' }
  }
}

function address(...parts: string[]): string {
  return `#/${parts.map(encodeURIComponent).join('/')}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return ''
  }
}

function isView(value: string | undefined): value is LibraryView {
  return value !== undefined && VIEWS.includes(value)
}

// An id in an address is as good as any other; one that names nothing ends in `not_found`.
function id<Kind extends string>(value: string): Id<Kind> {
  return value as Id<Kind>
}
