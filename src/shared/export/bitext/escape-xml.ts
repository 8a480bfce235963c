/**
 * A text without what XML 1.0 cannot hold, not even as a reference (https://www.w3.org/TR/xml/#charsets):
 * vertical tab and form feed, which separate words, become spaces; half a surrogate pair becomes U+FFFD;
 * other control characters and the two non-characters go. Nothing else changes.
 */
export function xmlSafe(text: string): string {
  // Nearly every text is fine as it is.
  if (!/[\p{Cc}\p{Cs}\ufffe\uffff]/u.test(text)) return text
  return text
    .toWellFormed()
    .replace(/[\v\f]/gu, ' ')
    .replace(/(?![\t\n\r\u007f-\u009f])[\p{Cc}\ufffe\uffff]/gu, '')
}

/** `xmlSafe` text as the content of an element. Carriage returns are kept from being read as line feeds. */
export function xmlText(text: string): string {
  return xmlSafe(text).replace(/[&<>\r]/gu, escapeOne)
}

/** `xmlSafe` text as the value of an attribute in double quotes. White space is kept as it is. */
export function xmlAttribute(text: string): string {
  return xmlSafe(text).replace(/[&<>"\t\n\r]/gu, escapeOne)
}

/** Attributes as they follow an element's name, each with a space before it; those that are null are left out. */
export function xmlAttributes(values: Readonly<Record<string, string | number | null>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === null ? '' : ` ${name}="${xmlAttribute(String(value))}"`))
    .join('')
}

function escapeOne(character: string): string {
  switch (character) {
    case '&':
      return '&amp;'
    case '<':
      return '&lt;'
    case '>':
      return '&gt;'
    case '"':
      return '&quot;'
    default:
      return `&#${character.charCodeAt(0)};`
  }
}
