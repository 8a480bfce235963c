import type { ReactNode } from 'react'
import { create } from 'zustand'

interface Said {
  readonly text: string
  readonly count: number
}

const useSaid = create<Said>(() => ({ text: '', count: 0 }))

/** Tells screen readers what was done to the selection. */
export function announce(text: string): void {
  useSaid.setState(({ count }) => ({ text, count: count + 1 }))
}

export function Announcer(): ReactNode {
  const { text, count } = useSaid()
  return (
    <div role="status" aria-live="polite" data-unseen="">
      {/* The same words twice must be heard twice. */}
      <span key={count}>{text}</span>
    </div>
  )
}
