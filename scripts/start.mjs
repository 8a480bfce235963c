import { ensureBuilt } from './build-project.mjs'
import { electronObstacle, obtainElectron } from './electron-runtime.mjs'
import { assertInstalled, inProject, projectNode, root, runMain } from './project.mjs'
import { run } from './run-process.mjs'

await runMain(async () => {
  const args = process.argv.slice(2)
  const forWeb = args.includes('--web')
  const hostArgs = args.filter((arg) => arg !== '--web')
  // What is named relative to where the user stands must stay so.
  const here = { cwd: process.cwd() }
  assertInstalled()
  await ensureBuilt()
  const electron = forWeb ? null : await electronOrReason()
  if (electron !== null) return run(electron, [root, ...hostArgs], here)
  return run(projectNode(), ['--enable-source-maps', inProject('out', 'main', 'web.js'), ...hostArgs], here)
})

async function electronOrReason() {
  const obstacle = electronObstacle()
  const electron = obstacle === null ? await obtainElectron() : null
  if (electron === null) {
    console.log(
      obstacle ?? 'The Electron runtime is not installed ("npx install-electron"); using a browser.',
    )
  }
  return electron
}
