/** The three channels between page and main process, and what is sent on them. */
export const CALL_CHANNEL = 'duizhao:call'
export const GRANT_CHANNEL = 'duizhao:grant'
export const EVENT_CHANNEL = 'duizhao:event'

/** A dropped file: by its path where it is one of the disk's, by its bytes where the page made it. */
export type DroppedItem = { readonly path: string } | { readonly name: string; readonly bytes: ArrayBuffer }

export type GrantRequest =
  | { readonly kind: 'files' }
  | { readonly kind: 'directory' }
  | { readonly kind: 'dropped'; readonly items: readonly DroppedItem[] }
