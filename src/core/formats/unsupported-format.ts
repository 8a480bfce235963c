import { DuizhaoError } from '../../shared/domain/error.ts'

/**
 * The error for a file that is understood to be something else than text.
 *
 * @param format what it seems to be, as a noun: `PDF document`
 * @param later true for formats that Duizhao is going to read
 */
export function unsupportedFormat(format: string, later: boolean): DuizhaoError {
  const advice = later
    ? 'Reading this format comes later; for now, save it as text (.txt) and import that.'
    : 'Save its text as .txt or .md and import that.'
  return new DuizhaoError(
    'unsupported_format',
    `The file seems to be ${withArticle(format)}. ${advice} Nothing was imported.`,
    { format },
  )
}

/** The error for a file of aligned texts where one text is asked for. */
export function alignedFormat(format: string): DuizhaoError {
  return new DuizhaoError(
    'unsupported_format',
    `The file seems to be ${withArticle(format)}: texts that are aligned already, not one text. Import it into a library, where it becomes a pair. Nothing was imported.`,
    { format },
  )
}

function withArticle(format: string): string {
  return `${/^(?:[aeio8]|[FHLMNRSX][A-Z]|XML)/u.test(format) ? 'an' : 'a'} ${format}`
}
