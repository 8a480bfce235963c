import type { ReactNode, Ref } from 'react'
import styles from './drag-handle.module.css'

/** What a sentence is dragged by. For the mouse alone: the keyboard has keys for the same. */
export function DragHandle({ element }: { readonly element: Ref<HTMLSpanElement> }): ReactNode {
  return <span ref={element} className={styles['handle']} data-drag-handle="" aria-hidden="true" />
}
