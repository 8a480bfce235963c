import { foldUnits } from './fold-units.ts'
import { matchLines } from './match-segments.ts'
import { changesBetween, type TextChange } from './text-changes.ts'

/** Blocks of a text before and after, each cut into sentences. */
export interface KeepCutsInput {
  readonly before: readonly (readonly string[])[]
  /** As the rules cut it. */
  readonly after: readonly (readonly string[])[]
}

/**
 * The new blocks, cut where the old ones were as far as their text is the same: a person may have divided or joined
 * sentences there. Where the text was changed the rules decide.
 */
export function keepCuts({ before, after }: KeepCutsInput): string[][] {
  const join = (texts: readonly string[]): string => texts.join('')
  const matches = matchLines(before.map(join), after.map(join))
  return after.map((ruled, block) => {
    const match = matches[block] ?? null
    const old = match === null ? undefined : before[match.old]
    return old === undefined ? [...ruled] : cutBlock(old, ruled)
  })
}

function cutBlock(before: readonly string[], ruled: readonly string[]): string[] {
  const [oldText, newText] = [before.join(''), ruled.join('')]
  const changes = changesBetween(foldUnits(oldText), foldUnits(newText))
  const kept = bordersOf(before).flatMap((border) => carryBorder(changes, border) ?? [])
  const fresh = bordersOf(ruled).filter((border) => isTouched(changes, border))
  const borders = [...new Set([...kept, ...fresh])].toSorted((a, b) => a - b)
  const cut: string[] = []
  let from = 0
  for (const border of [...borders, newText.length]) {
    // No sentence is of white space alone.
    if (newText.slice(from, border).trim() === '' && border < newText.length) continue
    if (newText.slice(border).trim() === '' && border < newText.length) continue
    cut.push(newText.slice(from, border))
    from = border
  }
  return cut
}

function bordersOf(texts: readonly string[]): number[] {
  let end = 0
  return texts.slice(0, -1).map((text) => (end += text.length))
}

/** Where the letter after an old border is, if it and the one before it are still there; else null. */
function carryBorder(changes: readonly TextChange[], border: number): number | null {
  let shift = 0
  for (const { old, new: fresh } of changes) {
    if (old.start > border) break
    const isInsertion = old.start === old.end
    if (!isInsertion && old.start <= border && border <= old.end && (old.start < border || border < old.end))
      return null
    shift = fresh.end - old.end
  }
  return border + shift
}

/** Whether what stands on either side of a border in the new text is new, or something between them is gone. */
function isTouched(changes: readonly TextChange[], border: number): boolean {
  return changes.some(({ new: fresh }) => fresh.start <= border && border <= fresh.end)
}
