import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import type { Link } from '../../../shared/contract/schemas/link.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { formatCount } from '../../i18n/format.ts'
import { getT } from '../../i18n/i18n.ts'
import styles from './link-threads.module.css'
import { threadPath, type ThreadEnd } from './thread-shape.ts'

export interface LinkThreadsProps {
  readonly links: readonly Link[]
  /** The element of a segment, while it stands on the page. */
  readonly elementOf: (segmentId: SegmentId) => HTMLElement | null
  /** The rectangles a stretch of it covers. */
  readonly rectsOf: (element: HTMLElement, start: number, end: number) => readonly DOMRect[]
  /** The row of a segment, from 0; asked for where it is not known. */
  readonly rowOf: (segmentId: SegmentId) => Promise<number | null>
  /** The number that stands beside a row, as the reader sees it. */
  readonly numberOf: (rowIndex: number) => number
  readonly frame: () => DOMRect | null
  /** Calls the listener when what stands on the page has changed. */
  readonly follow: (listener: () => void) => () => void
  readonly onGo: (segmentId: SegmentId) => void
}

const SVG = 'http://www.w3.org/2000/svg'
/** Ends further apart than this many windows are joined by their row numbers, not by a line. */
const LONGEST = 0.9

/** Between threads that cross in the same place. */
const BESIDE = 3

type End = Link['from']

/**
 * Links as thin threads between the columns. Drawn straight into the page, only for what is on it. An end whose
 * other end is far away gets a stub with its row number instead, to press.
 */
export function LinkThreads(props: LinkThreadsProps): ReactNode {
  const { links, follow } = props
  const layer = useRef<HTMLDivElement>(null)
  const drawn = useRef(0)

  const draw = useEffectEvent(async (): Promise<void> => {
    const element = layer.current
    const content = element?.parentElement
    const frame = props.frame()
    if (element === null || content === null || content === undefined || frame === null) return
    drawn.current += 1
    const turn = drawn.current
    const origin = content.getBoundingClientRect()
    const svg = document.createElementNS(SVG, 'svg')
    const stubs: { readonly at: HTMLElement; readonly end: End; readonly link: Link }[] = []
    const crossings: number[] = []
    for (const link of links) {
      const from = pointOf(props, link.from, origin)
      const to = pointOf(props, link.to, origin)
      if (from !== null && to !== null && Math.abs(from.point.y - to.point.y) < frame.height * LONGEST) {
        // Threads that cross in the same place lie side by side.
        const between = crossingOf(from.element, to.element, origin)
        const nth = crossings.filter((each) => Math.abs(each - between) < 1).length
        crossings.push(between)
        const shape = { from: from.point, to: to.point, crossing: between + nth * BESIDE }
        svg.append(threadOf(link, shape, () => props.onGo(segmentOf(link.to))))
        continue
      }
      if (from !== null) stubs.push({ at: from.element, end: link.to, link })
      if (to !== null) stubs.push({ at: to.element, end: link.from, link })
    }
    const buttons: HTMLElement[] = []
    const used = new Map<HTMLElement, number>()
    for (const { at, end } of stubs) {
      const segmentId = segmentOf(end)
      const rowIndex = await props.rowOf(segmentId)
      if (turn !== drawn.current) return
      const row = at.closest<HTMLElement>('[data-row]')
      if (rowIndex === null || row === null) continue
      const nth = used.get(row) ?? 0
      used.set(row, nth + 1)
      const down = rowIndex > Number(row.dataset['row'])
      buttons.push(stubOf(row, origin, nth, down, props.numberOf(rowIndex), () => props.onGo(segmentId)))
    }
    element.replaceChildren(svg, ...buttons)
  })

  useEffect(() => {
    const element = layer.current
    if (links.length === 0) {
      element?.replaceChildren()
      return
    }
    let asked = 0
    const ask = (): void => {
      cancelAnimationFrame(asked)
      // A link's row that can't be told is left out.
      asked = requestAnimationFrame(() => void draw().catch(() => undefined))
    }
    ask()
    const stop = follow(ask)
    return () => {
      cancelAnimationFrame(asked)
      drawn.current += 1
      stop()
    }
  }, [links, follow])

  return <div ref={layer} className={styles['layer']} />
}

function segmentOf(end: End): SegmentId {
  // A link that is listed has somewhere to stand.
  return (end.parts[0]?.segmentId ?? '') as SegmentId
}

/** Where a thread ties to an end: under the first line of the sentence itself, on the side of the other column. */
function pointOf(
  { elementOf, rectsOf }: LinkThreadsProps,
  end: End,
  origin: DOMRect,
): { readonly point: ThreadEnd; readonly element: HTMLElement } | null {
  const part = end.parts[0]
  const element = part === undefined ? null : elementOf(part.segmentId)
  const cell = element?.closest<HTMLElement>('[data-side]') ?? null
  if (part === undefined || element === null || cell === null) return null
  const rect = rectsOf(element, part.start, part.end)[0] ?? element.getBoundingClientRect()
  const box = cell.getBoundingClientRect()
  const row = cell.closest<HTMLElement>('[data-row]')
  const facing = row?.dataset['layout'] === 'facing'
  const isFirst = facing && cell === row?.querySelector('[data-side]')
  const [lane, x] = isFirst ? [box.right + 1, rect.right] : [box.left - 1, rect.left]
  return { point: { x: x - origin.left, y: rect.bottom - origin.top, lane: lane - origin.left }, element }
}

/** Below the figures of the upper of two rows: there a thread can cross and cover none. */
function crossingOf(one: HTMLElement, other: HTMLElement, origin: DOMRect): number {
  const rows = [one, other].flatMap((element) => element.closest<HTMLElement>('[data-row]') ?? [])
  const [upper] = rows.toSorted((a, b) => a.getBoundingClientRect().top - b.getBoundingClientRect().top)
  if (upper === undefined) return 0
  const figures = [...upper.querySelectorAll('[data-figures] > *')].map(
    (element) => element.getBoundingClientRect().bottom,
  )
  const { bottom } = upper.getBoundingClientRect()
  // In the space between this row and the next, where the figures leave no other.
  return Math.min(Math.max(...figures, upper.getBoundingClientRect().top) + 6, bottom + 2) - origin.top
}

function threadOf(
  link: Link,
  { from, to, crossing }: { readonly from: ThreadEnd; readonly to: ThreadEnd; readonly crossing: number },
  onGo: () => void,
): SVGElement {
  const group = document.createElementNS(SVG, 'g')
  const title = document.createElementNS(SVG, 'title')
  title.textContent = getT('aligning')('links.thread', { from: link.from.exact, to: link.to.exact })
  for (const kind of ['reach', 'thread'] as const) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', threadPath(from, to, crossing))
    path.setAttribute('class', styles[kind] ?? '')
    group.append(path)
  }
  for (const { x, y } of [from, to]) {
    const knot = document.createElementNS(SVG, 'circle')
    knot.setAttribute('cx', String(x))
    knot.setAttribute('cy', String(y))
    knot.setAttribute('r', '2.5')
    knot.setAttribute('class', styles['knot'] ?? '')
    group.append(knot)
  }
  group.append(title)
  group.addEventListener('click', onGo)
  return group
}

function stubOf(
  row: HTMLElement,
  origin: DOMRect,
  nth: number,
  down: boolean,
  number: number,
  onGo: () => void,
): HTMLElement {
  const box = row.getBoundingClientRect()
  const second = row.querySelectorAll('[data-side]')[1]?.getBoundingClientRect()
  const facing = row.dataset['layout'] === 'facing'
  const middle = facing && second !== undefined ? second.left - 24 : box.left + 24
  const button = document.createElement('button')
  button.type = 'button'
  button.tabIndex = -1
  button.className = styles['stub'] ?? ''
  button.textContent = `${down ? '↓' : '↑'} ${formatCount(number)}`
  const label = getT('aligning')('links.stub', { row: number })
  button.setAttribute('aria-label', label)
  button.title = label
  Object.assign(button.style, {
    left: `${middle - origin.left}px`,
    top: `${box.bottom - origin.top - 20 - nth * 18}px`,
  })
  button.addEventListener('click', onGo)
  return button
}
