import { z } from 'zod'
import type { Id } from '../../domain/ids.ts'

/** An id as it crosses the wire: an opaque string that the type keeps apart from other kinds of ids. */
function id<Kind extends string>(kind: Kind): z.ZodType<Id<Kind>, Id<Kind>> {
  return z.custom<Id<Kind>>(
    (value) => typeof value === 'string' && value.length > 0 && value.length <= 64,
    `expected the id of a ${kind}`,
  )
}

export const articleId = id('article')
export const blockId = id('block')
export const segmentId = id('segment')
export const speakerId = id('speaker')
export const pairId = id('pair')
export const beadId = id('bead')
export const highlightId = id('highlight')
export const spanId = id('span')
export const tagId = id('tag')
export const noteId = id('note')
export const jobId = id('job')
export const grantId = id('grant')
export const draftId = id('draft')
export const linkId = id('link')
export const termId = id('term')
export const revisionId = id('revision')
