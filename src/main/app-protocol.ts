import { SECURITY_HEADERS } from '../serving/security-headers.ts'
import { readStaticFile } from '../serving/static-files.ts'
import { APP_ORIGIN, isAppUrl } from './policies/app-origin.ts'

export interface AppRequest {
  readonly method: string
  readonly url: string
  /** Who asked: absent for the browser itself. */
  readonly initiatorOrigin?: string | undefined
}

/** Answers a request of `app://duizhao`: files of the built page, read only, and nothing else. */
export async function serveApp(root: string, request: AppRequest): Promise<Response> {
  if (request.method !== 'GET') return refusal(405)
  if (!isAppUrl(request.url)) return refusal(403)
  if (request.initiatorOrigin !== undefined && request.initiatorOrigin !== APP_ORIGIN) return refusal(403)
  const file = await readStaticFile(root, new URL(request.url).pathname)
  if (file === null) return refusal(404)
  return new Response(file.bytes, { headers: { ...SECURITY_HEADERS, 'Content-Type': file.mediaType } })
}

function refusal(status: number): Response {
  return new Response(null, { status, headers: SECURITY_HEADERS })
}
