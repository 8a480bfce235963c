import type { ReactNode } from 'react'
import { formatChord, type Chord } from './chord.ts'
import styles from './kbd.module.css'

/** A key cap. */
export function Kbd({ chord }: { readonly chord: Chord }): ReactNode {
  return <kbd className={styles['kbd']}>{formatChord(chord)}</kbd>
}
