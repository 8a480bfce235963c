import { expect, test } from 'vitest'
import { openTestCore } from '../fixtures/open-test-core.ts'

test('drafts with the bytes of an earlier one of their job name it, until that one is an article', async () => {
  const { api, core, ...library } = await openTestCore()
  const grantIds = [
    ['a.txt', '桥是给人走的。'],
    ['b.txt', '镜子也是。'],
    ['copy.txt', '桥是给人走的。'],
    ['bad.txt', 'PK\u0003\u0004'],
    ['copy of copy.txt', '桥是给人走的。'],
  ].map(([name = '', text]) => core.grants.addBytes(name, new TextEncoder().encode(text)))
  const { jobId } = await api.imports.read({ grantIds })
  await library.settled(jobId)
  const told = async () =>
    (await api.imports.drafts({ jobId })).map((draft) => (draft.status === 'ready' ? draft.sameAs : 'failed'))
  const [first] = await api.imports.drafts({ jobId })
  if (first === undefined) throw new Error('a draft expected')
  expect(await told()).toEqual([null, null, first.id, 'failed', first.id])

  const { articleIds } = await api.imports.save({ drafts: [{ draftId: first.id }] })
  const [, copy] = await api.imports.drafts({ jobId })
  expect(copy).toMatchObject({ name: 'copy.txt', duplicateOf: articleIds[0], sameAs: null })
})
