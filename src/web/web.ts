import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { createCore } from '../core/core.ts'
import type { Core } from '../core/core-types.ts'
import { appPaths, type AppPaths } from '../serving/app-paths.ts'
import { libraryPath } from '../serving/library-path.ts'
import { nodeComplaint } from '../serving/node-guard.ts'
import { openingFailure } from '../serving/opening-failure.ts'
import { serveLibrary } from './serve-library.ts'
import { parseWebArguments, WEB_USAGE, type WebArguments } from './web-arguments.ts'

const log = (line: string): void => console.error(line)

async function run(args: WebArguments): Promise<number> {
  const paths = appPaths()
  const library = resolve(
    args.library ?? libraryPath({ env: process.env, platform: process.platform, home: homedir() }),
  )
  const core = await openCore(library, paths)
  if (core === null) return 1
  try {
    await serveLibrary({
      core,
      port: args.port,
      rendererRoot: paths.rendererRoot,
      open: args.open,
      log,
      onAddress(url) {
        // The address is the last word of its line, for people to click and for programs to read.
        console.log(`Duizhao is open at ${url}`)
        console.log('Press Ctrl+C to stop.')
      },
      onNoWindow: () => console.log('There is no screen here to open a window on: use the address above.'),
    })
  } finally {
    await core.close()
  }
  return 0
}

/** Opens the library, or says why it can't be and gives null. */
async function openCore(library: string, paths: AppPaths): Promise<Core | null> {
  try {
    return await createCore({
      libraryPath: library,
      seedsPath: paths.seedsPath,
      lexiconPath: paths.lexiconPath,
      workerUrl: paths.workerUrl,
      version: paths.version,
      dailyBackup: true,
      log,
    })
  } catch (error) {
    const { title, message, advice } = openingFailure(error, 'en', library)
    console.error(`${title}. ${message}\n${advice}`)
    return null
  }
}

async function main(): Promise<number> {
  const complaint = nodeComplaint(process.versions.node)
  if (complaint !== null) throw new Error(complaint)
  const args = parseWebArguments(process.argv.slice(2))
  if (!args.help) return run(args)
  console.log(WEB_USAGE)
  return 0
}

try {
  process.exitCode = await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
