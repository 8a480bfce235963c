/**
 * Eight hex digits that differ when the words differ: 32-bit FNV-1a over the UTF-16 code units, runs of
 * white space counted as one space so that an editor's tidying is no edit. Finds changes, not forgeries.
 * Source: http://www.isthe.com/chongo/tech/comp/fnv/
 */
export function checksum(text: string): string {
  let hash = 0x811c9dc5
  for (const unit of text.trim().replace(/\s+/gu, ' ').split('')) {
    hash = Math.imul(hash ^ unit.charCodeAt(0), 0x01000193)
  }
  return (hash >>> 0).toString(16).padStart(8, '0')
}
