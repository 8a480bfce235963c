import type { ReadingLayout } from './reading-layout.ts'

/** What the estimate of a chunk's height is made from. */
export interface ChunkShape {
  readonly rows: number
  /** UTF-16 code units of either side. */
  readonly left: number
  readonly right: number
}

export interface TextMetrics {
  readonly layout: ReadingLayout
  /** Width of one text column in CSS px. */
  readonly columnWidth: number
  /** Size of the text face in CSS px. */
  readonly fontSize: number
  readonly leftLanguage: string
  readonly rightLanguage: string | null
}

const ROW_PADDING = 22
/** Lines end before the column does; rows of a chunk are of uneven length. */
const UNEVEN = 1.1

/** Roughly how high a chunk of rows will be. Only a guess for the scroll bar: what is mounted is measured. */
export function estimateHeight(chunk: ChunkShape, metrics: TextMetrics): number {
  const left = textHeight(chunk.left, chunk.rows, metrics.leftLanguage, metrics)
  const right =
    metrics.rightLanguage === null ? 0 : textHeight(chunk.right, chunk.rows, metrics.rightLanguage, metrics)
  const text =
    metrics.layout === 'facing'
      ? Math.max(left, right)
      : metrics.layout === 'stacked'
        ? left + right
        : Math.max(left, 0)
  return Math.max(40, Math.round(text + chunk.rows * ROW_PADDING))
}

function textHeight(characters: number, rows: number, language: string, metrics: TextMetrics): number {
  if (characters === 0) return 0
  const wide = isWideScript(language)
  const perCharacter = metrics.fontSize * (wide ? 1 : 0.47)
  const lineHeight = metrics.fontSize * (wide ? 1.95 : 1.67)
  const perRow = (characters * perCharacter) / Math.max(1, rows)
  const lines = Math.max(1, Math.ceil((perRow / Math.max(1, metrics.columnWidth)) * UNEVEN + 0.25))
  return lines * lineHeight * rows
}

const WIDE_SCRIPTS = new Set(['Hans', 'Hant', 'Hani', 'Jpan', 'Kore', 'Bopo'])

/** Whether a language's characters fill a square each. */
export function isWideScript(language: string): boolean {
  try {
    const { script } = new Intl.Locale(language).maximize()
    return script !== undefined && WIDE_SCRIPTS.has(script)
  } catch {
    return false
  }
}
