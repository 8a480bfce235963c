import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react'
import type { Link } from '../../../shared/contract/schemas/link.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'
import { formatCount } from '../../i18n/format.ts'
import { getT } from '../../i18n/i18n.ts'
import styles from './link-threads.module.css'
import { threadPath, type Point } from './thread-shape.ts'

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
    for (const link of links) {
      const from = pointOf(props, link.from, origin)
      const to = pointOf(props, link.to, origin)
      if (from !== null && to !== null && Math.abs(from.point.y - to.point.y) < frame.height * LONGEST) {
        svg.append(threadOf(link, from.point, to.point, () => props.onGo(segmentOf(link.to))))
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

/** Where a thread ties to an end: at the cell's inner edge, beside the end's first line. */
function pointOf(
  { elementOf, rectsOf }: LinkThreadsProps,
  end: End,
  origin: DOMRect,
): { readonly point: Point; readonly element: HTMLElement } | null {
  const part = end.parts[0]
  const element = part === undefined ? null : elementOf(part.segmentId)
  const cell = element?.closest<HTMLElement>('[data-side]') ?? null
  if (part === undefined || element === null || cell === null) return null
  const rect = rectsOf(element, part.start, part.end)[0] ?? element.getBoundingClientRect()
  const box = cell.getBoundingClientRect()
  const row = cell.closest<HTMLElement>('[data-row]')
  const facing = row?.dataset['layout'] === 'facing'
  const inner = facing && cell === row?.querySelector('[data-side]') ? box.right + 4 : box.left - 4
  return { point: { x: inner - origin.left, y: rect.top + rect.height / 2 - origin.top }, element }
}

function threadOf(link: Link, from: Point, to: Point, onGo: () => void): SVGElement {
  const group = document.createElementNS(SVG, 'g')
  const title = document.createElementNS(SVG, 'title')
  title.textContent = getT('aligning')('links.thread', { from: link.from.exact, to: link.to.exact })
  for (const kind of ['reach', 'thread'] as const) {
    const path = document.createElementNS(SVG, 'path')
    path.setAttribute('d', threadPath(from, to))
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
