import { isBuildFresh, stampBuild } from './build-freshness.mjs'
import { inProject, projectNode } from './project.mjs'
import { run } from './run-process.mjs'

/** Builds all hosts and the page into `out`; resolves with the exit code. */
export async function buildProject() {
  const startedAt = Date.now()
  const tool = inProject('node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const code = await run(projectNode(), [tool, 'build', '--logLevel', 'warn'])
  if (code === 0) stampBuild(startedAt)
  return code
}

/** Builds when the sources changed since the last build. Throws when that fails. */
export async function ensureBuilt() {
  if (isBuildFresh()) return
  console.log('Building …')
  if ((await buildProject()) !== 0) throw new Error('The build failed; see above.')
}
