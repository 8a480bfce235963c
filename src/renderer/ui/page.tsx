import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'
import styles from './page.module.css'

export interface PageProps {
  /** Content of the line at the top. */
  readonly header: ReactNode
  /** Panel at the left, within the page. */
  readonly start?: ReactNode
  /** Panel at the right, from top to bottom. Its width is its own. */
  readonly end?: ReactNode
  /** Content of the line at the bottom. */
  readonly status?: ReactNode
  /** Name of the main region. */
  readonly label: string
  readonly children: ReactNode
}

/** A page beside the rail: header, text, status line, and panels at either side. The text scrolls, nothing else. */
export function Page({ header, start, end, status, label, children }: PageProps): ReactNode {
  return (
    <div className={styles['page']}>
      <div className={styles['column']}>
        <header className={styles['header']}>{header}</header>
        <div className={styles['middle']}>
          {start}
          <main className={styles['main']} aria-label={label}>
            {children}
          </main>
        </div>
        {status !== undefined && <footer className={styles['status']}>{status}</footer>}
      </div>
      {end}
    </div>
  )
}

/** Takes the room that is left in a header or status line. */
export function Spring(): ReactNode {
  return <span className={styles['spring']} />
}

export interface HeaderTitleProps {
  readonly title: ReactNode
  readonly detail?: ReactNode
}

export function HeaderTitle({ title, detail }: HeaderTitleProps): ReactNode {
  return (
    <h1 className={styles['title']}>
      <span className={styles['titleText']}>{title}</span>
      {detail !== undefined && (
        <span className={classNames(styles['titleText'], styles['detail'])}>{detail}</span>
      )}
    </h1>
  )
}
