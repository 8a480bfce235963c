import type { ReactNode } from 'react'
import styles from './seal.module.css'

/** The seal: 对照, carved in two characters one above the other. */
export function Seal({ size = 32 }: { readonly size?: number }): ReactNode {
  return (
    <span
      className={styles['seal']}
      style={{ width: size, height: size, fontSize: size * 0.42 }}
      lang="zh-Hans"
      aria-hidden="true"
    >
      对<br />照
    </span>
  )
}
