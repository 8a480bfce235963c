import { writeFileSync } from 'node:fs'
import { assertInstalled, inProject, runMain } from './project.mjs'
import { clearResults, countsOf, STEPS } from './test-steps.mjs'

// Everything is run even when something failed, so that one run shows all there is to mend.
await runMain(async () => {
  assertInstalled()
  clearResults()
  const failures = []
  const sum = { passed: 0, failed: 0 }
  for (const step of STEPS) {
    console.log(`\n== ${step.name}`)
    const skipped = failures.includes(step.needs)
    if (skipped) console.log(`not run, because ${step.needs} failed`)
    const { passed, failed } = skipped ? { passed: 0, failed: 1 } : countsOf(step, await step.run())
    sum.passed += passed
    sum.failed += failed
    if (failed > 0) failures.push(step.name)
  }
  const line = `${sum.passed} passed, ${sum.failed} failed`
  writeFileSync(inProject('test-results', 'summary.txt'), `${line}\n`)
  console.log(failures.length === 0 ? '\nAll steps passed.' : `\nFailed: ${failures.join(', ')}.`)
  console.log(line)
  return failures.length === 0 ? 0 : 1
})
