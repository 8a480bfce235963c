import type { Client } from '../shared/contract/client.ts'
import type { Tag } from '../shared/contract/schemas/annotation.ts'
import type { ArticleSummary } from '../shared/contract/schemas/article.ts'
import type { PairSummary } from '../shared/contract/schemas/pair.ts'
import type { SpeakerSummary } from '../shared/contract/schemas/speaker.ts'
import { DuizhaoError } from '../shared/domain/error.ts'
import { formatTagPath, parseTagPath } from '../shared/domain/tag-path.ts'

/** The beginning or the end of an id that is long enough to be meant as one. */
const SHORTEST_PIECE = 6

interface Candidate<Thing> {
  readonly id: string
  /** What it may be called instead. */
  readonly names: readonly string[]
  readonly thing: Thing
}

export async function findArticle(api: Client, reference: string): Promise<ArticleSummary> {
  const articles = await api.articles.list({})
  return resolve(
    'article',
    reference,
    articles.map((thing) => ({ id: thing.id, names: [thing.title], thing })),
  )
}

/** A pair is called by both titles, `A ⇄ B`, or by either where no other pair has it. */
export async function findPair(api: Client, reference: string): Promise<PairSummary> {
  const pairs = await api.pairs.list({})
  return resolve(
    'pair',
    reference,
    pairs.map((thing) => {
      const { left, right } = thing
      return { id: thing.id, names: [`${left.title} ⇄ ${right.title}`, left.title, right.title], thing }
    }),
  )
}

export async function findTag(api: Client, reference: string): Promise<Tag> {
  const tags = await api.tags.list({})
  const path = formatTagPath(parseTagPath(reference))
  return resolve(
    'tag',
    path === '' ? reference : path,
    tags.map((thing) => ({ id: thing.id, names: [thing.path], thing })),
  )
}

/** A speaker is called by any of their names. */
export async function findSpeaker(api: Client, reference: string): Promise<SpeakerSummary> {
  const speakers = await api.speakers.list({})
  return resolve(
    'speaker',
    reference,
    speakers.map((thing) => ({ id: thing.id, names: thing.names.map(({ name }) => name), thing })),
  )
}

/**
 * What a reference means: a full id, an exact name, or the beginning or the end of one id (ids begin with
 * the time, so those made together differ only at the end; file names of exports carry it). Throws `not_found`, or
 * `conflict` when it could mean several things, with their ids.
 */
export function resolve<Thing>(
  kind: string,
  reference: string,
  candidates: readonly Candidate<Thing>[],
): Thing {
  const wanted = fold(reference)
  const [byId] = candidates.filter((candidate) => candidate.id === reference)
  if (byId !== undefined) return byId.thing
  const named = candidates.filter((candidate) => candidate.names.some((name) => fold(name) === wanted))
  const pieced =
    reference.length >= SHORTEST_PIECE
      ? candidates.filter(({ id }) => id.startsWith(reference) || id.endsWith(reference))
      : []
  const found = named.length > 0 ? named : pieced
  const [only, ...others] = found
  if (only === undefined) {
    throw new DuizhaoError('not_found', `There is no ${kind} “${reference}” in this library.`)
  }
  if (others.length > 0) {
    const ids = found.slice(0, 5).map((candidate) => candidate.id)
    throw new DuizhaoError(
      'conflict',
      `“${reference}” could be ${found.length} ${kind}s; name one by its id: ${ids.join(', ')}.`,
    )
  }
  return only.thing
}

function fold(name: string): string {
  return name.normalize('NFC').trim().replace(/\s+/gu, ' ')
}
