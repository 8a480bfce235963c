import { defineConfig, type Project } from '@playwright/test'
import { electronObstacle, electronPath } from './scripts/electron-runtime.mjs'
import { findChromium } from './scripts/find-chromium.mjs'

const chromium = await findChromium()
if (chromium === null) throw new Error('No Chromium was found. Install one, or name it in DUIZHAO_CHROMIUM.')

const electronMissing =
  electronPath() === null
    ? 'Its runtime is not installed; "npx install-electron" fetches it.'
    : electronObstacle()
const isMainProcess = process.env['TEST_WORKER_INDEX'] === undefined
if (electronMissing !== null && isMainProcess) {
  process.stderr.write(`SKIPPED: the Electron tests. ${electronMissing}\n`)
}

const asRoot = process.getuid?.() === 0

const web: Project = {
  name: 'web',
  testIgnore: ['**/*.electron.spec.ts'],
  use: {
    launchOptions: {
      executablePath: chromium,
      args: [
        // Chromium's sandbox does not start as root, which is who runs in most containers.
        ...(asRoot ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
}

const desktop: Project = { name: 'electron', testMatch: ['**/*.electron.spec.ts'] }

export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: ['**/*.spec.ts'],
  outputDir: 'test-results/playwright',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/playwright.json' }]],
  use: { viewport: { width: 1280, height: 860 }, trace: 'retain-on-failure', screenshot: 'only-on-failure' },
  projects: electronMissing !== null ? [web] : [web, desktop],
})
