import type { ReactNode } from 'react'
import { Icon, type IconProps } from './icon.tsx'

export function LibraryIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2.5 3h3v10h-3zM5.5 3h3v10h-3zM8.9 3.5l2.7-.6 2.2 9.6-2.7.6z" />
    </Icon>
  )
}

export function ReaderIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 4.2C6.6 3.2 4.6 2.9 2 3v9.4c2.6-.1 4.6.2 6 1.1 1.4-.9 3.4-1.2 6-1.1V3c-2.600-.1-4.600.2-6 1.200zM8 4.200v9.300" />
    </Icon>
  )
}

/** A marker over two lines of text. */
export function AnnotationsIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M9.500 2.500 13.500 6.500 8 12H4V8zM2 14.500h12" />
    </Icon>
  )
}

export function SearchIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <circle cx="7" cy="7" r="4.500" />
      <path d="M10.400 10.400 14 14" />
    </Icon>
  )
}

export function SettingsIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2 4.500h6M11.500 4.500H14M2 11.500h2.500M8 11.500h6" />
      <circle cx="9.750" cy="4.500" r="1.750" />
      <circle cx="6.250" cy="11.500" r="1.750" />
    </Icon>
  )
}

export function HistoryIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2.400 6.500A5.800 5.800 0 1 1 2.300 9.300M2.200 3v3.600h3.600M8 5v3.300l2.200 1.300" />
    </Icon>
  )
}

export function KeyboardIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <rect x="1.500" y="3.500" width="13" height="9" rx="1.500" />
      <path d="M4 6.300h.01M6.700 6.300h.01M9.300 6.300h.01M12 6.300h.01M5 9.700h6" />
    </Icon>
  )
}

export function CloseIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M4 4l8 8M12 4l-8 8" />
    </Icon>
  )
}

export function CheckIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M3 8.500l3.200 3.200L13 4.800" />
    </Icon>
  )
}

export function DashIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M4 8h8" />
    </Icon>
  )
}

export function ChevronDownIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M4 6.200l4 4 4-4" />
    </Icon>
  )
}

export function ChevronRightIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M6.200 4l4 4-4 4" />
    </Icon>
  )
}

export function ChevronLeftIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M9.800 4l-4 4 4 4" />
    </Icon>
  )
}

export function MoreIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M3.500 8h.01M8 8h.01M12.500 8h.01" strokeWidth="2" />
    </Icon>
  )
}

export function PlusIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 3v10M3 8h10" />
    </Icon>
  )
}

export function UndoIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M6 3.500 2.800 6.700 6 9.900M3 6.700h6.200a3.400 3.400 0 0 1 0 6.800H6.500" />
    </Icon>
  )
}

export function RedoIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M10 3.500l3.200 3.200L10 9.900M13 6.700H6.800a3.400 3.400 0 0 0 0 6.800h2.700" />
    </Icon>
  )
}

export function SidebarIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <rect x="1.500" y="2.500" width="13" height="11" rx="1.500" />
      <path d="M10 2.500v11" />
    </Icon>
  )
}

export function TrashIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M2.500 4.500h11M6 4.500V3h4v1.500M4 4.500l.7 8.500h6.600l.7-8.500" />
    </Icon>
  )
}

export function PencilIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M10.600 2.800l2.600 2.600-7.600 7.600-3.200.6.6-3.200z" />
    </Icon>
  )
}

/** A sheet with a turned corner and two lines. */
export function NoteIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M3 2.500h10v7.200l-3.800 3.800H3zM13 9.700H9.200v3.800M5.500 5.700h5M5.500 8.200h2.500" />
    </Icon>
  )
}

export function WarningIcon(props: IconProps): ReactNode {
  return (
    <Icon {...props}>
      <path d="M8 2.500 14.200 13.300H1.800zM8 6.600v3.200M8 11.600h.01" />
    </Icon>
  )
}
