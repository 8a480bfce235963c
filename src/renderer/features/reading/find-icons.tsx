import type { ReactNode } from 'react'
import { Icon } from '../../ui/icon.tsx'

export function ChevronUpIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M4 10l4-4 4 4" />
    </Icon>
  )
}

export function ChevronDownIcon(): ReactNode {
  return (
    <Icon size={14}>
      <path d="M4 6l4 4 4-4" />
    </Icon>
  )
}
