import type { DoubtfulAnchor, Outcome } from '../shared/contract/schemas/revision.ts'

/** A highlight or a link's end that a person should look at, as the command line tells of it. */
export interface DoubtFacts {
  readonly kind: 'highlight' | 'link'
  readonly id: string
  readonly state: string
  /** The quote as it was. */
  readonly was: string
  /** What is covered now; null for a lost one. */
  readonly text: string | null
}

export function doubtFacts({ kind, id, state, was, exact }: DoubtfulAnchor): DoubtFacts {
  return { kind, id, state, was: was ?? exact, text: state === 'lost' ? null : exact }
}

export function outcomeFacts({ ok, moved, lost, doubts }: Outcome): {
  readonly ok: number
  readonly moved: number
  readonly lost: number
  readonly doubts: readonly DoubtFacts[]
} {
  return { ok, moved, lost, doubts: doubts.map(doubtFacts) }
}

/** The counts, and a line or two for each that is in doubt. */
export function outcomeLines(outcome: Outcome): string[] {
  const { ok, moved, lost, doubts } = outcomeFacts(outcome)
  return [
    `highlights and links: ${ok} in their place, ${moved} to check, ${lost} lost`,
    ...doubts.flatMap(({ kind, state, was, text }) => [
      `${state}  ${kind}  ${was}`,
      ...(text === null ? [] : [`      now  ${text}`]),
    ]),
  ]
}
