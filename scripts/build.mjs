import { buildProject } from './build-project.mjs'
import { assertInstalled, runMain } from './project.mjs'

await runMain(() => {
  assertInstalled()
  return buildProject()
})
