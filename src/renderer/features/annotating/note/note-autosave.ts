import { holdUnsaved } from '../save-state.ts'

const DELAY = 300

/**
 * Saves a note while it is typed: at most {@link DELAY} ms after a key, at once when flushed, one
 * save at a time and the newest text last.
 */
export class NoteAutosave {
  readonly #save: (body: string) => Promise<void>
  #saved: string
  #shown: string
  #read: (() => string) | null = null
  #timer: ReturnType<typeof setTimeout> | null = null
  #running: Promise<void> | null = null
  #settle: ((outcome: 'saved' | 'failed') => void) | null = null

  /**
   * `saved` is what the library holds, `shown` what the editor would write for it: the same note, though its
   * Markdown may be spelt otherwise (`* one` for `- one`). Only what differs from `shown` was typed.
   */
  constructor(saved: string, shown: string, save: (body: string) => Promise<void>) {
    this.#saved = saved
    this.#shown = shown
    this.#save = save
  }

  /** What the library holds, as far as we know. */
  get saved(): string {
    return this.#saved
  }

  /** Whether something is typed that the library does not have, or is on its way there. */
  get isBusy(): boolean {
    return this.#read !== null || this.#running !== null
  }

  /** The editor's text has been touched; `read` gives it when it is time to save it. */
  change(read: () => string): void {
    // Focus alone touches it, too: nothing was typed then, and there is nothing to save.
    if (!this.isBusy && read() === this.#shown) return
    this.#read = read
    this.#settle ??= holdUnsaved()
    // Not put off by further keys: who types without a pause must not type for nothing.
    this.#timer ??= setTimeout(() => void this.flush(), DELAY)
  }

  /** The library's note has been changed by someone else, and the editor shows it. */
  adopt(body: string, shown: string): void {
    this.#saved = body
    this.#shown = shown
  }

  /** Saves what is unsaved now. */
  async flush(): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    if (this.#running !== null) await this.#running
    const read = this.#read
    if (read === null) return
    this.#read = null
    this.#running = this.#send(read())
    await this.#running
  }

  async #send(body: string): Promise<void> {
    try {
      if (body !== this.#shown) {
        await this.#save(body)
        this.adopt(body, body)
      }
      this.#done('saved')
    } catch {
      // Told by `save`. The text stays in the editor, and the next key tries again.
      this.#done('failed')
    } finally {
      this.#running = null
    }
  }

  #done(outcome: 'saved' | 'failed'): void {
    if (this.#read !== null) return
    this.#settle?.(outcome)
    this.#settle = null
  }
}
