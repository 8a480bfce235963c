import { readFileSync, writeFileSync } from 'node:fs'

export interface Bounds {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowState {
  /** Null until the window was moved once: the system places it. */
  readonly bounds: Bounds | null
  readonly maximized: boolean
}

export const SMALLEST = { width: 640, height: 480 } as const
export const FIRST_SIZE = { width: 1280, height: 860 } as const
const GRIP = 80

const FRESH: WindowState = { bounds: null, maximized: false }

/** Reads a remembered state; whatever is wrong with it, the window opens as for the first time. */
export function parseWindowState(text: string): WindowState {
  let state: unknown
  try {
    state = JSON.parse(text)
  } catch {
    return FRESH
  }
  if (typeof state !== 'object' || state === null || !('bounds' in state) || !isBounds(state.bounds))
    return FRESH
  return { bounds: state.bounds, maximized: 'maximized' in state && state.maximized === true }
}

/** The remembered bounds, where enough of them is on a screen that the window can be seen and moved. */
export function visibleBounds(state: WindowState, screens: readonly Bounds[]): Bounds | null {
  const { bounds } = state
  if (bounds === null || bounds.width < SMALLEST.width || bounds.height < SMALLEST.height) return null
  const isReachable = screens.some(
    (screen) =>
      bounds.x + bounds.width >= screen.x + GRIP &&
      bounds.x <= screen.x + screen.width - GRIP &&
      bounds.y >= screen.y &&
      bounds.y <= screen.y + screen.height - GRIP,
  )
  return isReachable ? bounds : null
}

export function loadWindowState(path: string): WindowState {
  try {
    return parseWindowState(readFileSync(path, 'utf8'))
  } catch {
    return FRESH
  }
}

/** Remembers a state. A convenience: that it could not be written is no reason to bother anyone. */
export function saveWindowState(path: string, state: WindowState): void {
  try {
    writeFileSync(path, JSON.stringify(state), { mode: 0o600 })
  } catch {
    // The next window opens as for the first time.
  }
}

function isBounds(value: unknown): value is Bounds {
  if (typeof value !== 'object' || value === null) return false
  const numbers: Record<string, unknown> = { ...value }
  return ['x', 'y', 'width', 'height'].every((name) => Number.isInteger(numbers[name]))
}
