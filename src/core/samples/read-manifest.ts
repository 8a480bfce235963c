import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { ARTICLE_KINDS, PAIR_KINDS } from '../../shared/domain/article.ts'
import { languageTag, partialDate } from '../../shared/contract/schemas/article.ts'

const manifest = z.object({
  articles: z.array(
    z.object({
      file: z.string().regex(/^[\w.-]+$/u),
      language: languageTag,
      title: z.string(),
      date: partialDate.nullable(),
      place: z.string().nullable(),
      source: z.string().nullable(),
      kind: z.enum(ARTICLE_KINDS),
    }),
  ),
  pairs: z.array(z.object({ left: z.string(), right: z.string(), kind: z.enum(PAIR_KINDS) })),
})
export type SampleManifest = z.infer<typeof manifest>

/** What the sample texts are: their metadata and which belong together. */
export async function readManifest(seedsPath: string): Promise<SampleManifest> {
  return manifest.parse(JSON.parse(await readFile(join(seedsPath, 'manifest.json'), 'utf8')))
}
