import type { ArticleId, SpeakerId, TagId } from '../../shared/domain/ids.ts'
import type { ReadDb } from '../store/handles.ts'
import type { Store } from '../store/store.ts'
import { ARTICLES_TOUCHED } from '../store/touched-facts.ts'

export interface FactsArticle {
  readonly id: ArticleId
  readonly title: string
  readonly language: string
  readonly date: string | null
  /** In the library, not removed. */
  readonly isShown: boolean
}

/** Small numbers for keys; 0 is for none. */
export class Numbering<Key extends string> {
  readonly keys: (Key | null)[] = [null]
  readonly #numbers = new Map<Key, number>()

  of(key: Key | null): number {
    if (key === null) return 0
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.keys.length)
    return this.keys.push(key) - 1
  }

  get size(): number {
    return this.keys.length
  }
}

type FactsRow = readonly [
  id: number,
  color: number,
  doubt: number,
  hasNote: number,
  article: ArticleId,
  mirror: ArticleId | null,
  speaker: SpeakerId | null,
  tags: string | null,
]

const ROWS = `SELECT f.id, f.color, f.doubt, f.has_note, f.article_id, f.mirror_article_id, f.speaker_id, f.tags
  FROM highlight_facts AS f`

/** Numbers in an order that SQLite has an index for; as one text, since a hundred thousand rows cost more to hand over. */
const ORDERS = {
  creation: `SELECT json_group_array(id) FROM (SELECT id FROM highlight_facts ORDER BY created_at, highlight_id)`,
  change: `SELECT json_group_array(id) FROM (SELECT id FROM highlight_facts ORDER BY updated_at, highlight_id)`,
} as const
export type TimeOrder = keyof typeof ORDERS

/**
 * What highlights are filtered and counted by, a column an array, a highlight the place of its row's number in each: a
 * filter, a count or a crosstab of a hundred thousand is one walk of a few milliseconds, which in SQL it is not, whatever
 * the index (docs/adr/0014). Read whole when first asked for, then row by row as the store says what was touched, so
 * it is true whenever `sync` has returned. Quotes and notes stay in the database.
 */
export class FactsTable {
  /** One more than the largest number there may be. */
  size = 0
  colors = new Uint8Array()
  doubts = new Uint8Array()
  hasNote = new Uint8Array()
  /** Numbers of `articleIds`; 0 in `articles` where there is no such highlight. */
  articles = new Int32Array()
  mirrors = new Int32Array()
  speakers = new Int32Array()
  tagSets = new Int32Array()

  articleIds = new Numbering<ArticleId>()
  speakerIds = new Numbering<SpeakerId>()
  /** Ids in order, a space between. */
  tagLists = new Numbering()

  readonly #db: ReadDb
  readonly #watch: ReturnType<Store['watchFacts']>
  readonly #orders = new Map<TimeOrder, Uint32Array>()
  #articleList: readonly (FactsArticle | null)[] = []
  #tagSetList: TagId[][] = [[]]

  constructor(store: Pick<Store, 'read' | 'watchFacts'>) {
    this.#db = store.read
    this.#watch = store.watchFacts()
  }

  /** Brings the table up to date; to be called before it is read. */
  sync(): void {
    const touched = this.#watch.take()
    if (touched === null) this.#readAll()
    else if (touched.size > 0) this.#readAgain(touched)
  }

  /** By their numbers. */
  get articleList(): readonly (FactsArticle | null)[] {
    // An article's number may be newer than the list: it was made before its first highlight, so it is read with it.
    if (this.#articleList.length < this.articleIds.size) this.#readArticles()
    return this.#articleList
  }

  /** By their numbers; 0 has none. */
  get tagSetList(): readonly (readonly TagId[])[] {
    for (let at = this.#tagSetList.length; at < this.tagLists.size; at += 1)
      this.#tagSetList.push((this.tagLists.keys[at] ?? '').split(' ') as TagId[])
    return this.#tagSetList
  }

  /** The numbers of all highlights, the earliest first. */
  order(by: TimeOrder): Uint32Array {
    let order = this.#orders.get(by)
    if (order === undefined) {
      order = Uint32Array.from(JSON.parse(this.#db.value<string>(ORDERS[by]) ?? '[]') as number[])
      this.#orders.set(by, order)
    }
    return order
  }

  #readAll(): void {
    this.articleIds = new Numbering()
    this.speakerIds = new Numbering()
    this.tagLists = new Numbering()
    this.#tagSetList = [[]]
    this.#articleList = []
    this.#orders.clear()
    this.size = 0
    this.#grow((this.#db.value<number>('SELECT max(id) FROM highlight_facts') ?? 0) + 1, false)
    for (const row of this.#db.tuples<FactsRow>(ROWS)) this.#put(row)
  }

  #readAgain(touched: ReadonlySet<number>): void {
    if (touched.has(ARTICLES_TOUCHED)) this.#articleList = []
    const ids = [...touched].filter((id) => id !== ARTICLES_TOUCHED)
    if (ids.length === 0) return
    this.#orders.clear()
    this.#grow(Math.max(...ids) + 1, true)
    for (const id of ids) this.articles[id] = 0
    const rows = this.#db.tuples<FactsRow>(`${ROWS} WHERE f.id IN (SELECT value FROM json_each(?))`, [
      JSON.stringify(ids),
    ])
    for (const row of rows) this.#put(row)
  }

  #put([id, color, doubt, hasNote, article, mirror, speaker, tags]: FactsRow): void {
    this.colors[id] = color
    this.doubts[id] = doubt
    this.hasNote[id] = hasNote
    this.articles[id] = this.articleIds.of(article)
    this.mirrors[id] = this.articleIds.of(mirror)
    this.speakers[id] = this.speakerIds.of(speaker)
    this.tagSets[id] = this.tagLists.of(tags)
  }

  /** Room for as many, and a quarter more for those to come. */
  #grow(size: number, keep: boolean): void {
    if (keep && size <= this.colors.length) {
      this.size = Math.max(this.size, size)
      return
    }
    const room = Math.ceil(size * 1.25) + 64
    const bytes = (old: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> => {
      const grown = new Uint8Array(room)
      if (keep) grown.set(old)
      return grown
    }
    const numbers = (old: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> => {
      const grown = new Int32Array(room)
      if (keep) grown.set(old)
      return grown
    }
    this.size = Math.max(this.size, size)
    this.colors = bytes(this.colors)
    this.doubts = bytes(this.doubts)
    this.hasNote = bytes(this.hasNote)
    this.articles = numbers(this.articles)
    this.mirrors = numbers(this.mirrors)
    this.speakers = numbers(this.speakers)
    this.tagSets = numbers(this.tagSets)
  }

  #readArticles(): void {
    const rows = this.#db.tuples<
      [id: ArticleId, title: string, language: string, date: string | null, isShown: number]
    >('SELECT id, title, language, date, deleted_at IS NULL FROM articles')
    const list = Array.from<FactsArticle | null>({ length: this.articleIds.size }).fill(null)
    for (const [id, title, language, date, isShown] of rows)
      list[this.articleIds.of(id)] = { id, title, language, date, isShown: isShown === 1 }
    this.#articleList = list
  }
}
