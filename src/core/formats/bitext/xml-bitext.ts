import type { ImportedBitext } from '../../../shared/domain/imported-bitext.ts'
import { readXml, type XmlFacts, type XmlListener } from './read-xml.ts'
import { TmxListener } from './tmx-listener.ts'
import { Xliff12Listener } from './xliff-12-listener.ts'
import { Xliff2Listener } from './xliff-2-listener.ts'
import { bitextError } from './bitext-error.ts'

/** A listener that has a bitext in the end. */
export interface BitextListener extends XmlListener {
  /** @param name of the file, for a title where it has none */
  finish(name: string, facts: XmlFacts): ImportedBitext
}

/**
 * A TMX file (1.1 to 1.4b) or an XLIFF file (1.x, 2.x), told by its root element.
 *
 * @throws DuizhaoError as `readXml` and `BitextBuilder.finish` do
 */
export function readXmlBitext(
  name: string,
  bytes: Uint8Array,
  progress: (done: number, total: number) => void,
): ImportedBitext {
  const { listener, facts } = readXml(bytes, listenerFor, progress)
  return listener.finish(name, facts)
}

function listenerFor(root: string, attributes: Readonly<Record<string, string>>): BitextListener | null {
  if (root === 'tmx') return new TmxListener()
  if (root !== 'xliff') return null
  const version = attributes['version'] ?? ''
  if (version.startsWith('2')) return new Xliff2Listener(attributes)
  if (version.startsWith('1') || version === '') return new Xliff12Listener()
  throw bitextError(
    'root',
    `The file says that it is XLIFF ${version.slice(0, 20)}; 1.x and 2.x can be read.`,
  )
}
