import type { ReactNode } from 'react'
import { formatChord, type Chord } from './chord.ts'
import { useKeyOf } from './key-list.ts'
import styles from './kbd.module.css'

/** What a key cap shows: a chord that is fixed, or the one that does what has the id, as the user wants it. */
export type KbdProps =
  | { readonly chord: Chord; readonly keyId?: undefined }
  | { readonly keyId: string; readonly chord?: undefined }

/** A key cap; nothing where no key does it. */
export function Kbd({ chord, keyId }: KbdProps): ReactNode {
  const listed = useKeyOf(keyId ?? null)
  const shown = chord ?? listed
  return shown === null ? null : <kbd className={styles['kbd']}>{formatChord(shown)}</kbd>
}

/** The same for what may have a key: props `chord` and `keyId` of menus, buttons and tooltips. */
export interface MayHaveKey {
  /** A key that is fixed. */
  readonly chord?: Chord | undefined
  /** What the user's changes of keys know it by. */
  readonly keyId?: string | undefined
}

export function KbdOf({ chord, keyId }: MayHaveKey): ReactNode {
  if (keyId !== undefined) return <Kbd keyId={keyId} />
  return chord === undefined ? null : <Kbd chord={chord} />
}
