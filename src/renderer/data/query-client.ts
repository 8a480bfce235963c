import { MutationCache, QueryClient } from '@tanstack/react-query'

let report: (error: unknown) => void = () => undefined

/** Says how a failed command is told to the user. Set once by the app. */
export function setErrorReporter(reporter: (error: unknown) => void): void {
  report = reporter
}

/** Tells the user of a failure in the app's usual way. */
export function reportError(error: unknown): void {
  report(error)
}

/** The cache of answers. The core tells what has changed, so nothing goes stale by itself. */
export const queryClient = new QueryClient({
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (mutation.meta?.['quiet'] !== true) report(error)
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: Infinity,
      retry: false,
      networkMode: 'always',
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { retry: false, networkMode: 'always' },
  },
})
