import { DuizhaoError } from '../../shared/domain/error.ts'
import type { JobId } from '../../shared/domain/ids.ts'

/** Answers that are remembered, for windows that ask late. */
const REMEMBERED = 50

/** What jobs found, kept for a while and never stored. */
export class JobAnswers<Answer> {
  readonly #answers = new Map<JobId, Answer | null>()

  /** Says that a job was started and will have an answer. */
  expect(jobId: JobId): void {
    this.#answers.set(jobId, null)
    for (const oldest of this.#answers.keys()) {
      if (this.#answers.size <= REMEMBERED) break
      this.#answers.delete(oldest)
    }
  }

  give(jobId: JobId, answer: Answer): void {
    this.#answers.set(jobId, answer)
  }

  /** Null while there is none yet. Throws `not_found` for a job that is not known. */
  get(jobId: JobId): Answer | null {
    const answer = this.#answers.get(jobId)
    if (answer === undefined) throw new DuizhaoError('not_found', 'There is no such job any more.')
    return answer
  }
}
