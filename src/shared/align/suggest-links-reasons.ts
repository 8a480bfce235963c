import type { LinkReason, LinkReasonKind } from '../domain/link.ts'
import type { Passage, Unit } from './passage-evidence.ts'
import type { TextRange } from '../text/graphemes.ts'
import type { NamePair } from './passage-evidence-names.ts'
import type { UnitMatch } from './suggest-links-score.ts'

/** More reasons than this are no clearer. */
const MOST_REASONS = 8
/** A commoner English word with a capital is a word of a title. */
const TITLE_WORD = 4e-5
/** A phrase in quotation marks, one that a person would take for a phrase. */
const QUOTED = /[“「『"«]([^“”「」『』"«»]{2,60})[”」』"»]/gu
/** How much of a quoted phrase must be matched inside the other. */
const QUOTE_SHARE = 0.6

/** What two passages share, the rarest first; every text as it stands in them. */
export function explainLink(
  left: Passage,
  right: Passage,
  matches: readonly UnitMatch[],
  names: readonly NamePair[] = [],
): LinkReason[] {
  const reasons = matches
    .toSorted((one, other) => other.worth - one.worth || one.left - other.left)
    .flatMap((match) => {
      const [from, to] = [left.units[match.left], right.units[match.right]]
      return from === undefined || to === undefined ? [] : reasonOf(left, right, from, to, names)
    })
  return withoutRepeats([...quoteReasons(left, right, matches), ...reasons]).slice(0, MOST_REASONS)
}

function reasonOf(
  left: Passage,
  right: Passage,
  from: Unit,
  to: Unit,
  names: readonly NamePair[],
): LinkReason {
  // A name is one reason, whatever words it was cut into: the whole of it comes first among the names.
  const name = names.find(({ left: ours, right: theirs }) => overlaps(ours, from) && overlaps(theirs, to))
  if (name !== undefined) {
    return {
      kind: 'name',
      from: left.text.slice(name.left.start, name.left.end),
      to: right.text.slice(name.right.start, name.right.end),
    }
  }
  return {
    kind: kindOf(from, to),
    from: left.text.slice(from.start, from.end),
    to: right.text.slice(to.start, to.end),
  }
}

function overlaps(one: TextRange, other: TextRange): boolean {
  return one.start < other.end && other.start < one.end
}

export function kindOf(from: Unit, to: Unit): LinkReasonKind {
  if (from.kind === 'term') return 'term'
  if (from.kind === 'date' || to.kind === 'date') return 'date'
  if (from.kind === 'number') return 'number'
  if (from.kind === 'word' && to.kind === 'word') return 'latin'
  const names = [from, to].filter(({ isName, share }) => isName && share < TITLE_WORD)
  return names.length > 0 ? 'name' : 'word'
}

function quoteReasons(left: Passage, right: Passage, matches: readonly UnitMatch[]): LinkReason[] {
  const reasons: LinkReason[] = []
  const theirs = [...right.text.matchAll(QUOTED)]
  for (const ours of theirs.length === 0 ? [] : left.text.matchAll(QUOTED)) {
    const here = unitsInside(left, ours)
    for (const their of theirs) {
      const there = unitsInside(right, their)
      const shared = matches.filter((match) => here.has(match.left) && there.has(match.right)).length
      if (shared > 0 && shared >= QUOTE_SHARE * Math.max(here.size, there.size)) {
        reasons.push({ kind: 'quote', from: phraseOf(ours), to: phraseOf(their) })
      }
    }
  }
  return reasons
}

/** What is quoted, without the comma that English sets inside. */
function phraseOf(match: RegExpExecArray): string {
  return (match[1] ?? '').replace(/[,，.。;；]$/u, '')
}

function unitsInside({ units }: Passage, match: RegExpExecArray): Set<number> {
  const [start, end] = [match.index, match.index + match[0].length]
  return new Set(
    units.flatMap((unit, place) => (unit.start >= start && unit.end <= end && !unit.isWeak ? [place] : [])),
  )
}

function withoutRepeats(reasons: readonly LinkReason[]): LinkReason[] {
  const seen = new Set<string>()
  return reasons.filter(({ from, to }) => {
    const key = `${from}\n${to}`
    if (seen.has(key)) return false
    seen.add(key)
    return true
  })
}
