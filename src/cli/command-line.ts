import { parseArgs } from 'node:util'
import type { Command, CommandOptions } from './command.ts'
import { OptionValues } from './option-values.ts'
import { UsageError } from './usage-error.ts'

/** Options that every command takes, before or after its name. */
export const GLOBAL_OPTIONS = {
  library: { type: 'string' },
  json: { type: 'boolean' },
  verbose: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'V' },
} as const satisfies CommandOptions

export interface GlobalValues {
  readonly library: string | null
  readonly json: boolean
  readonly verbose: boolean
  readonly help: boolean
  readonly version: boolean
}

export interface FirstLook {
  readonly name: string | null
  /** The word after it: what `help` is asked about. */
  readonly topic: string | null
  readonly globals: GlobalValues
}

/**
 * Which command is meant, before it is asked what it takes. `options` are those of all commands, so that
 * their values are not taken for words. Never throws.
 */
export function lookAt(args: readonly string[], options: CommandOptions): FirstLook {
  const { values, positionals } = parseArgs({
    args: withValuesJoined(args, options),
    options: { ...options, ...GLOBAL_OPTIONS },
    allowPositionals: true,
    strict: false,
  })
  return {
    name: positionals[0] ?? null,
    topic: positionals[1] ?? null,
    globals: {
      library: typeof values.library === 'string' ? values.library : null,
      json: values.json === true,
      verbose: values.verbose === true,
      help: values.help === true,
      version: values.version === true,
    },
  }
}

/** The words and options of a command. Throws a `UsageError`. */
export function parseFor(
  name: string,
  command: Command,
  args: readonly string[],
): { readonly words: readonly string[]; readonly options: OptionValues } {
  const { values, positionals } = strictly(args, { ...GLOBAL_OPTIONS, ...command.options })
  const words = positionals.slice(1)
  const [least, most] = command.words
  if (words.length < least)
    throw new UsageError(
      `“${name}” needs ${least === 1 ? 'one more word' : 'more words'}: duizhao ${name} ${command.usage}`,
    )
  if (words.length > most)
    throw new UsageError(`“${name}” does not take “${words[most]}”: duizhao ${name} ${command.usage}`)
  const options = new OptionValues(values)
  if (values['library'] === '') throw new UsageError('--library is missing its folder.')
  return { words, options }
}

function strictly(
  args: readonly string[],
  options: CommandOptions,
): { values: Record<string, string | boolean | (string | boolean)[] | undefined>; positionals: string[] } {
  try {
    return parseArgs({ args: withValuesJoined(args, options), options, allowPositionals: true })
  } catch (error) {
    // parseArgs explains itself in sentences; only the first is about what was typed.
    const message = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${(message.split(/\.(?:\s|$)/u)[0] ?? message).replaceAll('\n', ' ')}.`)
  }
}

/**
 * `--note '- a list'` as `--note=- a list`: a value may begin with a dash, as Markdown does, where
 * `parseArgs` would rather have it an option. A word that is one of our options stays one.
 */
function withValuesJoined(args: readonly string[], options: CommandOptions): string[] {
  const known = new Set(Object.keys({ ...options, ...GLOBAL_OPTIONS }).map((name) => `--${name}`))
  const joined: string[] = []
  for (let at = 0; at < args.length; at += 1) {
    const arg = args[at] ?? ''
    const next = args[at + 1]
    if (arg === '--') return [...joined, ...args.slice(at)]
    const takesValue =
      { ...options, ...GLOBAL_OPTIONS }[arg.slice(2)]?.type === 'string' && arg.startsWith('--')
    if (takesValue && next?.startsWith('-') === true && !known.has(next.split('=', 1)[0] ?? '')) {
      joined.push(`${arg}=${next}`)
      at += 1
    } else {
      joined.push(arg)
    }
  }
  return joined
}
