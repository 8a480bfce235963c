/** A piece of XML free of what XML cannot hold, and how much of it there was. */
export interface CleanXml {
  readonly xml: string
  readonly removed: number
  /** How many U+FFFD it holds. */
  readonly replaced: number
}

// Also written as references, which are just as illegal: `&#x0B;`, `&#11;`, half a surrogate pair.
const SUSPECTS =
  // oxlint-disable-next-line no-control-regex -- control characters are what this is about
  /[\0-\u0008\u000b\u000c\u000e-\u001f\ufffd-\uffff]|&#(?:x([\da-f]{1,8})|(\d{1,10}));/giu

/**
 * Takes out of XML what its standard does not allow (https://www.w3.org/TR/xml/#charsets) and other programs
 * write all the same: vertical tab and form feed become spaces, half a surrogate pair becomes U+FFFD, the rest
 * goes. One pass. (References inside CDATA are text, and are mended with the others.)
 */
export function cleanXml(raw: string): CleanXml {
  let removed = 0
  let replaced = 0
  const xml = raw.replace(SUSPECTS, (found: string, hex?: string, decimal?: string) => {
    const isReference = found.length > 1
    const point = isReference
      ? Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16)
      : found.charCodeAt(0)
    if (point === 0xfffd) {
      replaced += 1
      return found
    }
    if (isLegal(point)) return found
    removed += 1
    if (point === 0x0b || point === 0x0c) return ' '
    return point >= 0xd800 && point <= 0xdfff ? '\ufffd' : ''
  })
  return { xml, removed, replaced }
}

function isLegal(point: number): boolean {
  return (
    point === 0x09 ||
    point === 0x0a ||
    point === 0x0d ||
    (point >= 0x20 && point <= 0xd7ff) ||
    (point >= 0xe000 && point <= 0xfffd) ||
    (point >= 0x10000 && point <= 0x10ffff)
  )
}
