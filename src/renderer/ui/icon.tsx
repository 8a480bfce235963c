import type { ReactNode } from 'react'

export interface IconProps {
  /** Edge length in CSS px. */
  readonly size?: number
}

interface FrameProps extends IconProps {
  readonly children: ReactNode
}

/** The frame of every icon: a 16-unit grid, hairline strokes in the color of the text. Icons say nothing by themselves. */
export function Icon({ size = 16, children }: FrameProps): ReactNode {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.25"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  )
}
