import { create } from 'zustand'
import type { ReadingTarget } from '../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../shared/domain/ids.ts'
import { formatRoute, parseRoute, type AnnotationView, type LibraryView, type Route } from './route-format.ts'

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

export function goToAnnotations(view: AnnotationView, query = ''): void {
  navigate({ name: 'annotations', view, query })
}
