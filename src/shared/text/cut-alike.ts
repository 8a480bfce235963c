import { foldUnits } from './fold-units.ts'

/** The letters at the beginning of a line by which it is found within another one, in code units. */
const LINE_START = 8

/** A piece shorter than this is left with what it stands beside. */
const SHORTEST_PIECE = 4

const STOP = '.'.charCodeAt(0)
const STOPS: ReadonlySet<number> = new Set(Array.from('.!?', (stop) => stop.charCodeAt(0)))
const CLOSERS: ReadonlySet<number> = new Set(Array.from('"\')]}”’」』》)', (mark) => mark.charCodeAt(0)))

/**
 * Two states of a text, given as lines, each line cut further so that the same text is cut in the same places on both
 * sides, whatever stops it has and however its paragraphs were joined: after each stop, and where a line of the other
 * side begins. Joined, the texts are what they were.
 */
export function cutAlike(
  before: readonly string[],
  after: readonly string[],
): { readonly before: readonly string[]; readonly after: readonly string[] } {
  const [oldFolded, newFolded] = [before.map(foldUnits), after.map(foldUnits)]
  const [oldLines, newLines] = [new Set(oldFolded), new Set(newFolded)]
  const starts = (lines: readonly string[], others: ReadonlySet<string>): Set<string> =>
    new Set(
      lines.flatMap((line) => {
        const start = line.trimStart().slice(0, LINE_START)
        return start.length < LINE_START || others.has(line) ? [] : [start]
      }),
    )
  const [oldStarts, newStarts] = [starts(oldFolded, newLines), starts(newFolded, oldLines)]
  return {
    before: before.flatMap((line, number) => cut(line, oldFolded[number] ?? line, newStarts)),
    after: after.flatMap((line, number) => cut(line, newFolded[number] ?? line, oldStarts)),
  }
}

function cut(line: string, folded: string, starts: ReadonlySet<string>): string[] {
  const pieces: string[] = []
  let from = 0
  for (let offset = SHORTEST_PIECE; offset + SHORTEST_PIECE <= line.length; offset += 1) {
    if (offset - from < SHORTEST_PIECE) continue
    if (!isAfterStop(folded, offset) && !starts.has(folded.slice(offset, offset + LINE_START))) continue
    pieces.push(line.slice(from, offset))
    from = offset
  }
  return [...pieces, line.slice(from)]
}

/** After a stop, what closes with it, and the white space that follows. */
function isAfterStop(folded: string, offset: number): boolean {
  const next = folded.charCodeAt(offset)
  if (STOPS.has(next) || CLOSERS.has(next) || isSpace(next)) return false
  let last = offset - 1
  while (isSpace(folded.charCodeAt(last))) last -= 1
  while (CLOSERS.has(folded.charCodeAt(last))) last -= 1
  const stop = folded.charCodeAt(last)
  // 3.5
  return STOPS.has(stop) && !(stop === STOP && isDigit(next) && last === offset - 1)
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x09
}

function isDigit(unit: number): boolean {
  return unit >= 0x30 && unit <= 0x39
}
