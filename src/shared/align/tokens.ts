/** A word of a text and where it stands, in UTF-16 code units of the text. */
export interface Token {
  /** What the word is counted as: a stem, a headword, `#16400` for a number. */
  readonly key: string
  readonly start: number
}

/** The words of a side's segments, as numbers: `types[starts[s]] … types[starts[s + 1] - 1]` are those of segment `s`. */
export interface SideTokens {
  readonly starts: Uint32Array
  readonly types: Uint32Array
  /** Number and key of each type. */
  readonly numbers: ReadonlyMap<string, number>
  readonly keys: readonly string[]
  /** How often each type occurs on this side. */
  readonly counts: Float64Array
}

/** A segment's evidence is taken from this many of its words at most, so that no line costs more than many. */
export const MOST_TOKENS = 400

/** Numbers the words of one side. */
export function numberTokens(segments: readonly (readonly string[])[]): SideTokens {
  const numbers = new Map<string, number>()
  const keys: string[] = []
  const counts: number[] = []
  const starts = new Uint32Array(segments.length + 1)
  let total = 0
  for (const [index, words] of segments.entries()) {
    total += Math.min(words.length, MOST_TOKENS)
    starts[index + 1] = total
  }
  const types = new Uint32Array(total)
  let place = 0
  for (const words of segments) {
    for (let index = 0; index < words.length && index < MOST_TOKENS; index += 1) {
      const key = words[index] ?? ''
      let type = numbers.get(key)
      if (type === undefined) {
        type = keys.length
        numbers.set(key, type)
        keys.push(key)
        counts.push(0)
      }
      counts[type] = (counts[type] ?? 0) + 1
      types[place] = type
      place += 1
    }
  }
  return { starts, types, numbers, keys, counts: Float64Array.from(counts) }
}

/** How many words segments `[from, to)` have. */
export function tokenCount(tokens: SideTokens, from: number, to: number): number {
  return (tokens.starts[to] ?? 0) - (tokens.starts[from] ?? 0)
}

export interface RenumberedTokens {
  readonly tokens: SideTokens
  /** The old number of each new type. */
  readonly originals: Uint32Array
  /** The new number of each old type, -1 for one that does not occur. */
  readonly renumbered: Int32Array
}

/** The words of segments `[from, to)` alone, their types numbered anew. */
export function renumberTokens(tokens: SideTokens, from: number, to: number): RenumberedTokens {
  const renumbered = new Int32Array(tokens.keys.length).fill(-1)
  const originals: number[] = []
  const counts: number[] = []
  const first = tokens.starts[from] ?? 0
  const types = tokens.types.slice(first, tokens.starts[to] ?? 0)
  for (const [place, original] of types.entries()) {
    let type = renumbered[original] ?? -1
    if (type < 0) {
      type = originals.length
      renumbered[original] = type
      originals.push(original)
      counts.push(0)
    }
    counts[type] = (counts[type] ?? 0) + 1
    types[place] = type
  }
  const keys = originals.map((original) => tokens.keys[original] ?? '')
  return {
    tokens: {
      starts: tokens.starts.slice(from, to + 1).map((start) => start - first),
      types,
      numbers: new Map(keys.map((key, type) => [key, type])),
      keys,
      counts: Float64Array.from(counts),
    },
    originals: Uint32Array.from(originals),
    renumbered,
  }
}
