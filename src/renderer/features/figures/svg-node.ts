/** A piece of a picture, drawn by React on the page and written as text into a file. */
export interface SvgNode {
  readonly tag: 'svg' | 'g' | 'a' | 'rect' | 'line' | 'text' | 'title'
  /** Presentation attributes, never a style sheet: the page's policy forbids one. */
  readonly attributes: Readonly<Record<string, string | number>>
  readonly children: readonly (SvgNode | string)[]
}

export function svg(
  tag: SvgNode['tag'],
  attributes: SvgNode['attributes'],
  ...children: readonly (SvgNode | string)[]
): SvgNode {
  return { tag, attributes, children }
}

/** The colors a picture is drawn with: the page's own, or fixed ones in a file. */
export interface Palette {
  readonly ink: string
  readonly ink2: string
  readonly line: string
  readonly fill: string
  readonly gap: string
  /** Behind everything; none on the page, which has its paper. */
  readonly paper: string | null
}

export const PAGE_PALETTE: Palette = {
  ink: 'var(--ink)',
  ink2: 'var(--ink-2)',
  line: 'var(--line-strong)',
  fill: 'var(--indigo)',
  gap: 'var(--amber)',
  paper: null,
}

export const FILE_PALETTE: Palette = {
  ink: '#211f1b',
  ink2: '#6f685c',
  line: '#d3cab8',
  fill: '#2c5a72',
  gap: '#8d5c0c',
  paper: '#fbf9f4',
}

/** The picture as a file. Links into the app mean nothing outside of it and fall away. */
export function toSvgText(node: SvgNode): string {
  const text = write(node)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`
}

function write(node: SvgNode | string): string {
  if (typeof node === 'string') return escape(node)
  const inner = node.children.map(write).join('')
  if (node.tag === 'a') return `<g>${inner}</g>`
  const attributes = Object.entries(node.attributes)
    .filter(([name]) => name !== 'role' && !name.startsWith('aria-'))
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('')
  const space = node.tag === 'svg' ? ' xmlns="http://www.w3.org/2000/svg" font-family="sans-serif"' : ''
  return `<${node.tag}${space}${attributes}>${inner}</${node.tag}>`
}

function escape(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}

/** About how wide a text is at a size, without a screen to measure on: Han characters are square. */
export function textWidth(text: string, size: number): number {
  let units = 0
  for (const character of text) units += /[\u2E80-\u{3FFFF}]/u.test(character) ? 1 : 0.56
  return units * size
}

/** A text cut to a width. */
export function fitText(text: string, size: number, width: number): string {
  if (textWidth(text, size) <= width) return text
  let fitted = ''
  for (const character of text) {
    if (textWidth(`${fitted}${character}…`, size) > width) break
    fitted += character
  }
  return `${fitted}…`
}
