import type { Chord } from '../../ui/chord.ts'

export interface PaletteEntry {
  readonly kind: 'command' | 'pair' | 'article'
  readonly id: string
  readonly label: string
  readonly detail: string
  /** Words it is found by though they are not shown. */
  readonly keywords?: string
  readonly chord: Chord | null
  /** What the user's changes of keys know it by. */
  readonly keyId?: string
  readonly run: () => void
}

/** Undo and redo: what acts on the last step at once is no first thing to offer. */
const NEVER_FIRST: ReadonlySet<string> = new Set(['everywhere.undo', 'everywhere.redo'])

const MOST_TEXTS = 40
const FIRST_PAIRS = 4

/** The entries whose label, detail and keywords hold every word of `text`; those that begin with it first. */
export function findEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const matches = entries.filter(({ label, detail, keywords = '' }) => {
    const hay = fold(`${label} ${detail} ${keywords}`)
    return words.every((word) => hay.includes(word))
  })
  const [first = ''] = words
  const ranked = matches.toSorted(
    (a, b) => Number(fold(b.label).startsWith(first)) - Number(fold(a.label).startsWith(first)),
  )
  return (['pair', 'article', 'command'] as const).flatMap((kind) => {
    const ofKind = ranked.filter((entry) => entry.kind === kind)
    if (kind === 'command') return words.length > 0 ? ofKind : withUndoLast(ofKind)
    // Without a word typed, the texts would drown the commands.
    return ofKind.slice(0, words.length > 0 ? MOST_TEXTS : kind === 'pair' ? FIRST_PAIRS : 0)
  })
}

function withUndoLast(commands: readonly PaletteEntry[]): PaletteEntry[] {
  const isUndo = ({ keyId }: PaletteEntry): boolean => keyId !== undefined && NEVER_FIRST.has(keyId)
  return commands.toSorted((a, b) => Number(isUndo(a)) - Number(isUndo(b)))
}

/**
 * The entry that Enter runs: the one the user went to while it is listed, else the first. What is listed later,
 * above it, takes the place of a first one that nobody chose.
 */
export function highlighted(found: readonly PaletteEntry[], picked: string | null): string {
  return (found.find(({ id }) => id === picked) ?? found[0])?.id ?? ''
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
