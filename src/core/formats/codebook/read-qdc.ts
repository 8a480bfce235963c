import type { CodebookEntry } from '../../../shared/domain/codebook-entry.ts'
import { splitExamples } from '../../../shared/domain/codebook-text.ts'
import { colorOfHex } from '../../../shared/domain/color-hex.ts'
import { readXml, type XmlListener } from '../bitext/read-xml.ts'
import { CodebookBuilder, DEEPEST_TAG } from './codebook-builder.ts'
import { codebookError } from './codebook-error.ts'

interface OpenCode {
  readonly names: readonly string[]
  readonly guid: string | null
  readonly color: string | null
  description: string
}

/**
 * The codes of a REFI-QDA codebook (`.qdc`), or of a project's `project.qde`. Sets, notes and whatever else the
 * file holds are passed over. Names may hold what divides our paths; there it becomes the division slash `∕`.
 *
 * @throws DuizhaoError `corrupt_file` with a `reason`, as `readXml` and `CodebookBuilder` do
 */
export function readQdc(bytes: Uint8Array): CodebookEntry[] {
  const { listener } = readXml(bytes, listenerFor, () => undefined)
  return listener.finish()
}

function listenerFor(root: string): QdcListener {
  if (root === 'CodeBook') return new QdcListener(['CodeBook'])
  if (root === 'Project') return new QdcListener(['Project'])
  throw codebookError(
    'root',
    `The file is XML, but no codebook of REFI-QDA: its first element is <${root.slice(0, 40)}>.`,
  )
}

class QdcListener implements XmlListener {
  readonly #builder = new CodebookBuilder()
  /** The elements that are open. */
  readonly #path: string[]
  readonly #codes: OpenCode[] = []
  #count = 0

  constructor(path: string[]) {
    this.#path = path
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const parent = this.#path.at(-1)
    const isCode = name === 'Code' && (parent === 'Codes' || parent === 'Code')
    this.#path.push(name)
    if (!isCode || !this.#path.includes('CodeBook')) return
    this.#count += 1
    if (this.#codes.length >= DEEPEST_TAG) {
      throw codebookError('nesting', `Codes are nested more than ${DEEPEST_TAG} deep (${this.#where()}).`, {
        limit: DEEPEST_TAG,
      })
    }
    const guid = /^\{?([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12})\}?$/iu.exec(attributes['guid'] ?? '')?.[1]
    this.#codes.push({
      names: [...(this.#codes.at(-1)?.names ?? []), (attributes['name'] ?? '').replace(/[/／]/gu, '∕')],
      guid: guid?.toLowerCase() ?? null,
      color: attributes['color'] ?? null,
      description: '',
    })
    this.#tell()
  }

  text(text: string): void {
    const code = this.#codes.at(-1)
    if (code === undefined || this.#path.at(-1) !== 'Description' || this.#path.at(-2) !== 'Code') return
    code.description += text
  }

  close(name: string): void {
    const isDescription = name === 'Description' && this.#path.at(-2) === 'Code'
    this.#path.pop()
    if (isDescription) this.#tell()
    if (name === 'Code' && this.#codes.length > this.#path.filter((each) => each === 'Code').length) {
      this.#codes.pop()
    }
  }

  finish(): CodebookEntry[] {
    return this.#builder.finish()
  }

  /** A code is told when it opens, so that it stands before those below it, and again with its description. */
  #tell(): void {
    const code = this.#codes.at(-1)
    if (code === undefined) return
    const { description, examples } = splitExamples(code.description.trim())
    const color = code.color === null ? null : colorOfHex(code.color)
    this.#builder.add({ names: code.names, guid: code.guid, color, description, examples }, this.#where())
  }

  #where(): string {
    return `code ${this.#count}`
  }
}
