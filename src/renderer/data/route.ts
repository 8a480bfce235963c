import { create } from 'zustand'
import type { ExportScope } from '../../shared/contract/schemas/export.ts'
import type { ReadingTarget } from '../../shared/contract/schemas/reader.ts'
import type { JobId, SegmentId, TagId } from '../../shared/domain/ids.ts'
import { formatRoute, parseRoute } from './route-format.ts'

export const LIBRARY_VIEWS = ['all', 'pairs', 'unpaired', 'recent', 'removed'] as const
export type LibraryView = (typeof LIBRARY_VIEWS)[number]

/** Where the user is. It stands in the address, so that it outlives a reload. */
export type Route =
  | { readonly name: 'library'; readonly view: LibraryView; readonly tagId: TagId | null }
  /** `segmentId`: go to this sentence instead of where reading was left. */
  | { readonly name: 'reader'; readonly target: ReadingTarget; readonly segmentId: SegmentId | null }
  | { readonly name: 'import'; readonly jobId: JobId }
  | { readonly name: 'export'; readonly scope: ExportScope }

interface RouteStore {
  readonly route: Route
}

const useRouteStore = create<RouteStore>(() => ({ route: parseRoute(window.location.hash) }))

window.addEventListener('hashchange', () => {
  useRouteStore.setState({ route: parseRoute(window.location.hash) })
})

export function useRoute(): Route {
  return useRouteStore(({ route }) => route)
}

export function currentRoute(): Route {
  return useRouteStore.getState().route
}

/** Goes somewhere; `replace` leaves no step to come back to. */
export function navigate(route: Route, { replace = false }: { readonly replace?: boolean } = {}): void {
  const hash = formatRoute(route)
  if (hash === window.location.hash) return
  if (replace) history.replaceState(null, '', hash)
  else history.pushState(null, '', hash)
  useRouteStore.setState({ route })
}

export function goToLibrary(view: LibraryView = 'all'): void {
  navigate({ name: 'library', view, tagId: null })
}

export function openReading(target: ReadingTarget, segmentId: SegmentId | null = null): void {
  navigate({ name: 'reader', target, segmentId })
}
