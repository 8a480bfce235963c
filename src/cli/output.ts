export interface Streams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean }
  readonly stderr: NodeJS.WritableStream & { readonly isTTY?: boolean }
}

/**
 * Where a command speaks. Standard output holds the answer and nothing else (with `--json` exactly one
 * JSON value), so that it can be piped; remarks, progress and errors go to standard error.
 */
export interface Output {
  readonly json: boolean
  /** The command's answer, in either form. */
  answer(data: unknown, lines: () => readonly string[]): void
  /** The answer is a file: exactly this text, to the byte. */
  file(content: string): void
  /** Something a person should know that is not the answer. */
  remark(line: string): void
  /** How far the work is; shown on a terminal, or with `--verbose`. */
  progress(subject: string, done: number, total: number): void
  /** Technical lines; shown with `--verbose` only. */
  log(line: string): void
}

export function createOutput(
  streams: Streams,
  options: { readonly json: boolean; readonly verbose: boolean },
): Output {
  const isTerminal = streams.stderr.isTTY === true
  let shown = ''

  function clearProgress(): void {
    if (isTerminal && shown !== '') streams.stderr.write('\r\u001b[K')
    shown = ''
  }

  return {
    json: options.json,
    answer(data, lines) {
      clearProgress()
      const text = options.json ? JSON.stringify(data, null, 2) : lines().map(printable).join('\n')
      if (text !== '') streams.stdout.write(`${text}\n`)
    },
    file(content) {
      clearProgress()
      streams.stdout.write(content)
    },
    remark(line) {
      clearProgress()
      streams.stderr.write(`${printable(line)}\n`)
    },
    progress(subject, done, total) {
      const line = `${subject} ${Math.floor((100 * done) / Math.max(total, 1))} %`
      if (line === shown) return
      if (isTerminal) streams.stderr.write(`\r\u001b[K${printable(line)}`)
      else if (options.verbose) streams.stderr.write(`${printable(line)}\n`)
      shown = line
    },
    log(line) {
      if (!options.verbose) return
      clearProgress()
      streams.stderr.write(`${line}\n`)
    },
  }
}

/** Without what could steer a terminal: a text is shown, not obeyed. Line feeds and tabs stay. */
function printable(line: string): string {
  return line.replace(/(?![\n\t])[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\ufffd')
}
