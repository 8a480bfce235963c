#!/usr/bin/env node
import { pathToFileURL } from 'node:url'
import { isBuildFresh } from '../scripts/build-freshness.mjs'
import { inProject, projectNode } from '../scripts/project.mjs'
import { run } from '../scripts/run-process.mjs'

const built = isBuildFresh()
const entry = built ? inProject('out', 'main', 'cli.js') : inProject('src', 'cli', 'cli.ts')

// What was built runs from Node 22 on (older ones crash in the store's binary), sources from 24 on.
const oldest = built ? 22 : 24
if (Number(process.versions.node.split('.')[0]) >= oldest) {
  await import(pathToFileURL(entry).href)
} else {
  try {
    process.exitCode = await run(projectNode(), [entry, ...process.argv.slice(2)], { cwd: process.cwd() })
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error))
    process.exitCode = 1
  }
}
