import type { Side } from '../../../shared/domain/article.ts'
import type { ImportedBitext } from '../../../shared/domain/imported-bitext.ts'
import type { UnitText } from './bitext-builder.ts'
import { ListenerState } from './bitext-listener.ts'
import { foreignBlock } from './foreign-text.ts'
import { InlineText } from './inline-text.ts'
import { canonicalTag, UNKNOWN } from './language-tags.ts'
import { MarkedParts } from './marked-parts.ts'
import type { XmlFacts, XmlListener } from './read-xml.ts'

const OWN_CONTEXT = 'x-duizhao:'
const OWN_NOTE = 'duizhao:'

/** States of a `target` by which a person has agreed to it (XLIFF 1.2, 2.4.3 “state”). */
const AGREED: ReadonlySet<string> = new Set(['final', 'signed-off'])

/** Elements whose texts are not those of the unit. */
const PASSED_OVER: ReadonlySet<string> = new Set(['alt-trans', 'bin-unit'])

interface Languages {
  readonly source: string
  readonly target: string
}

interface Unit {
  readonly facts: Map<string, string>
  isAgreed: boolean
  source: MarkedParts | null
  segmented: MarkedParts | null
  target: MarkedParts | null
  note: string | null
}

/**
 * XLIFF 1.0 to 1.2 (OASIS Standard, 2008-02-01): all files of it, their units in order. Where `seg-source` and
 * `target` mark segments (`mrk mtype="seg"`), each of them is a unit of its own and the `trans-unit` a block.
 * `approved`, or a target that is final or signed off, is verified. Former translations (`alt-trans`) are
 * passed over.
 */
export class Xliff12Listener implements XmlListener {
  readonly #state = new ListenerState()
  #languages: Languages = { source: UNKNOWN, target: UNKNOWN }
  #first: Languages | null = null
  #unit: Unit | null = null
  #parts: MarkedParts | null = null
  #passedOver = 0
  /** What the text being read is for: a context's or a note's name; null where nobody wants it. */
  #fact: string | null = null
  #value = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#passedOver > 0 || PASSED_OVER.has(name)) {
      if (name === 'bin-unit' && this.#passedOver === 0) this.#state.builder.skip('binary')
      this.#passedOver += 1
      return
    }
    if (this.#parts !== null) return this.#parts.open(name, attributes)
    switch (name) {
      case 'file':
        this.#languages = {
          source: canonicalTag(attributes['source-language'] ?? ''),
          target: canonicalTag(attributes['target-language'] ?? ''),
        }
        this.#first ??= this.#languages
        return
      case 'trans-unit': {
        const isAgreed = attributes['approved'] === 'yes'
        this.#unit = { facts: new Map(), isAgreed, source: null, segmented: null, target: null, note: null }
        return
      }
      case 'source':
      case 'seg-source':
      case 'target':
        this.#openText(name, attributes)
        return
      case 'context': {
        const type = attributes['context-type'] ?? ''
        this.#listen(type.startsWith(OWN_CONTEXT) ? type.slice(OWN_CONTEXT.length) : null)
        return
      }
      case 'note': {
        const from = attributes['from'] ?? ''
        this.#listen(
          this.#unit !== null ? '' : from.startsWith(OWN_NOTE) ? from.slice(OWN_NOTE.length) : null,
        )
        return
      }
    }
  }

  text(text: string): void {
    if (this.#passedOver > 0) return
    if (this.#parts !== null) this.#parts.add(text)
    else if (this.#fact !== null) this.#value += text
  }

  close(name: string): void {
    if (this.#passedOver > 0) {
      this.#passedOver -= 1
      return
    }
    const isText = name === 'source' || name === 'seg-source' || name === 'target'
    if (this.#parts !== null && !isText) return this.#parts.close(name)
    if (isText) this.#parts = null
    else if (name === 'context' || name === 'note') this.#keepFact()
    else if (name === 'trans-unit') this.#addUnit()
  }

  finish(name: string, facts: XmlFacts): ImportedBitext {
    return this.#state.finish(name, 'xliff', 'left', facts)
  }

  /**
   * The first file's source is the left text, its target the right one, or the other way round where it says so; other
   * languages are texts of their own.
   */
  #keys(): Languages {
    const first = this.#first ?? this.#languages
    const { source, target } = this.#languages
    const sides = this.#sides()
    if (first.source === first.target || source === target) return sides
    const keyOf = (language: string): string =>
      language === first.source ? sides.source : language === first.target ? sides.target : language
    return { source: keyOf(source), target: keyOf(target) }
  }

  #sides(): { source: Side; target: Side } {
    const source = this.#state.sourceSide
    return { source, target: source === 'left' ? 'right' : 'left' }
  }

  #openText(name: 'source' | 'seg-source' | 'target', attributes: Readonly<Record<string, string>>): void {
    const unit = this.#unit
    if (unit === null) return
    this.#parts = new MarkedParts(new InlineText(this.#state.inline))
    if (name === 'source') unit.source = this.#parts
    else if (name === 'seg-source') unit.segmented = this.#parts
    else {
      unit.target = this.#parts
      unit.isAgreed ||= AGREED.has(attributes['state'] ?? '')
      const language = canonicalTag(attributes['xml:lang'] ?? '')
      if (this.#languages.target === UNKNOWN && language !== UNKNOWN) {
        const isFirst = this.#first === this.#languages
        this.#languages = { ...this.#languages, target: language }
        if (isFirst) this.#first = this.#languages
      }
    }
  }

  #listen(fact: string | null): void {
    this.#fact = fact
    this.#value = ''
  }

  #keepFact(): void {
    const unit = this.#unit
    if (this.#fact === '' && unit !== null) {
      unit.note = unit.note === null ? this.#value : `${unit.note}\n\n${this.#value}`
    } else if (this.#fact !== null && this.#fact !== '') {
      const facts = unit?.facts ?? this.#state.head
      facts.set(this.#fact, this.#value)
    }
    this.#fact = null
  }

  #addUnit(): void {
    const unit = this.#unit
    this.#unit = null
    if (unit === null) return
    const { facts } = unit
    const common = {
      confidence: facts.get('confidence'),
      status: facts.get('status') ?? (unit.isAgreed ? 'verified' : 'auto'),
      unmatched: facts.get('unmatched'),
      review: facts.get('review'),
    }
    const segments = unit.target?.isMarked === true ? unit.segmented?.pairWith(unit.target) : undefined
    if (segments === undefined) {
      this.#state.builder.add([this.#textOf(unit, 'source'), this.#textOf(unit, 'target')], {
        ...common,
        note: unit.note ?? undefined,
      })
      return
    }
    const keys = this.#keys()
    const sources = foreignBlock(segments.map(([source]) => source))
    const targets = foreignBlock(segments.map(([, target]) => target))
    for (const index of segments.keys()) {
      this.#state.builder.add(
        [
          { key: keys.source, language: this.#languages.source, segments: sources[index] ?? [] },
          { key: keys.target, language: this.#languages.target, segments: targets[index] ?? [] },
        ],
        { ...common, note: index === 0 ? (unit.note ?? undefined) : undefined },
      )
    }
  }

  #textOf({ facts, ...unit }: Unit, role: 'source' | 'target'): UnitText {
    const side = this.#sides()[role]
    const record = facts.get(`${side}-segments`)
    // Of our own units, one without a record has no text, whatever the format asks to be there.
    const isMissing = record === undefined && facts.has('status')
    const language = this.#languages[role]
    const text = unit[role]?.text ?? ''
    return {
      key: this.#keys()[role],
      language,
      segments: isMissing
        ? []
        : this.#state.texts.segmentsOf(text, record, language, facts.get(`${side}-blocks`)),
    }
  }
}
