import type { Selection } from '../../src/shared/contract/schemas/annotation.ts'
import type { ArticleId, GrantId } from '../../src/shared/domain/ids.ts'
import type { Connection } from './connections.ts'

/** Imports two texts, by file name, over the connection; gives their articles in order. */
export async function importTwo(
  here: Connection,
  texts: readonly (readonly [name: string, text: string])[],
): Promise<[ArticleId, ArticleId]> {
  const grantIds: GrantId[] = []
  for (const [name, text] of texts) grantIds.push(await here.upload(name, new TextEncoder().encode(text)))
  const { jobId } = await here.api.imports.read({ grantIds })
  await here.test.settled(jobId)
  const drafts = await here.api.imports.drafts({ jobId })
  const unready = drafts.filter(({ status }) => status !== 'ready')
  if (unready.length > 0 || drafts.length !== texts.length) {
    throw new Error(`${drafts.length} drafts, of which ${unready.length} are not ready`)
  }
  const { articleIds } = await here.api.imports.save({ drafts: drafts.map(({ id }) => ({ draftId: id })) })
  const [left, right] = articleIds
  if (left === undefined || right === undefined) throw new Error('two articles expected')
  return [left, right]
}

/** The first place of a quote that lies in one segment of the article. */
export async function selectQuote(here: Connection, articleId: ArticleId, quote: string): Promise<Selection> {
  for (const block of await here.api.articles.blocks({ articleId })) {
    for (const { id, text } of block.segments) {
      const start = text.indexOf(quote)
      if (start < 0) continue
      const end = start + quote.length
      const ends = { startSegmentId: id, startOffset: start, endSegmentId: id, endOffset: end }
      return { articleId, ...ends, exact: quote }
    }
  }
  throw new Error(`“${quote}” is not in the article`)
}
