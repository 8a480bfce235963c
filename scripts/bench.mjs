import { ensureBuilt } from './build-project.mjs'
import { assertInstalled, inProject, projectNode, runMain } from './project.mjs'
import { run } from './run-process.mjs'

// The page is measured as it is shipped, so it is built first; the benches themselves run from source.
await runMain(async () => {
  assertInstalled()
  await ensureBuilt()
  return run(projectNode(), [inProject('bench', 'bench.ts'), ...process.argv.slice(2)])
})
