import type { BlockKind } from '../domain/text.ts'
import type { TextRange } from './graphemes.ts'
import { matchLines } from './match-segments.ts'
import { changesBetween } from './text-changes.ts'

/** A block as far as a comparison goes. */
export interface BlockText {
  readonly kind: BlockKind
  readonly level: number
  readonly text: string
}

/** A block with what of its text the other side has not. UTF-16 code units, half-open. */
export interface ComparedText extends BlockText {
  readonly changes: readonly TextRange[]
}

interface TwoCompared {
  readonly status: 'same' | 'changed'
  readonly before: ComparedText
  readonly after: ComparedText
}

export type BlockDifference =
  | TwoCompared
  | { readonly status: 'removed'; readonly before: ComparedText; readonly moved: boolean }
  | { readonly status: 'added'; readonly after: ComparedText; readonly moved: boolean }
  | { readonly status: 'skipped'; readonly count: number }

export interface BlockComparison {
  readonly changed: number
  readonly added: number
  readonly removed: number
  readonly moved: number
  readonly rows: readonly BlockDifference[]
}

/** Blocks that are the same are shown this far from a difference. */
const CONTEXT = 2

/**
 * What differs between two states of a text, block by block in reading order, with the changes inside blocks that were
 * edited. Long runs of blocks that are the same are told as a number.
 */
export function compareBlocks(before: readonly BlockText[], after: readonly BlockText[]): BlockComparison {
  const matches = matchLines(
    before.map((block) => block.text),
    after.map((block) => block.text),
  )
  const movedTo = new Map(
    matches.flatMap((match, place) => (match?.kinship === 'moved' ? [[match.old, after[place]]] : [])),
  )
  const rows: BlockDifference[] = []
  let next = 0
  const removeUntil = (end: number): void => {
    for (; next < end; next += 1) {
      const block = before[next]
      if (block !== undefined) {
        const there = movedTo.get(next)
        const changed = there === undefined ? whole(block) : compareTwo(block, there).before
        rows.push({ status: 'removed', before: changed, moved: there !== undefined })
      }
    }
  }
  for (const [place, block] of after.entries()) {
    const match = matches[place] ?? null
    const old = match === null ? undefined : before[match.old]
    if (match === null || old === undefined || match.kinship === 'moved') {
      const changed = old === undefined ? whole(block) : compareTwo(old, block).after
      rows.push({ status: 'added', after: changed, moved: old !== undefined })
      continue
    }
    removeUntil(match.old)
    rows.push(compareTwo(old, block))
    next = match.old + 1
  }
  removeUntil(before.length)
  const count = (status: BlockDifference['status']): number =>
    rows.filter((row) => row.status === status && !('moved' in row && row.moved)).length
  return {
    changed: count('changed'),
    added: count('added'),
    removed: count('removed'),
    moved: rows.filter((row) => row.status === 'added' && row.moved).length,
    rows: skipSame(rows),
  }
}

function whole(block: BlockText): ComparedText {
  const { kind, level, text } = block
  return { kind, level, text, changes: text === '' ? [] : [{ start: 0, end: text.length }] }
}

function compareTwo(before: BlockText, after: BlockText): TwoCompared {
  const changes = changesBetween(before.text, after.text)
  const isSame = changes.length === 0 && before.kind === after.kind && before.level === after.level
  const ranges = (side: 'old' | 'new'): TextRange[] =>
    changes.map((change) => change[side]).filter(({ start, end }) => start < end)
  return {
    status: isSame ? 'same' : 'changed',
    before: { ...whole(before), changes: ranges('old') },
    after: { ...whole(after), changes: ranges('new') },
  }
}

function skipSame(rows: readonly BlockDifference[]): BlockDifference[] {
  const kept: BlockDifference[] = []
  let run: BlockDifference[] = []
  const flush = (isLast: boolean): void => {
    const [head, tail] = [kept.length === 0 ? 0 : CONTEXT, isLast ? 0 : CONTEXT]
    const skipped = run.length - head - tail
    if (skipped <= 1) kept.push(...run)
    else {
      kept.push(...run.slice(0, head), { status: 'skipped', count: skipped })
      kept.push(...run.slice(run.length - tail))
    }
    run = []
  }
  for (const row of rows) {
    if (row.status === 'same') {
      run.push(row)
      continue
    }
    flush(false)
    kept.push(row)
  }
  flush(true)
  return kept
}
