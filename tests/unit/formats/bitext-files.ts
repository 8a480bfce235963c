import { readBitext } from '../../../src/core/formats/bitext/read-bitext.ts'
import { sniffBitext } from '../../../src/core/formats/bitext/sniff-bitext.ts'
import type { ImportedBitext } from '../../../src/shared/domain/imported-bitext.ts'

/** Reads a file by its name and content, as an import does. */
export function readFile(name: string, content: string | Uint8Array): ImportedBitext {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const reader = sniffBitext(name, bytes)
  if (reader === null) throw new Error(`${name} is no bitext`)
  return readBitext({ name, bytes, reader }, () => undefined)
}

/** Each unit's texts, version by version, their segments divided by `|`; '' where there is none. */
export function textsOf({ units, versions }: ImportedBitext): string[][] {
  return units.map(({ texts }) =>
    versions.map((_, index) => (texts[index] ?? []).map((segment) => segment.text).join('|')),
  )
}

/** A TMX file around its units. */
export function tmx(units: string, header = 'srclang="zh-CN"'): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header creationtool="x" segtype="sentence" ${header}/><body>
${units}
</body></tmx>`
}

/** A unit in Chinese and English; what is in it is XML already. */
export function tu(chinese: string, english: string): string {
  return `<tu><tuv xml:lang="zh-CN"><seg>${chinese}</seg></tuv><tuv xml:lang="en-US"><seg>${english}</seg></tuv></tu>`
}
