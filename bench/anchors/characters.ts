/** One code point of a text that knows where it is from, whatever is done to the text. */
export interface Character {
  readonly text: string
  /** Its position in the text as it was, in UTF-16 code units; null for one that was put in. */
  readonly was: number | null
}

export type Paragraph = readonly Character[]

/** Paragraphs whose characters know their positions in all of them joined. */
export function toParagraphs(texts: readonly string[]): Paragraph[] {
  let position = 0
  return texts.map((text) =>
    Array.from(text, (character) => {
      const was = position
      position += character.length
      return { text: character, was }
    }),
  )
}

export function textOf(paragraph: Paragraph): string {
  return paragraph.map(({ text }) => text).join('')
}

/** New characters that read like these. */
export function copyOf(characters: Paragraph): Paragraph {
  return characters.map(({ text }) => ({ text, was: null }))
}

export function isBlank(text: string): boolean {
  return text.trim() === ''
}
