/** Stands in a sentence where the quoted words go, so that what surrounds them can be seen. */
const PLACE = '\u0000'

/** Marks that can't stand inside themselves, by the mark the sentence opens with. */
const INNER: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  '“': [
    [/“/gu, '‘'],
    [/”/gu, '’'],
  ],
  '《': [
    [/《/gu, '〈'],
    [/》/gu, '〉'],
  ],
}

/**
 * A sentence that quotes the user's words. Where it sets them in “…” or 《…》, the same marks within the words
 * become inner ones: 写笔记“他说‘好’”. `write` gives the sentence around what it is given.
 */
export function quoting(words: string, write: (words: string) => string): string {
  const [before = '', ...rest] = write(PLACE).split(PLACE)
  const marks = INNER[before.at(-1) ?? ''] ?? []
  const inner = marks.reduce((text, [mark, within]) => text.replace(mark, within), words)
  return [before, ...rest].join(inner)
}
