import { PAIR_KINDS } from '../../shared/domain/article.ts'
import type { Command } from '../command.ts'
import { counted } from '../counted.ts'
import { findArticle } from '../references.ts'

export const pairCommand: Command = {
  usage: 'ARTICLE ARTICLE [--kind parallel|comparable]',
  summary: 'sets two articles side by side and aligns them',
  details: [
    'The first article is the left one. Waits until the sentences are aligned.',
    'comparable: two texts on the same thing, neither a translation of the other; they are not aligned.',
  ],
  options: { kind: { type: 'string' } },
  words: [2, 2],
  async run(session, { words: [first = '', second = ''], options, output }) {
    const { api } = session
    const kind = options.oneOf('kind', PAIR_KINDS, 'parallel')
    const left = await findArticle(api, first)
    const right = await findArticle(api, second)
    const created = await api.pairs.create({ leftArticleId: left.id, rightArticleId: right.id, kind })
    // Comparable articles tell the same things in another order: beads would force them into one.
    const aligns = kind === 'parallel'
    if (aligns) {
      const { jobId } = await api.alignment.start({ pairId: created.id })
      await session.finished(jobId, 'aligning')
    }
    const pair = aligns ? await api.pairs.get({ pairId: created.id }) : created
    const facts = {
      id: pair.id,
      kind: pair.kind,
      leftArticleId: pair.left.id,
      rightArticleId: pair.right.id,
      beadCount: pair.beadCount,
      verifiedCount: pair.verifiedCount,
    }
    const outcome = aligns ? counted(pair.beadCount, 'bead') : 'comparable, not aligned'
    output.answer(facts, () => [`${pair.id}  ${pair.left.title} ⇄ ${pair.right.title}  ${outcome}`])
  },
}
