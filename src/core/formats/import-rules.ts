/**
 * Names of all rules by which the importer understands something. Each finding carries one; the catalogue
 * translates them, so that the user can judge the finding.
 */
export const IMPORT_RULES = [
  // encoding
  'byte-order-mark',
  'valid-utf-8',
  'scored-decoding',
  'windows-bytes',
  'damaged-utf-8',
  // language
  'given-language',
  'detected-language',
  // title
  'header-line',
  'front-matter',
  'first-heading',
  'first-line',
  'first-sentence',
  // date, place, source, author
  'header-place',
  'header-place-guess',
  'agency-dateline',
  'info-line',
  'agency-sign-off',
  // speaker
  'speaker-line',
  // kind
  'speech-speakers',
  'title-word',
  'chapter-headings',
  'dateline-news',
  'photo-news',
  'dated-header-news',
] as const
export type ImportRule = (typeof IMPORT_RULES)[number]
