import { UsageError } from './usage-error.ts'

type RawValue = string | boolean | (string | boolean)[] | undefined

/** The options given to a command, by name. Asking checks them; what is wrong is a `UsageError`. */
export class OptionValues {
  readonly #values: Readonly<Record<string, RawValue>>

  constructor(values: Readonly<Record<string, RawValue>>) {
    this.#values = values
  }

  flag(name: string): boolean {
    return this.#values[name] === true
  }

  text(name: string): string | null {
    const value = this.#values[name]
    return typeof value === 'string' ? value : null
  }

  required(name: string): string {
    const value = this.text(name)
    if (value === null || value === '') throw new UsageError(`--${name} is missing.`)
    return value
  }

  list(name: string): string[] {
    const value = this.#values[name]
    return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
  }

  /** A whole number within bounds, both included. */
  integer(name: string, least: number, most: number, fallback: number): number {
    const value = this.text(name)
    if (value === null) return fallback
    const number = /^\d{1,9}$/u.test(value) ? Number(value) : Number.NaN
    if (!(number >= least && number <= most)) {
      throw new UsageError(`--${name} takes a whole number from ${least} to ${most}, not “${value}”.`)
    }
    return number
  }

  oneOf<Choice extends string>(name: string, choices: readonly Choice[], fallback: Choice): Choice {
    const value = this.text(name)
    if (value === null) return fallback
    const choice = choices.find((candidate) => candidate === value)
    if (choice === undefined) throw new UsageError(`--${name} takes ${choices.join(' or ')}, not “${value}”.`)
    return choice
  }
}
