import type { ComponentProps, ReactNode } from 'react'
import styles from './panel-frame.module.css'

export interface PanelFrameProps extends Omit<ComponentProps<'section'>, 'title' | 'className'> {
  readonly title: string
  /** How many there are, in words; read out when it changes. */
  readonly count: ReactNode
  /** Buttons at the end of the header. */
  readonly actions: ReactNode
}

/** What stands beside a text, from top to bottom: its title, how much there is, its buttons, and the rest below. */
export function PanelFrame({ title, count, actions, children, ...section }: PanelFrameProps): ReactNode {
  return (
    <section {...section} className={styles['frame']}>
      <header className={styles['header']}>
        <h2 className={styles['title']}>{title}</h2>
        <span className={styles['count']} aria-live="polite">
          {count}
        </span>
        {actions}
      </header>
      {children}
    </section>
  )
}

export interface PanelEmptyProps {
  /** What is the matter, said first. */
  readonly title?: string
  readonly children: ReactNode
  /** Read out at once. */
  readonly role?: 'alert'
}

/** What a panel says in place of a list. */
export function PanelEmpty({ title, role, children }: PanelEmptyProps): ReactNode {
  return (
    <div className={styles['empty']} role={role}>
      {title !== undefined && <strong>{title}</strong>}
      {children}
    </div>
  )
}
