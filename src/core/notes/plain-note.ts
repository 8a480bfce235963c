/** As much of a note as is looked at, in UTF-16 code units: far more than a label shows. */
const LOOKED_AT = 1000

/** What stands before the text of a line: quotes, list signs, check boxes, headings. */
const LINE_STARTS = /^[ \t]*(?:(?:#{1,6}|[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?|>[ \t]?)+/gmu
const RULES = /^[ \t]*([-*_])(?:[ \t]*\1){2,}[ \t]*$/gmu
const FENCES = /^[ \t]*(?:`{3,}|~{3,}).*$/gmu
const LINKS = /!?\[([^[\]\n]*)\]\([^()\n]*\)/gu
const WIKI_LINKS = /!?\[\[([^[\]\n]+)\]\]/gu
const CODE = /(`+)([^`\n]+)\1/gu
const EMPHASIS = /(?<!\\)(\*{1,3}|~~)(?=\S)([^\n]+?)(?<=[^\s\\])\1/gu
/** Inside a word an underscore is a letter: `snake_case`. */
const UNDERSCORES = /(?<![\p{L}\p{N}_\\])(_{1,3})(?=\S)([^\n]+?)(?<=[^\s\\])\1(?![\p{L}\p{N}_])/gu
const ESCAPES = /\\([!-/:-@[-`{-~])/gu

/**
 * The beginning of a note as one reads it, without the commonest Markdown; for a label, never for keeping.
 * What is no markup but looks like it is lost as well. The whole note where nothing else would be left.
 */
export function plainNote(markdown: string): string {
  const beginning = markdown.slice(0, LOOKED_AT)
  const plain = beginning
    .replace(FENCES, '')
    .replace(RULES, '')
    .replace(LINE_STARTS, '')
    .replace(LINKS, '$1')
    .replace(WIKI_LINKS, '$1')
    .replace(CODE, '$2')
    .replace(EMPHASIS, '$2')
    .replace(UNDERSCORES, '$2')
    .replace(ESCAPES, '$1')
  return plain.trim() === '' ? beginning : plain
}
