import { chooseEncoding, type ChosenEncoding } from '../decode-bytes.ts'

/** How much of a file is looked at for its XML declaration, in bytes. */
const DECLARATION_WITHIN = 400

/** Bytes that are checked at a time. */
const STEP = 1 << 20

/**
 * The encoding of an XML file: a byte order mark, else the XML declaration where the bytes bear it out, else
 * what the bytes look like. Throws as `chooseEncoding` does.
 */
export function xmlEncoding(bytes: Uint8Array): ChosenEncoding {
  const found = chooseEncoding(bytes)
  if (found.rule === 'byte-order-mark') return found
  const declared = declaredEncoding(bytes)
  if (declared === null || declared === found.encoding || !canBe(bytes, declared)) return found
  return { encoding: declared, confidence: 0.95, rule: 'byte-order-mark' }
}

function declaredEncoding(bytes: Uint8Array): string | null {
  const head = Array.from(bytes.subarray(0, DECLARATION_WITHIN), (byte) => String.fromCharCode(byte)).join('')
  const name = /^\s*<\?xml\s[^>]*?\bencoding\s*=\s*["']([\w.:-]{1,40})["']/u.exec(head)?.[1]
  if (name === undefined) return null
  try {
    // The standard's own name for it: `GB2312` is `gbk`.
    return new TextDecoder(name).encoding
  } catch {
    return null
  }
}

function canBe(bytes: Uint8Array, encoding: string): boolean {
  // A declaration that can be read byte by byte is not in UTF-16, whatever it says.
  if (encoding.startsWith('utf-16')) return false
  try {
    const decoder = new TextDecoder(encoding, { fatal: true })
    for (let at = 0; at < bytes.length; at += STEP) {
      decoder.decode(bytes.subarray(at, at + STEP), { stream: true })
    }
    decoder.decode()
    return true
  } catch {
    return false
  }
}
