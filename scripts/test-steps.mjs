import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildProject } from './build-project.mjs'
import { obtainChromium } from './find-chromium.mjs'
import { inProject, projectNode } from './project.mjs'
import { run } from './run-process.mjs'

const RESULTS = inProject('test-results')

/**
 * A part of the tests. `report` names where its tool leaves its counts, and how to read them; a part without
 * one counts as failed or not at all.
 */
const tool = (...steps) => inProject('node_modules', ...steps)

export const STEPS = [
  { name: 'types', run: () => node(tool('typescript', 'bin', 'tsc'), '-b', '--noEmit') },
  { name: 'lint', run: () => node(tool('oxlint', 'bin', 'oxlint'), '--type-aware', '--deny-warnings') },
  {
    name: 'format',
    run: () => node(tool('prettier', 'bin', 'prettier.cjs'), '--check', '--log-level', 'warn', '.'),
  },
  {
    name: 'unit',
    report: { path: inProject('test-results', 'vitest.json'), read: readVitest },
    run: () =>
      node(
        tool('vitest', 'vitest.mjs'),
        'run',
        '--reporter=dot',
        '--reporter=json',
        `--outputFile.json=${inProject('test-results', 'vitest.json')}`,
      ),
  },
  { name: 'build', run: buildProject },
  {
    name: 'end to end',
    report: { path: inProject('test-results', 'playwright.json'), read: readPlaywright },
    needs: 'build',
    run: runEndToEnd,
  },
]

/** Empties the folder of results, so that no count of an earlier run can be taken for one of this run. */
export function clearResults() {
  rmSync(RESULTS, { recursive: true, force: true })
  mkdirSync(RESULTS, { recursive: true })
}

/** What a finished step adds to the sum. A tool that failed without a failed test of its own counts as one. */
export function countsOf(step, exitCode) {
  const counts = step.report === undefined ? { passed: 0, failed: 0 } : readReport(step.report)
  if (exitCode !== 0 && counts.failed === 0) return { ...counts, failed: 1 }
  return counts
}

function readReport({ path, read }) {
  try {
    return read(JSON.parse(readFileSync(path, 'utf8')))
  } catch {
    // Without its report nobody knows what it tested, whatever its exit code says.
    return { passed: 0, failed: 1 }
  }
}

function readVitest(report) {
  return { passed: report.numPassedTests, failed: report.numFailedTests }
}

function readPlaywright({ stats, errors }) {
  // A flaky test failed and then passed; here nothing is retried, and it would not be good news.
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length }
}

async function runEndToEnd() {
  const chromium = await obtainChromium()
  if (chromium === null) {
    console.error('The end-to-end tests need a Chromium: install one, or name it in DUIZHAO_CHROMIUM.')
    return 1
  }
  return run(projectNode(), [tool('@playwright', 'test', 'cli.js'), 'test'], {
    env: { DUIZHAO_CHROMIUM: chromium },
  })
}

function node(...args) {
  return run(projectNode(), args)
}
