import type { ImportedBitext } from '../../../shared/domain/imported-bitext.ts'
import { ListenerState } from './bitext-listener.ts'
import { InlineText } from './inline-text.ts'
import { canonicalTag } from './language-tags.ts'
import type { XmlFacts, XmlListener } from './read-xml.ts'

const OWN_PROPERTY = 'x-duizhao:'

interface Variant {
  readonly language: string
  readonly facts: Map<string, string>
  text: string
}

/**
 * TMX 1.1 to 1.4b (LISA OSCAR, 2005-04-26). Languages from `xml:lang`, or from `lang` as before 1.4. A `tu` is
 * a unit, each `tuv` one text of it: one segment, unless Duizhao's own properties tell its segments
 * (docs/formats.md). The note of a `tu` becomes the bead's note.
 */
export class TmxListener implements XmlListener {
  readonly #state = new ListenerState()
  #sourceLanguage: string | null = null
  #isOwn = false
  #unitFacts: Map<string, string> | null = null
  #variants: Variant[] = []
  #variant: Variant | null = null
  #segment: InlineText | null = null
  /** The name of the property that is being read, '' for a foreign one; null outside of any. */
  #property: string | null = null
  #note: string | null = null
  #value = ''

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    if (this.#segment !== null) return this.#segment.open(name, attributes)
    switch (name) {
      case 'header':
        this.#sourceLanguage = sourceLanguage(attributes['srclang'])
        return
      case 'tu':
        this.#unitFacts = new Map()
        this.#variants = []
        this.#note = null
        this.#sourceLanguage ??= sourceLanguage(attributes['srclang'])
        return
      case 'tuv': {
        const language = canonicalTag(attributes['xml:lang'] ?? attributes['lang'] ?? '')
        this.#variant = { language, facts: new Map(), text: '' }
        return
      }
      case 'seg':
        if (this.#variant !== null) this.#segment = new InlineText(this.#state.inline)
        return
      case 'prop': {
        const type = attributes['type'] ?? ''
        this.#property = type.startsWith(OWN_PROPERTY) ? type.slice(OWN_PROPERTY.length) : ''
        this.#value = ''
        return
      }
      case 'note':
        this.#value = ''
        return
    }
  }

  text(text: string): void {
    if (this.#segment !== null) this.#segment.add(text)
    else this.#value += text
  }

  close(name: string): void {
    if (this.#segment !== null && name !== 'seg') return this.#segment.close()
    switch (name) {
      case 'seg':
        if (this.#variant !== null) this.#variant.text = this.#segment?.text ?? ''
        this.#segment = null
        return
      case 'tuv':
        if (this.#variant !== null) this.#variants.push(this.#variant)
        this.#variant = null
        return
      case 'prop': {
        const facts = this.#variant?.facts ?? this.#unitFacts ?? this.#state.head
        if (this.#property !== null && this.#property !== '') facts.set(this.#property, this.#value)
        this.#property = null
        return
      }
      case 'note':
        // Those of single texts and of the header are about other things than the bead.
        if (this.#unitFacts !== null && this.#variant === null) {
          this.#note = this.#note === null ? this.#value : `${this.#note}\n\n${this.#value}`
        }
        return
      case 'tu':
        this.#addUnit()
    }
  }

  finish(name: string, facts: XmlFacts): ImportedBitext {
    return this.#state.finish(name, 'tmx', this.#isOwn ? 'left' : this.#sourceLanguage, facts)
  }

  #addUnit(): void {
    const facts = this.#unitFacts ?? new Map<string, string>()
    const { builder, texts } = this.#state
    builder.add(
      this.#variants.map(({ language, facts: own, text }) => {
        const side = own.get('side')
        if (side !== undefined) this.#isOwn = true
        return {
          key: side ?? language,
          language,
          segments: texts.segmentsOf(text, own.get('segments'), language, own.get('blocks')),
        }
      }),
      {
        confidence: facts.get('confidence'),
        status: facts.get('status'),
        unmatched: facts.get('unmatched'),
        review: facts.get('review'),
        note: this.#note ?? undefined,
      },
    )
    this.#unitFacts = null
    this.#variants = []
  }
}

/** `*all*` says that any language may be the source. */
function sourceLanguage(tag: string | undefined): string | null {
  return tag === undefined || tag === '*all*' ? null : canonicalTag(tag)
}
