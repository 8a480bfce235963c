import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { ApiError } from '../shared/contract/client.ts'
import { DuizhaoError, type ErrorCode } from '../shared/domain/error.ts'
import { appPaths } from '../serving/app-paths.ts'
import { libraryPath } from '../serving/library-path.ts'
import type { Command, CommandOptions } from './command.ts'
import { lookAt, parseFor } from './command-line.ts'
import { COMMANDS } from './commands.ts'
import { EXIT, exitCodeOf } from './exit-code.ts'
import { commandHelp, helpText } from './help-text.ts'
import { createOutput, type Output, type Streams } from './output.ts'
import { openSession } from './session.ts'
import { UsageError } from './usage-error.ts'

const ALL_OPTIONS: CommandOptions = Object.assign(
  {},
  ...Object.values(COMMANDS).map(({ options }) => options),
)

/** Runs one command line; answers its exit code. Never throws. */
export async function runCli(args: readonly string[], streams: Streams): Promise<number> {
  const { name, topic, globals } = lookAt(args, ALL_OPTIONS)
  const output = createOutput(streams, globals)
  try {
    if (globals.version) {
      const { version } = appPaths()
      output.answer({ version }, () => [version])
      return EXIT.ok
    }
    if (name === 'help') return help(topic, output)
    if (globals.help) return help(name, output)
    if (name === null) throw new UsageError('No command was given.')
    return await runCommand(name, commandOf(name), args, globals.library, output)
  } catch (error) {
    return reportFailure(error, output, streams)
  }
}

async function runCommand(
  name: string,
  command: Command,
  args: readonly string[],
  library: string | null,
  output: Output,
): Promise<number> {
  const { words, options } = parseFor(name, command, args)
  const paths = appPaths()
  const alone = command.runAlone?.({ words, options, output, paths }) ?? null
  if (alone !== null) return (await alone) ?? EXIT.ok
  const folder =
    library === null
      ? libraryPath({ env: process.env, platform: process.platform, home: homedir() })
      : resolve(library)
  const session = await openSession(folder, paths, output)
  try {
    return (await command.run(session, { words, options, output, paths })) ?? EXIT.ok
  } finally {
    await session.close()
  }
}

function help(topic: string | null, output: Output): number {
  const text = topic === null ? helpText(COMMANDS) : commandHelp(topic, commandOf(topic))
  output.answer({ help: text }, () => [text])
  return EXIT.ok
}

function commandOf(name: string): Command {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (command === undefined) throw new UsageError(`There is no command “${name}”.`)
  return command
}

/** One clear sentence on standard error; with `--json` the same as one JSON object. */
function reportFailure(error: unknown, output: Output, streams: Streams): number {
  const { code, message, details } = explain(error)
  output.log(error instanceof Error ? (error.stack ?? error.message) : String(error))
  if (output.json) streams.stderr.write(`${JSON.stringify({ error: { code, message, details } })}\n`)
  else output.remark(`duizhao: ${message}${code === 'usage' ? ' Try: duizhao help' : ''}`)
  return code === 'usage' ? EXIT.usage : exitCodeOf(code)
}

function explain(error: unknown): {
  readonly code: ErrorCode | 'usage'
  readonly message: string
  readonly details: Readonly<Record<string, string | number>>
} {
  if (error instanceof UsageError) return { code: 'usage', message: error.message, details: {} }
  if (error instanceof DuizhaoError || error instanceof ApiError) {
    return { code: error.code, message: error.message, details: error.details }
  }
  const message =
    'Something went wrong inside Duizhao; nothing was lost. Run it again with --verbose to see what.'
  return { code: 'internal', message, details: {} }
}
