import { nodeComplaint } from '../serving/node-guard.ts'
import { runCli } from './run-cli.ts'

// A reader that has seen enough (`duizhao list | head`) is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? 0 : 1)
})

const complaint = nodeComplaint(process.versions.node)
if (complaint === null) {
  // Set, not exited with: what was written to a pipe must still get through.
  process.exitCode = await runCli(process.argv.slice(2), { stdout: process.stdout, stderr: process.stderr })
} else {
  console.error(`duizhao: ${complaint}`)
  process.exitCode = 1
}
