import type { Side } from '../../../shared/domain/article.ts'
import type { ImportedBitext, ImportedSegment } from '../../../shared/domain/imported-bitext.ts'
import { ListenerState } from './bitext-listener.ts'
import { foreignBlock } from './foreign-text.ts'
import { InlineText } from './inline-text.ts'
import { canonicalTag } from './language-tags.ts'
import type { XmlFacts, XmlListener } from './read-xml.ts'

/** States of a `segment` by which a person has agreed to it (XLIFF 2.1, 4.3.1.31 “state”). */
const AGREED: ReadonlySet<string> = new Set(['reviewed', 'final'])

interface Part {
  /** False for an `ignorable`: what stands between segments. */
  readonly isSegment: boolean
  readonly isAgreed: boolean
  source: string
  target: string
}

interface Unit {
  readonly facts: Map<string, string>
  readonly parts: Part[]
  note: string | null
}

/**
 * XLIFF 2.0 and 2.1 (OASIS Standard, 2018-02-13): a `unit` is a block, each of its segments a unit of the
 * bitext; `ignorable` text belongs to the segment before it. Segments that are reviewed or final are verified.
 * Modules are passed over (suggestions of `mtc:matches`, terms), but for Duizhao's own metadata.
 */
export class Xliff2Listener implements XmlListener {
  readonly #state = new ListenerState()
  readonly #source: string
  readonly #target: string
  #unit: Unit | null = null
  #part: Part | null = null
  #inline: InlineText | null = null
  /** How deep in an element of another namespace. */
  #foreignDepth = 0
  #isOwnMetadata = false
  #fact: string | null = null
  #value = ''

  constructor(root: Readonly<Record<string, string>>) {
    this.#source = canonicalTag(root['srcLang'] ?? '')
    this.#target = canonicalTag(root['trgLang'] ?? '')
  }

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name.includes(':') || this.#foreignDepth > 0) return this.#openForeign(name, attributes)
    if (this.#inline !== null) return this.#inline.open(name, attributes)
    switch (name) {
      case 'unit':
        this.#unit = { facts: new Map(), parts: [], note: null }
        return
      case 'segment':
      case 'ignorable': {
        const isAgreed = AGREED.has(attributes['state'] ?? '')
        this.#part = { isSegment: name === 'segment', isAgreed, source: '', target: '' }
        this.#unit?.parts.push(this.#part)
        return
      }
      case 'source':
      case 'target':
        if (this.#part !== null) this.#inline = new InlineText(this.#state.inline)
        return
      case 'note':
        if (this.#unit !== null) this.#listen('')
        return
    }
  }

  text(text: string): void {
    if (this.#inline !== null && this.#foreignDepth === 0) this.#inline.add(text)
    else if (this.#fact !== null) this.#value += text
  }

  close(name: string): void {
    if (this.#foreignDepth > 0) return this.#closeForeign(name)
    if (this.#inline !== null && name !== 'source' && name !== 'target') return this.#inline.close()
    switch (name) {
      case 'source':
      case 'target':
        if (this.#part !== null && this.#inline !== null) this.#part[name] = this.#inline.text
        this.#inline = null
        return
      case 'segment':
      case 'ignorable':
        this.#part = null
        return
      case 'note':
        if (this.#unit !== null && this.#fact === '') {
          const { note } = this.#unit
          this.#unit.note = note === null ? this.#value : `${note}\n\n${this.#value}`
        }
        this.#fact = null
        return
      case 'unit':
        this.#addUnit()
    }
  }

  finish(name: string, facts: XmlFacts): ImportedBitext {
    return this.#state.finish(name, 'xliff', 'left', facts)
  }

  #openForeign(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#foreignDepth += 1
    if (name.endsWith(':metaGroup')) this.#isOwnMetadata = attributes['category'] === 'duizhao'
    if (name.endsWith(':meta') && this.#isOwnMetadata) this.#listen(attributes['type'] ?? null)
  }

  #closeForeign(name: string): void {
    this.#foreignDepth -= 1
    if (!name.endsWith(':meta')) return
    if (this.#fact !== null && this.#fact !== '') {
      const facts = this.#unit?.facts ?? this.#state.head
      facts.set(this.#fact, this.#value)
    }
    this.#fact = null
  }

  #listen(fact: string | null): void {
    this.#fact = fact
    this.#value = ''
  }

  #addUnit(): void {
    const unit = this.#unit
    this.#unit = null
    if (unit === null) return
    const { facts } = unit
    const parts = withIgnorables(unit.parts)
    const [only] = parts
    if (facts.has('status') && parts.length === 1 && only !== undefined) {
      this.#add(only, unit.note, facts, [
        this.#ownSegments(only, facts, 'source'),
        this.#ownSegments(only, facts, 'target'),
      ])
      return
    }
    const sources = foreignBlock(parts.map(({ source }) => source))
    const targets = foreignBlock(parts.map(({ target }) => target))
    for (const [index, part] of parts.entries()) {
      const note = index === 0 ? unit.note : null
      this.#add(part, note, facts, [sources[index] ?? [], targets[index] ?? []])
    }
  }

  #add(
    { isAgreed }: Part,
    note: string | null,
    facts: ReadonlyMap<string, string>,
    [source, target]: readonly [readonly ImportedSegment[], readonly ImportedSegment[]],
  ): void {
    this.#state.builder.add(
      [
        { key: this.#sideOf('source'), language: this.#source, segments: source },
        { key: this.#sideOf('target'), language: this.#target, segments: target },
      ],
      {
        confidence: facts.get('confidence'),
        status: facts.get('status') ?? (isAgreed ? 'verified' : 'auto'),
        unmatched: facts.get('unmatched'),
        review: facts.get('review'),
        note: note ?? undefined,
      },
    )
  }

  #sideOf(role: 'source' | 'target'): Side {
    const source = this.#state.sourceSide
    return role === 'source' ? source : source === 'left' ? 'right' : 'left'
  }

  #ownSegments(
    part: Part,
    facts: ReadonlyMap<string, string>,
    role: 'source' | 'target',
  ): readonly ImportedSegment[] {
    const side = this.#sideOf(role)
    const record = facts.get(`${side}-segments`)
    // Of our own units, one without a record has no text, whatever the format asks to be there.
    if (record === undefined) return []
    const language = role === 'source' ? this.#source : this.#target
    return this.#state.texts.segmentsOf(part[role], record, language, facts.get(`${side}-blocks`))
  }
}

/** The segments, each with the ignorable text that follows it. */
function withIgnorables(parts: readonly Part[]): Part[] {
  const segments: Part[] = []
  let before = { source: '', target: '' }
  for (const { isSegment, source, target, isAgreed } of parts) {
    const last = segments.at(-1)
    if (isSegment) {
      segments.push({ isSegment, isAgreed, source: before.source + source, target: before.target + target })
      before = { source: '', target: '' }
    } else if (last === undefined) before = { source: before.source + source, target: before.target + target }
    else {
      last.source += source
      last.target += target
    }
  }
  return segments
}
