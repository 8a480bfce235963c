import type { ImportedBitext, ImportedSegment } from '../../../shared/domain/imported-bitext.ts'
import { bitextError } from './bitext-error.ts'
import { readBlockForm } from './block-forms.ts'
import { BitextBuilder } from './bitext-builder.ts'
import { canonicalTag } from './language-tags.ts'
import { readText } from './read-text.ts'
import { cleanSegments } from './segment-record.ts'

/** The newest version of `duizhao-bitext` that is understood. */
const VERSION = 1

type Range = readonly [from: number, to: number]

interface Side {
  readonly language: string
  readonly segments: readonly ImportedSegment[]
}

/**
 * `duizhao-bitext`, Duizhao's own format (docs/formats.md). Segments that stand in none of its beads (a file of
 * verified beads only) become beads of one side each, so that both texts are whole.
 *
 * @throws DuizhaoError `corrupt_file` where it is no JSON, not of this format, of a newer version, or where its
 *   beads do not fit its texts
 */
export function readBitextJson(
  name: string,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void,
): ImportedBitext {
  const builder = new BitextBuilder()
  const { text, encoding } = readText(bytes, builder)
  const file = parse(text)
  if (file['format'] !== 'duizhao-bitext') {
    throw bitextError('json-format', 'The file is JSON, but not of the format duizhao-bitext.')
  }
  if (file['version'] !== VERSION) {
    throw bitextError('json-version', 'The file was written by a newer Duizhao. Update this one to read it.')
  }
  const left = sideOf(file['left'])
  const right = sideOf(file['right'])
  const beads = Array.isArray(file['beads']) ? (file['beads'] as readonly unknown[]) : []
  const add = (leftRange: Range, rightRange: Range, bead: Readonly<Record<string, unknown>>): void =>
    builder.add(
      [
        { key: 'left', language: left.language, segments: cleanSegments(left.segments.slice(...leftRange)) },
        {
          key: 'right',
          language: right.language,
          segments: cleanSegments(right.segments.slice(...rightRange)),
        },
      ],
      {
        confidence: typeof bead['confidence'] === 'number' ? String(bead['confidence']) : undefined,
        status: string(bead['status']) ?? undefined,
        unmatched: bead['unmatched'] === true ? 'yes' : undefined,
        review: bead['review'] === true ? 'yes' : undefined,
        note: string(bead['note']) ?? undefined,
      },
    )
  /** Segments between two beads: one bead each, left ones first. */
  const addBetween = (leftRange: Range, rightRange: Range): void => {
    for (let at = leftRange[0]; at < leftRange[1]; at += 1) add([at, at + 1], [0, 0], {})
    for (let at = rightRange[0]; at < rightRange[1]; at += 1) add([0, 0], [at, at + 1], {})
  }
  let leftEnd = 0
  let rightEnd = 0
  for (const [index, item] of beads.entries()) {
    if (index % 1000 === 0) progress(index, beads.length)
    const bead = record(item)
    const leftRange = rangeOf(bead['left'], leftEnd, left.segments.length, index + 1)
    const rightRange = rangeOf(bead['right'], rightEnd, right.segments.length, index + 1)
    addBetween([leftEnd, leftRange[0]], [rightEnd, rightRange[0]])
    add(leftRange, rightRange, bead)
    leftEnd = leftRange[1]
    rightEnd = rightRange[1]
  }
  addBetween([leftEnd, left.segments.length], [rightEnd, right.segments.length])
  return builder.finish({ name, format: 'json', encoding, head: headOf(file), leftKey: 'left' })
}

function parse(text: string): Readonly<Record<string, unknown>> {
  try {
    return record(JSON.parse(text))
  } catch (error) {
    const at = Number(/position (\d+)/u.exec(error instanceof Error ? error.message : '')?.[1] ?? text.length)
    const before = text.slice(0, at)
    const line = before.split('\n').length
    const column = at - before.lastIndexOf('\n')
    throw bitextError('json', `The file is not valid JSON (line ${line}, column ${column}).`, {
      line,
      column,
    })
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function string(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}

function sideOf(value: unknown): Side {
  const side = record(value)
  const list = Array.isArray(side['segments']) ? (side['segments'] as readonly unknown[]) : []
  return {
    language: canonicalTag(string(side['language']) ?? ''),
    segments: list.map((item) => {
      const { text, opensBlock, block } = record(item)
      const segment = { text: string(text) ?? '', opensBlock: opensBlock === true }
      const form = segment.opensBlock ? readBlockForm(block) : null
      return form === null ? segment : { ...segment, block: form }
    }),
  }
}

function rangeOf(value: unknown, least: number, most: number, number: number): Range {
  const [from, to] = Array.isArray(value) ? (value as readonly unknown[]) : []
  const fits = Number.isInteger(from) && Number.isInteger(to)
  const range: Range = [Number(from), Number(to)]
  if (fits && range[0] >= least && range[1] >= range[0] && range[1] <= most) return range
  throw bitextError(
    'beads',
    `Bead ${number} of the file does not fit its texts: beads must follow each other and stay within the segments.`,
    { bead: number },
  )
}

function headOf(file: Readonly<Record<string, unknown>>): Map<string, string> {
  const head = new Map<string, string>()
  const keep = (name: string, value: unknown): void => {
    if (typeof value === 'string') head.set(name, value)
  }
  keep('title', file['title'])
  for (const side of ['left', 'right']) {
    const facts = record(file[side])
    for (const fact of ['language', 'title', 'source', 'author', 'date']) keep(`${side}-${fact}`, facts[fact])
  }
  return head
}
