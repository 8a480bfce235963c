import type { Command } from './command.ts'

const HEAD = `Duizhao 对照: reads, aligns and annotates Chinese and English texts that belong together.

usage: duizhao [--library DIR] [--json] COMMAND …
`

const FOOT = `
  --library DIR   the library to open (or DUIZHAO_LIBRARY; otherwise the one the app opens)
  --json          the answer as JSON on standard output; errors as JSON on standard error
  --verbose       progress and technical details on standard error
  --help          this text, or more about a command
  --version       the version

ARTICLE, PAIR and TAG are an id, the beginning of one (6 characters or more), or an exact title or tag path.

exit codes: 0 done · 1 a fault of Duizhao's, or cancelled · 2 usage · 3 not found · 4 bad input
            5 the library cannot be opened, read or written`

/** The overview of all commands. */
export function helpText(commands: Readonly<Record<string, Command>>): string {
  const width = Math.max(...Object.keys(commands).map((name) => name.length))
  const lines = Object.entries(commands).map(([name, { summary }]) => `  ${name.padEnd(width)}  ${summary}`)
  return [HEAD, ...lines, FOOT].join('\n')
}

/** All about one command. */
export function commandHelp(name: string, command: Command): string {
  const usage = `usage: duizhao ${name} ${command.usage}`.trimEnd()
  return [usage, '', command.summary, ...(command.details.length === 0 ? [] : ['', ...command.details])].join(
    '\n',
  )
}
