import type { ReactNode } from 'react'
import type { Tag } from '../../../shared/contract/schemas/annotation.ts'
import { hue } from './color-buttons.tsx'
import styles from './tag-dot.module.css'

/** A tag's color, where it has one. */
export function TagDot({ tag }: { readonly tag: Tag }): ReactNode {
  return tag.color === null ? null : (
    <span className={styles['dot']} style={hue(tag.color)} aria-hidden="true" />
  )
}
