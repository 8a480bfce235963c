import type { RevisedArticle } from '../../data/revising-dialog.ts'
import type { Workbench } from './highlight-commands.ts'

/** The article that is read: of two the one with the current side. */
export function currentArticle({ stage }: Pick<Workbench, 'stage'>): RevisedArticle {
  const { left, right } = stage.source.reading
  const { side } = stage.pointer.getState()
  const { id, title, language } = side === 'right' && right !== null ? right : left
  return { id, title, language }
}
