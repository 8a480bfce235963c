import { createStore, type StoreApi } from 'zustand'
import type { EventMessage } from '../../../shared/contract/events.ts'
import type { Annotation } from '../../../shared/contract/schemas/annotation.ts'
import type { ArticleId, HighlightId, SegmentId, TagId } from '../../../shared/domain/ids.ts'
import { api, onEvent } from '../../api/api.ts'
import { onConnection } from '../../api/connection.ts'
import { reportError } from '../../data/query-client.ts'
import { AnnotationBook } from './annotation-book.ts'
import type { BlockCounts } from './annotation-order.ts'

/** What is open on the active highlight. */
export type Panel = 'tags' | 'note' | 'here' | null

export interface AnnotationState {
  readonly status: 'loading' | 'ready' | 'failed'
  /** Grows with every change of the book, which is changed in place. */
  readonly version: number
  readonly active: HighlightId | null
  readonly panel: Panel
}

/** Highlights asked for at once: what the page takes in within a few milliseconds, while somebody scrolls. */
const PIECE = 500

async function fetchInPieces(articleIds: readonly ArticleId[]): Promise<Annotation[]> {
  const ids = await api.annotations.ids({ articleIds: [...articleIds] })
  const found: Annotation[] = []
  for (let from = 0; from < ids.length; from += PIECE) {
    found.push(...(await api.annotations.get({ highlightIds: ids.slice(from, from + PIECE) })))
  }
  return found
}

type SegmentsListener = (segmentIds: ReadonlySet<SegmentId>) => void

/** The highlights of one open target: loaded once, then patched by what the core says has changed. */
export class Annotations {
  readonly book: AnnotationBook
  readonly store: StoreApi<AnnotationState> = createStore<AnnotationState>(() => ({
    status: 'loading',
    version: 0,
    active: null,
    panel: null,
  }))
  readonly #articleIds: readonly ArticleId[]
  readonly #listeners = new Set<SegmentsListener>()
  #loading: Promise<void> | null = null
  #stale = false
  #tagPaths: ReadonlyMap<TagId, string> = new Map()

  constructor(counts: BlockCounts) {
    // The keys are the ids it was made from.
    this.#articleIds = Object.keys(counts) as ArticleId[]
    this.book = new AnnotationBook(counts)
  }

  /** The paths of the tags there are, for saying what a highlight carries. */
  get tagPaths(): ReadonlyMap<TagId, string> {
    return this.#tagPaths
  }

  setTagPaths(paths: ReadonlyMap<TagId, string>): void {
    this.#tagPaths = paths
  }

  /** Follows the core until the answer is called. */
  start(): () => void {
    const stopEvents = onEvent((event) => this.#hear(event))
    const stopConnection = onConnection((connection) => {
      if (connection === 'open') void this.load()
    })
    void this.load()
    return () => {
      stopEvents()
      stopConnection()
    }
  }

  /** Asks for all of them (again). */
  load(): Promise<void> {
    if (this.#loading !== null) {
      this.#stale = true
      return this.#loading
    }
    this.#loading = this.#loadAll().finally(() => {
      this.#loading = null
      if (this.#stale) {
        this.#stale = false
        void this.load()
      }
    })
    return this.#loading
  }

  /** Calls `listener` with the segments whose highlights have changed. */
  onSegments(listener: SegmentsListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Takes what a command answered, without waiting for the event. */
  put(annotation: Annotation): void {
    this.#changed(this.book.put([annotation]))
  }

  /** Lets go of what a command has deleted, without waiting for the event. */
  drop(ids: readonly HighlightId[]): void {
    this.#changed(this.book.drop(ids))
  }

  activate(active: HighlightId | null, panel: Panel = null): void {
    const before = this.store.getState().active
    this.store.setState({ active, panel: active === null ? null : panel })
    if (before === active) return
    const touched = new Set([before, active].flatMap((id) => (id === null ? [] : this.segmentsOf(id))))
    for (const listener of this.#listeners) listener(touched)
  }

  openPanel(panel: Panel): void {
    this.store.setState({ panel })
  }

  activeAnnotation(): Annotation | null {
    const { active } = this.store.getState()
    return active === null ? null : this.book.get(active)
  }

  segmentsOf(id: HighlightId): SegmentId[] {
    return this.book.get(id)?.spans.flatMap((span) => span.parts.map((part) => part.segmentId)) ?? []
  }

  async #loadAll(): Promise<void> {
    try {
      const annotations = await fetchInPieces(this.#articleIds)
      // Reading a large answer has taken a frame's time already; the text may be scrolling.
      await nextTask()
      const touched = this.book.replace(annotations)
      await nextTask()
      this.store.setState({ status: 'ready' })
      this.#changed(touched)
    } catch (error) {
      this.store.setState({ status: 'failed' })
      reportError(error)
    }
  }

  #hear(event: EventMessage): void {
    if (event.name !== 'changed') return
    const { entities, ids } = event
    // A change of tags or notes on a highlight names the highlight too.
    const unnamed = entities.includes('highlight') && ids.highlight === undefined
    // An answer that is under way may have been made before the change.
    if (unnamed || entities.includes('text') || (ids.highlight !== undefined && this.#loading !== null)) {
      void this.load()
    } else if (ids.highlight !== undefined) {
      // The wire has no branded ids; those of `highlight` are highlights'.
      void this.#refresh(ids.highlight as readonly HighlightId[])
    }
  }

  async #refresh(ids: readonly HighlightId[]): Promise<void> {
    try {
      const found = await api.annotations.get({ highlightIds: [...ids] })
      const here = found.filter(({ spans }) =>
        spans.some(({ articleId }) => this.#articleIds.includes(articleId)),
      )
      const news = here.filter((annotation) => !isSame(this.book.get(annotation.id), annotation))
      const kept = new Set(here.map(({ id }) => id))
      const gone = ids.filter((id) => !kept.has(id) && this.book.get(id) !== null)
      // The answer to this window's own command has been here before.
      if (news.length === 0 && gone.length === 0) return
      const touched = this.book.drop(gone)
      for (const segmentId of this.book.put(news)) touched.add(segmentId)
      const { active } = this.store.getState()
      if (active !== null && gone.includes(active)) this.activate(null)
      this.#changed(touched)
    } catch (error) {
      reportError(error)
    }
  }

  #changed(touched: ReadonlySet<SegmentId>): void {
    for (const listener of this.#listeners) listener(touched)
    this.store.setState(({ version }) => ({ version: version + 1 }))
  }
}

/** Both come from the core's own reading of the store, so equal ones are written alike. */
function isSame(known: Annotation | null, annotation: Annotation): boolean {
  return known !== null && JSON.stringify(known) === JSON.stringify(annotation)
}

/** Lets a frame be painted in between. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
