const MEDIA_TYPES: Readonly<Record<string, string>> = {
  md: 'text/markdown;charset=utf-8',
  tmx: 'application/x-tmx+xml',
  xlf: 'application/xliff+xml',
  tsv: 'text/tab-separated-values;charset=utf-8',
  csv: 'text/csv;charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ladder: 'text/plain;charset=utf-8',
  txt: 'text/plain;charset=utf-8',
  json: 'application/json',
  html: 'text/html;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
}

/** What a browser is told of a file of ours, by the end of its name. */
export function mediaTypeOf(name: string): string {
  return MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream'
}
