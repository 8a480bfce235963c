import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createCore } from '../src/core/core.ts'
import type { Core } from '../src/core/core-types.ts'
import { createClient, type Client } from '../src/shared/contract/client.ts'
import type { ArticleId, JobId } from '../src/shared/domain/ids.ts'

export interface BenchCore {
  readonly core: Core
  readonly api: Client
  readonly library: string
  /** Waits until a job has ended; throws when it failed. */
  wait(jobId: JobId): Promise<void>
  importTexts(texts: readonly { name: string; text: string }[]): Promise<ArticleId[]>
  close(): Promise<void>
}

/** On a library of its own, which goes when it is closed, or on one that is there and stays. */
export async function openBenchCore(existing: string | null = null): Promise<BenchCore> {
  const folder = existing === null ? mkdtempSync(join(tmpdir(), 'duizhao-bench-')) : null
  const library = existing ?? join(folder ?? '', 'library')
  const core = await createCore({
    libraryPath: library,
    seedsPath: new URL('../seeds', import.meta.url).pathname,
    lexiconPath: new URL('../resources/lexicon/zh-en.bin.br', import.meta.url).pathname,
    workerUrl: new URL('../src/core/jobs/worker.ts', import.meta.url),
    version: 'bench',
    log: (line) => console.error(line),
  })
  const api = createClient((method, input) => core.call(method, input))
  let isOpen = true

  async function wait(jobId: JobId): Promise<void> {
    const ended = new Promise<void>((resolve, reject) => {
      const stop = core.subscribe((event) => {
        if (event.name !== 'job' || event.job.id !== jobId) return
        if (event.job.state === 'done') resolve()
        else if (event.job.state !== 'running') reject(new Error(`job ${event.job.state}`))
        else return
        stop()
      })
    })
    await ended
  }

  return {
    core,
    api,
    library,
    wait,
    async importTexts(texts) {
      const grantIds = texts.map(({ name, text }) =>
        core.grants.addBytes(name, new TextEncoder().encode(text)),
      )
      const { jobId } = await api.imports.read({ grantIds })
      await wait(jobId)
      const drafts = await api.imports.drafts({ jobId })
      return (await api.imports.save({ drafts: drafts.map(({ id }) => ({ draftId: id })) })).articleIds
    },
    async close() {
      if (!isOpen) return
      isOpen = false
      await core.close()
      if (folder !== null) rmSync(folder, { recursive: true, force: true })
    },
  }
}
