import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { text as readAll } from 'node:stream/consumers'
import type { Input } from '../shared/contract/contract.ts'
import { newQuote } from '../shared/contract/annotation-methods.ts'
import { DuizhaoError } from '../shared/domain/error.ts'

type NewQuote = Input<'annotations.createMany'>['items'][number]

/** A line that could not be used. `line` counts from 1. */
export interface BadLine {
  readonly line: number
  readonly reason: string
  readonly message: string
}

export interface QuoteLines {
  readonly items: readonly { readonly line: number; readonly item: NewQuote }[]
  readonly bad: readonly BadLine[]
}

/** Reads JSON Lines of quotes to highlight; `-` is standard input. Throws `invalid_input` for a file that cannot be read. */
export async function readQuoteLines(path: string): Promise<QuoteLines> {
  return parseQuoteLines(path === '-' ? await readAll(process.stdin) : await readWhole(resolve(path)))
}

async function readWhole(path: string): Promise<string> {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path))
  } catch {
    throw new DuizhaoError('invalid_input', `${path} cannot be read as UTF-8 text.`)
  }
}

/** Empty lines are passed over. */
export function parseQuoteLines(text: string): QuoteLines {
  const items: { line: number; item: NewQuote }[] = []
  const bad: BadLine[] = []
  for (const [index, content] of text.split('\n').entries()) {
    if (content.trim() === '') continue
    const line = index + 1
    try {
      const { tags = [], ...rest } = asObject(JSON.parse(content))
      const parsed = newQuote.strict().safeParse({ ...rest, tagPaths: tags })
      if (parsed.success) items.push({ line, item: parsed.data })
      else {
        const [issue] = parsed.error.issues
        const where = issue?.path[0] === 'tagPaths' ? 'tags' : String(issue?.path[0] ?? 'the object')
        bad.push({ line, reason: 'invalid', message: `${where}: ${issue?.message ?? 'invalid'}` })
      }
    } catch {
      bad.push({ line, reason: 'invalid', message: 'This is no JSON object.' })
    }
  }
  return { items, bad }
}

function asObject(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new TypeError('no object')
  return { ...value }
}
