import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Bead } from '../../shared/domain/bead.ts'
import { DuizhaoError } from '../../shared/domain/error.ts'
import type { ArticleId, PairId } from '../../shared/domain/ids.ts'
import { ALIGNER, alignSegments, type AlignableSide } from '../alignment/align-segments.ts'
import { insertBeads } from '../alignment/beads.repo.ts'
import type { AreaContext } from '../area-context.ts'
import { findArticleBySha256, type Original } from '../articles/articles.repo.ts'
import { patchMetadata } from '../articles/articles.service.ts'
import { blocksWithText, prepareArticle, type PreparedArticle } from '../imports/prepare-article.ts'
import { writeArticle } from '../imports/write-article.ts'
import type { WorkerPool } from '../jobs/worker-pool.ts'
import { markPairAligned } from '../pairs/pairs.repo.ts'
import { addPair } from '../pairs/pairs.service.ts'
import { readManifest, type SampleManifest } from './read-manifest.ts'

interface Sample {
  readonly article: PreparedArticle
  readonly original: Original
}

export interface SamplesService {
  /**
   * Adds the sample texts with their pairs, aligned, as one step. Throws `conflict` when they are in the
   * library already.
   */
  add(origin: string | null): Promise<{ articleIds: ArticleId[]; pairIds: PairId[] }>
}

const unstoppable = {
  signal: new AbortController().signal,
  progress: (): void => undefined,
  warn: (): void => undefined,
}

export function createSamplesService(
  { store, now }: AreaContext,
  pool: WorkerPool,
  seedsPath: string,
): SamplesService {
  async function prepare(entry: SampleManifest['articles'][number]): Promise<Sample> {
    const bytes = new Uint8Array(await readFile(join(seedsPath, entry.file)))
    const document = await pool.run(
      'read',
      { name: entry.file, bytes, language: entry.language },
      unstoppable,
    )
    const { file: _file, ...known } = entry
    const metadata = patchMetadata(document.metadata, known)
    const texts = blocksWithText(document).map((block) => block.text)
    const sentences = await pool.run('split', { language: metadata.language, texts }, unstoppable)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return {
      article: prepareArticle(document, metadata, sentences),
      original: { name: entry.file, encoding: document.encoding, sha256, bytes },
    }
  }

  function refuseSecondTime(samples: Iterable<Sample>): void {
    for (const { original } of samples) {
      if (findArticleBySha256(store.read, original.sha256) !== null) {
        throw new DuizhaoError('conflict', 'The sample texts are in this library already.')
      }
    }
  }

  return {
    async add(origin) {
      const manifest = await readManifest(seedsPath)
      const samples = new Map<string, Sample>()
      for (const entry of manifest.articles) samples.set(entry.file, await prepare(entry))
      refuseSecondTime(samples.values())

      const pairs: {
        left: ArticleId
        right: ArticleId
        kind: 'parallel' | 'comparable'
        beads: Bead[] | null
      }[] = []
      for (const { left: leftFile, right: rightFile, kind } of manifest.pairs) {
        const [left, right] = [samples.get(leftFile), samples.get(rightFile)]
        if (left === undefined || right === undefined)
          throw new Error('the manifest pairs a file it does not list')
        // Comparable articles tell the same things in another order: beads would force them into one.
        const beads =
          kind === 'parallel'
            ? await alignSegments(pool, alignable(left.article), alignable(right.article), unstoppable)
            : null
        pairs.push({ left: left.article.id, right: right.article.id, kind, beads })
      }

      const label = { kind: 'sample.add', subject: '', count: samples.size } as const
      return store.write({ label, scope: '', origin, touches: ['article', 'text', 'speaker'] }, (db) => {
        for (const { article, original } of samples.values()) writeArticle(db, article, original, now())
        const pairIds = pairs.map(({ left, right, kind, beads }) => {
          const id = addPair(db, { left, right, kind, at: now() })
          if (beads !== null) {
            insertBeads(db, id, beads)
            markPairAligned(db, id, ALIGNER, now())
          }
          return id
        })
        return { articleIds: [...samples.values()].map(({ article }) => article.id), pairIds }
      })
    },
  }
}

function alignable({ metadata, blocks }: PreparedArticle): AlignableSide {
  const segments = blocks.flatMap((block) =>
    block.segments.map(({ id, text }, index) => ({ id, text, kind: block.kind, opensBlock: index === 0 })),
  )
  return { language: metadata.language, segments }
}
