import type { Mark } from '../domain/text.ts'

/** A mark that Markdown can write, without its neighbours in the way. Offsets as in `Mark`. */
export interface NestedMark {
  readonly kind: 'link' | 'code' | 'ruby' | 'strong' | 'emphasis'
  readonly start: number
  readonly end: number
  readonly value: string
}

/** The order in which marks get their way where they cross: what cannot be cut comes first. */
const KINDS = ['code', 'link', 'ruby', 'strong', 'emphasis'] as const

/** Only addresses that lead somewhere harmless; a text's other links are left as text. */
const ADDRESS = /^(?:https?:\/\/|mailto:|duizhao:\/\/)\S/iu

/**
 * The marks of a text such that any two of them are nested or apart, and every `**` and `*` is one that
 * CommonMark reads as such. What crosses is cut back; punctuation at the edge of an emphasis beside a
 * letter moves out of it (`**真，**她` is not bold, `**真**，她` is; commonmark-spec#650). Footnote marks and
 * links to unsafe addresses are left out.
 */
export function nestMarks(text: string, marks: readonly Mark[]): NestedMark[] {
  const accepted: NestedMark[] = []
  for (const kind of KINDS) {
    for (const candidate of mergedRanges(text, marks, kind)) {
      const settled = settle(text, candidate, accepted)
      if (settled !== null) accepted.push(settled)
    }
  }
  return accepted
}

/** Marks of one kind, in order. Emphasis or code that touches or overlaps its like is one with it. */
function mergedRanges(text: string, marks: readonly Mark[], kind: NestedMark['kind']): NestedMark[] {
  const mergeable = kind === 'strong' || kind === 'emphasis' || kind === 'code'
  const merged: NestedMark[] = []
  const ofKind = marks
    .filter((mark) => mark.kind === kind && (kind !== 'link' || ADDRESS.test(mark.value ?? '')))
    .toSorted((a, b) => a.start - b.start || a.end - b.end)
  for (const mark of ofKind) {
    const start = Math.max(0, mark.start)
    const end = Math.min(text.length, mark.end)
    const last = merged.at(-1)
    if (start >= end) continue
    if (mergeable && last !== undefined && start <= last.end) {
      merged[merged.length - 1] = { ...last, end: Math.max(last.end, end) }
    } else {
      merged.push({ kind, start, end, value: mark.value ?? '' })
    }
  }
  return merged
}

/** Cuts a mark back until it crosses nothing and its edges hold; null when nothing is left of it. */
function settle(text: string, mark: NestedMark, accepted: readonly NestedMark[]): NestedMark | null {
  let current = mark
  for (;;) {
    let next = clip(current, accepted)
    if (next.kind === 'strong' || next.kind === 'emphasis') next = trimEdges(text, next, accepted)
    if (next.start >= next.end) return null
    if (next.start === current.start && next.end === current.end) return next
    current = next
  }
}

function clip(mark: NestedMark, accepted: readonly NestedMark[]): NestedMark {
  let { start, end } = mark
  for (const other of accepted) {
    const apart = end <= other.start || other.end <= start
    if (apart) continue
    const inside = other.start <= start && end <= other.end
    const around = start <= other.start && other.end <= end
    if (inside) {
      // Nothing goes inside code and ruby, and a link not inside a link.
      const closed = other.kind === 'code' || other.kind === 'ruby' || other.kind === mark.kind
      if (closed) end = start
    } else if (around) {
      if (other.kind === mark.kind) end = other.start
    } else if (start < other.start) {
      end = other.start
    } else {
      start = other.end
    }
  }
  return { ...mark, start, end }
}

/**
 * After CommonMark 0.31 §6.2: a delimiter beside white space on its inner side is none; one with
 * punctuation on its inner side needs white space or punctuation on its outer side.
 */
function trimEdges(text: string, mark: NestedMark, accepted: readonly NestedMark[]): NestedMark {
  let { start, end } = mark
  while (start < end) {
    const first = characterAfter(text, start)
    const atom = accepted.find(
      (other) => writesPunctuation(other) && other.start === start && other.end < end,
    )
    if (!isSpace(first)) {
      const outerHolds =
        isOuterEdge(characterBefore(text, start)) ||
        accepted.some(
          (other) =>
            writesPunctuation(other) && (other.end === start || (other.start === start && other.end >= end)),
        )
      if (outerHolds || (atom === undefined && !isPunctuation(first))) break
    }
    start += first.length
  }
  while (start < end) {
    const last = characterBefore(text, end)
    const atom = accepted.find(
      (other) => writesPunctuation(other) && other.end === end && other.start > start,
    )
    if (!isSpace(last)) {
      const outerHolds =
        isOuterEdge(characterAfter(text, end)) ||
        accepted.some(
          (other) =>
            writesPunctuation(other) && (other.start === end || (other.end === end && other.start <= start)),
        )
      if (outerHolds || (atom === undefined && !isPunctuation(last))) break
    }
    end -= last.length
  }
  return { ...mark, start, end }
}

/** Whether a mark's own signs are punctuation at its edges: `[…](…)`, `` `…` ``, `<ruby>…`. */
function writesPunctuation(mark: NestedMark): boolean {
  return mark.kind === 'link' || mark.kind === 'code' || mark.kind === 'ruby'
}

function characterAfter(text: string, at: number): string {
  const point = text.codePointAt(at)
  return point === undefined ? '' : String.fromCodePoint(point)
}

function characterBefore(text: string, at: number): string {
  const isPair = /[\ud800-\udbff][\udc00-\udfff]$/u.test(text.slice(Math.max(0, at - 2), at))
  return text.slice(Math.max(0, at - (isPair ? 2 : 1)), at)
}

function isSpace(character: string): boolean {
  return /^\s$/u.test(character)
}

/** Punctuation to any edition of CommonMark: the newer ones count symbols too. */
function isPunctuation(character: string): boolean {
  return /^[\p{P}\p{S}]$/u.test(character)
}

/** What may stand outside an edge whose inside is punctuation, to every edition of CommonMark. */
function isOuterEdge(character: string): boolean {
  return character === '' || /^[\s\p{P}$+<=>^`|~]$/u.test(character)
}
