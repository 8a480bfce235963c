import { z } from 'zod'
import { command, query, type Method } from './define.ts'
import { color, tag, tagPath } from './schemas/annotation.ts'
import { tagId } from './schemas/ids.ts'

const nothing = z.object({})

/** The part of the contract that is about the codebook. */
export const tagMethods = {
  'tags.list': query({ input: nothing, output: z.array(tag), reads: ['tag', 'highlight'] }),
  'tags.create': command({
    input: z.object({ path: tagPath, color: color.nullable().default(null) }),
    output: tag,
  }),
  'tags.update': command({
    input: z.object({
      tagId,
      name: z.string().trim().min(1).max(100).exactOptional(),
      color: color.nullable().exactOptional(),
      description: z.string().max(10_000).exactOptional(),
    }),
    output: tag,
  }),
  /** Removes a tag and its descendants from the codebook and from all highlights. */
  'tags.remove': command({ input: z.object({ tagId }), output: nothing }),
} as const satisfies Record<string, Method>
