import { ApiError } from '../../../shared/contract/client.ts'
import type { Side } from '../../../shared/domain/article.ts'
import { conflictReason, type ConflictReason } from '../../../shared/domain/conflict-reason.ts'
import { reportError } from '../../data/query-client.ts'
import { announce } from '../../features/annotating/announce.tsx'
import { formatLanguage } from '../../i18n/format.ts'
import { getT } from '../../i18n/i18n.ts'
import { showToast } from '../../ui/toast.ts'
import type { Workbench } from './highlight-commands.ts'

/** What the commands that change the text work with. */
export interface TextBench extends Workbench {
  /** The side that must not be changed. */
  readonly locked: () => Side | null
  /** Resolves when the page shows what the library has now. */
  readonly catchUp: () => Promise<void>
}

/** Whether a side is locked; says so. */
export function refusedByLock(bench: TextBench, side: Side): boolean {
  if (bench.locked() !== side) return false
  sayLocked(bench, side)
  return true
}

function sayLocked(bench: TextBench, side: Side): void {
  const t = getT('aligning')
  const title = t('lock.locked', { language: languageOf(bench, side) })
  showToast({ id: 'align', title, description: t('lock.lockedTodo') })
  announce(`${title}. ${t('lock.lockedTodo')}`)
}

/** Calls the core. What the text or the beads themselves forbid is told as that; null: it was not done. */
export async function attempt<Value>(bench: TextBench, call: () => Promise<Value>): Promise<Value | null> {
  try {
    return await call()
  } catch (error) {
    if (!(error instanceof ApiError) || error.code !== 'conflict') {
      reportError(error)
      return null
    }
    const reason = conflictReason(error.details)
    const locked = bench.locked()
    if (reason === 'locked' && locked !== null) sayLocked(bench, locked)
    else sayBlocked(reason)
    return null
  }
}

export function sayBlocked(reason: ConflictReason | 'hidden' | null): void {
  const t = getT('aligning')
  const title = t('said.blocked')
  const description = t(reason === null ? 'blocked.other' : `blocked.${reason}`)
  showToast({ id: 'align', title, description })
  announce(`${title}. ${description}`)
}

export function languageOf({ stage }: Pick<Workbench, 'stage'>, side: Side): string {
  const { left, right } = stage.source.reading
  return formatLanguage((side === 'left' ? left : (right ?? left)).language)
}
