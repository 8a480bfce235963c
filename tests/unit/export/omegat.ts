import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

/** Where Debian's package `omegat` puts it. */
export const OMEGAT = '/usr/share/omegat/OmegaT.jar'

/** Whether OmegaT is here and the programs named; says on standard error what goes untested where they are not. */
export function hasOmegat(programs: readonly string[], whatGoesUntested: string): boolean {
  const missing = [
    ...(existsSync(OMEGAT) ? [] : ['omegat']),
    ...programs.filter((program) => spawnSync(program, ['--version']).error !== undefined),
  ]
  if (missing.length === 0) return true
  process.stderr.write(
    `SKIPPED: ${missing.join(' and ')} not installed, so this was NOT tested: ${whatGoesUntested}.\n`,
  )
  return false
}
