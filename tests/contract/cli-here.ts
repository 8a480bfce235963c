import { Writable } from 'node:stream'
import { runCli } from '../../src/cli/run-cli.ts'
import type { Ended } from './cli-process.ts'

/** Runs a command line within this process: what a process of its own would answer, for tests of many commands. */
export async function duizhao(library: string, ...args: string[]): Promise<Ended> {
  const written = { stdout: '', stderr: '' }
  const stream = (name: keyof typeof written): Writable =>
    new Writable({
      write(chunk: Buffer, _encoding, done) {
        written[name] += chunk.toString('utf8')
        done()
      },
    })
  const code = await runCli(['--library', library, ...args], {
    stdout: stream('stdout'),
    stderr: stream('stderr'),
  })
  return { code, ...written }
}

/** The same with `--json`; gives what it answered. Throws when it failed. */
export async function duizhaoJson<Answer>(library: string, ...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await duizhao(library, '--json', ...args)
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`)
  return JSON.parse(stdout) as Answer
}
