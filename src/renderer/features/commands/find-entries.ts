import type { Chord } from '../../ui/chord.ts'

export interface PaletteEntry {
  readonly kind: 'command' | 'pair' | 'article'
  readonly id: string
  readonly label: string
  readonly detail: string
  readonly chord: Chord | null
  readonly run: () => void
}

const MOST_TEXTS = 40
const FIRST_PAIRS = 4

/** The entries whose label holds every word of `text`; those that begin with it first. */
export function findEntries(entries: readonly PaletteEntry[], text: string): PaletteEntry[] {
  const words = fold(text)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const matches = entries.filter(({ label, detail }) => {
    const hay = fold(`${label} ${detail}`)
    return words.every((word) => hay.includes(word))
  })
  const [first = ''] = words
  const ranked = matches.toSorted(
    (a, b) => Number(fold(b.label).startsWith(first)) - Number(fold(a.label).startsWith(first)),
  )
  return (['pair', 'article', 'command'] as const).flatMap((kind) => {
    const ofKind = ranked.filter((entry) => entry.kind === kind)
    if (kind === 'command') return ofKind
    // Without a word typed, the texts would drown the commands.
    return ofKind.slice(0, words.length > 0 ? MOST_TEXTS : kind === 'pair' ? FIRST_PAIRS : 0)
  })
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase()
}
