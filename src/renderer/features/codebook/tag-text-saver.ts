import { tidyTagText } from '../../../shared/domain/tag-path.ts'

/** Milliseconds from a key to the save of what it typed. */
const DELAY = 300

/** Saves a text while it is typed. What is saved from one `begin` to the next is one session. */
export class TagTextSaver {
  readonly #send: (text: string, session: string) => Promise<unknown>
  #session = ''
  #saved = ''
  #text: string | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #hasSaved = false

  constructor(send: (text: string, session: string) => Promise<unknown>) {
    this.#send = send
  }

  /** Someone comes to type; `saved` is what the library has. */
  begin(saved: string): void {
    this.#session = crypto.randomUUID()
    this.#saved = saved
    this.#hasSaved = false
  }

  change(text: string): void {
    this.#text = text
    // Not put off by further keys: who types without a pause must not type for nothing.
    this.#timer ??= setTimeout(() => void this.flush(), DELAY)
  }

  /** Saves what is unsaved now; tells whether anything was saved in this session. */
  async flush(): Promise<boolean> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    const before = this.#saved
    const tidy = this.#text === null ? before : tidyTagText(this.#text)
    this.#text = null
    if (tidy === before) return this.#hasSaved
    this.#saved = tidy
    try {
      await this.#send(tidy, this.#session)
      this.#hasSaved = true
    } catch {
      // Told by `send`. The next key tries again.
      this.#saved = before
    }
    return this.#hasSaved
  }
}
