import type { LinkReason } from '../domain/link.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { snapToGraphemes, type TextRange } from '../text/graphemes.ts'
import { PassageReader, type KnownTerm } from './passage-evidence.ts'
import { linkTypes, UnitTypes, type PlaceLink } from './passage-evidence-links.ts'
import {
  readRun,
  sharedNames,
  type ReadRun,
  type SharedName,
  type TextRun,
} from './passage-evidence-sides.ts'
import { chooseSpan } from './project-span-choice.ts'
import { fitToName } from './project-span-names.ts'
import { exactSpan } from './project-span-exact.ts'
import { widenToMarks } from './project-span-edges.ts'
import { kindOf } from './suggest-links-reasons.ts'

export interface ProjectInput {
  readonly from: TextRun
  readonly to: TextRun
  /** The selection in the joined texts of `from`: UTF-16 code units, half-open. */
  readonly start: number
  readonly end: number
  readonly terms: readonly KnownTerm[]
}

/** The likely counterpart: offsets in the joined texts of `to`, on grapheme edges. */
export interface Projection extends TextRange {
  /** From 0 to 1; 1 only where all of it is a number, a name, a term or a Latin word that both sides have. */
  readonly confidence: number
  readonly reasons: readonly LinkReason[]
}

/** How fast a word's rendering gets less likely with the distance between their relative places. */
const DECAY = 3
/** A link that makes a rendering less likely than this many times chance is as good as none. */
const LEAST_RATIO = 8
/** From this share of the units on, all of the one side stands for all of the other. */
const NEARLY_ALL = 0.95
/** Confidence where only words speak for the span, however many. */
const MOST_BY_WORDS = 0.95
const MOST_REASONS = 12

/**
 * The likely counterpart of a span inside a bead: the stretch of the other side whose words are rendered by
 * those of the span rather than by others of its side, near the same relative place, of fitting length, along
 * the same clause borders. Null when nothing speaks for one. Deterministic.
 */
export function projectSpan(
  { from, to, start, end, terms }: ProjectInput,
  lexicon: Lexicon,
): Projection | null {
  const reader = new PassageReader(lexicon, terms)
  const [source, target] = [readRun(reader, from), readRun(reader, to)]
  const inside = source.units.map((unit) => unit.start < end && start < unit.end)
  if (!inside.includes(true) || target.units.length === 0) return null
  const names = sharedNames(source, target, reader)
  const links = placeLinks(source, target, names, lexicon)
  const exact = exactSpan({ source, target, start, end, inside, links, names })
  if (exact !== null) {
    const range = snapToGraphemes(target.text, exact.range)
    return { ...range, confidence: 1, reasons: exact.reasons.slice(0, MOST_REASONS) }
  }
  const chosen = chooseSpan({ source, target, start, end, inside, links })
  const covers = inside.filter(Boolean).length >= NEARLY_ALL * inside.length
  if (chosen === null && !covers) return null
  if (covers) {
    const whole = snapToGraphemes(target.text, trimmed(target.text))
    return { ...whole, confidence: MOST_BY_WORDS, reasons: reasonsOf(chosen?.matches ?? [], source, target) }
  }
  if (chosen === null) return null
  const range = snapToGraphemes(
    target.text,
    widenToMarks(source.text, { start, end }, target.text, fitToName(source, target, inside, chosen, links)),
  )
  return {
    ...range,
    confidence: MOST_BY_WORDS * chosen.likeness,
    reasons: reasonsOf(chosen.matches, source, target),
  }
}

/** Links of units, each worth more the nearer their relative places are. */
function placeLinks(
  source: ReadRun,
  target: ReadRun,
  names: readonly SharedName[],
  lexicon: Lexicon,
): PlaceLink[] {
  const [ours, theirs] = [new UnitTypes([source.units]), new UnitTypes([target.units])]
  const types = linkTypes(ours, theirs, lexicon)
  const found: PlaceLink[] = []
  for (const [left, type] of (ours.passages[0] ?? new Int32Array()).entries()) {
    for (const { right: other, ratio } of types[type] ?? []) {
      for (const [right, candidate] of (theirs.passages[0] ?? new Int32Array()).entries()) {
        if (candidate === other) found.push({ left, right, ratio })
      }
    }
  }
  for (const { leftUnits, rightUnits, score } of names) {
    for (const left of leftUnits)
      for (const right of rightUnits) found.push({ left, right, ratio: 1000 * score })
  }
  return found.flatMap(({ left, right, ratio }) => {
    const apart = Math.abs(placeOf(source, left) - placeOf(target, right))
    const near = ratio * Math.exp(-DECAY * apart)
    return ratio < LEAST_RATIO ? [] : { left, right, ratio: near }
  })
}

/** The relative place of a unit's middle, from 0 to 1. */
function placeOf(run: ReadRun, unit: number): number {
  const { start, end } = run.units[unit] ?? { start: 0, end: 0 }
  return (start + end) / 2 / Math.max(1, run.text.length)
}

function trimmed(text: string): TextRange {
  return trimmedWithin(text, 0, text.length)
}

function trimmedWithin(text: string, start: number, end: number): TextRange {
  const part = text.slice(start, end)
  const head = part.length - part.trimStart().length
  return { start: start + head, end: start + Math.max(head, part.trimEnd().length) }
}

function reasonsOf(matches: readonly PlaceLink[], source: ReadRun, target: ReadRun): LinkReason[] {
  return matches
    .flatMap(({ left, right }): LinkReason[] => {
      const [one, other] = [source.units[left], target.units[right]]
      if (one === undefined || other === undefined) return []
      const [from, to] = [source.text.slice(one.start, one.end), target.text.slice(other.start, other.end)]
      return [{ kind: kindOf(one, other), from, to }]
    })
    .slice(0, MOST_REASONS)
}
