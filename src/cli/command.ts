import type { ParseArgsConfig } from 'node:util'
import type { AppPaths } from '../serving/app-paths.ts'
import type { OptionValues } from './option-values.ts'
import type { Output } from './output.ts'
import type { Session } from './session.ts'

export type CommandOptions = NonNullable<ParseArgsConfig['options']>

/** What a command is given. */
export interface CommandInput {
  /** The words after the command, as many as it asked for. */
  readonly words: readonly string[]
  readonly options: OptionValues
  readonly output: Output
  readonly paths: AppPaths
}

/** One command of `duizhao`. The library is open while `run` runs. */
export interface Command {
  /** What follows the name, for the help. */
  readonly usage: string
  /** What it does, in one line. */
  readonly summary: string
  /** More for `duizhao help COMMAND`, line by line. */
  readonly details: readonly string[]
  readonly options: CommandOptions
  /** How many words it takes. */
  readonly words: readonly [least: number, most: number]
  /**
   * For a command that can do without a library: does its work then, or answers null when what was asked for
   * needs one. An exit code is answered where it isn't 0.
   */
  readonly runAlone?: (input: CommandInput) => Promise<number | void> | null
  /** Answers an exit code where it isn't 0. */
  readonly run: (session: Session, input: CommandInput) => Promise<number | void>
}
