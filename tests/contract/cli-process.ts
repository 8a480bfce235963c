import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

export interface Ended {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

const entry = fileURLToPath(new URL('../../src/cli/cli.ts', import.meta.url))

/** Runs the real command line on a library, with nobody at its standard input. */
export function duizhao(library: string, ...args: string[]): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = start(library, args)
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text))
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, stdout, stderr }))
  })
}

/** The same with `--json`; gives what it answered. Throws when it failed. */
export async function duizhaoJson<Answer>(library: string, ...args: string[]): Promise<Answer> {
  const { code, stdout, stderr } = await duizhao(library, '--json', ...args)
  if (code !== 0) throw new Error(`exit ${code}: ${stderr}`)
  return JSON.parse(stdout) as Answer
}

/** Starts it and leaves it running. */
export function start(library: string, args: readonly string[]) {
  const env = { ...process.env, DUIZHAO_LIBRARY: library, NO_COLOR: '1' }
  return spawn(process.execPath, [entry, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] })
}
