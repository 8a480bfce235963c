import { DuizhaoError } from '../../shared/domain/error.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import type { CompareNames } from './suggest-speeches.ts'

const isChinese = (language: string): boolean => /^zh(?:-|$)/u.test(language)

/** Compares a Chinese name with an English one by pinyin and by sound, in the worker that has the lexicon. */
export function compareNamesIn(pool: WorkerPool): CompareNames {
  return async (questions) => {
    const pairs = questions.map(({ name, language, speaker }) => {
      const other = speaker.names.find((each) => isChinese(each.language) !== isChinese(language))
      if (other === undefined) return null
      return isChinese(language)
        ? { chinese: name, english: other.name }
        : { chinese: other.name, english: name }
    })
    const asked = pairs.flatMap((pair) => pair ?? [])
    if (asked.length === 0) return questions.map(() => null)
    try {
      const signal = new AbortController().signal
      const answers = await pool.run('sameNames', asked, { signal, progress: () => undefined })
      let next = 0
      return pairs.map((pair) => (pair === null ? null : (answers[next++] ?? null)))
    } catch (error) {
      // Without the lexicon names tell nothing; where they stand still does.
      if (error instanceof DuizhaoError) return questions.map(() => null)
      throw error
    }
  }
}
