/** What of a request decides whether it is let in; header names are those of HTTP. */
export interface RequestFacts {
  readonly method: string
  /** As it came: path and query, still encoded. */
  readonly target: string
  readonly host: string | undefined
  readonly origin: string | undefined
  readonly fetchSite: string | undefined
  readonly contentType: string | undefined
}

export type Route = 'call' | 'events' | 'grants' | 'opening' | 'static'

/** Before an opening code; see `opening-codes.ts`. */
export const OPENING_PREFIX = '/open/'

export type Verdict =
  | { readonly admitted: true; readonly route: Route; readonly path: string }
  | { readonly admitted: false; readonly status: 400 | 403 | 404 | 405 | 415 | 421; readonly reason: string }

interface ApiRoute {
  readonly route: Route
  readonly method: 'GET' | 'POST'
  readonly contentType: string | null
}

const API_ROUTES: Readonly<Record<string, ApiRoute>> = {
  '/api/call': { route: 'call', method: 'POST', contentType: 'application/json' },
  '/api/events': { route: 'events', method: 'GET', contentType: null },
  '/api/grants': { route: 'grants', method: 'POST', contentType: 'application/octet-stream' },
}

/**
 * Decides by its headers alone whether a request may go on to the token check. `authority` is the one
 * `host:port` we answer to: a page of another site whose name was rebound to 127.0.0.1 says another.
 */
export function judgeRequest(facts: RequestFacts, authority: string): Verdict {
  if (facts.host !== authority) return refuse(421, 'this server answers to its own address only')
  if (facts.origin !== undefined && facts.origin !== `http://${authority}`)
    return refuse(403, 'foreign origin')
  if (!facts.target.startsWith('/')) return refuse(400, 'the target must be a path')
  const queryAt = facts.target.indexOf('?')
  const path = queryAt < 0 ? facts.target : facts.target.slice(0, queryAt)
  return path.startsWith('/api/') ? judgeApi(facts, path, queryAt >= 0) : judgePage(facts, path)
}

function judgePage(facts: RequestFacts, path: string): Verdict {
  if (facts.method !== 'GET') return refuse(405, 'pages are only read')
  // `none`: typed, bookmarked, or opened by us.
  if (!isFetchSite(facts.fetchSite, ['same-origin', 'none'])) return refuse(403, 'request from another site')
  return { admitted: true, route: path.startsWith(OPENING_PREFIX) ? 'opening' : 'static', path }
}

function judgeApi(facts: RequestFacts, path: string, hasQuery: boolean): Verdict {
  const api = Object.hasOwn(API_ROUTES, path) ? API_ROUTES[path] : undefined
  if (api === undefined) return refuse(404, 'no such address')
  if (facts.method !== api.method) return refuse(405, `this address takes ${api.method} only`)
  // A browser that sends the header at all sends `same-origin` for our page's own requests.
  if (!isFetchSite(facts.fetchSite, ['same-origin'])) return refuse(403, 'request from another site')
  // Browsers put an origin on every POST; on a GET of the same origin they put none.
  if (api.method === 'POST' && facts.origin === undefined) return refuse(403, 'origin missing')
  // Queries end up in histories and logs; nothing of ours goes there, the token least of all.
  if (hasQuery) return refuse(400, 'this address takes no query')
  if (api.contentType !== null && mediaType(facts.contentType) !== api.contentType) {
    return refuse(415, `the body must be ${api.contentType}`)
  }
  return { admitted: true, route: api.route, path }
}

function isFetchSite(given: string | undefined, allowed: readonly string[]): boolean {
  return given === undefined || allowed.includes(given)
}

function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? ''
}

function refuse(status: 400 | 403 | 404 | 405 | 415 | 421, reason: string): Verdict {
  return { admitted: false, status, reason }
}
