/** Stands in a sentence where the quoted words go, so that what surrounds them can be seen. */
const PLACE = '\u0000'

/** Words that are one quotation as a whole: the sentence's own marks do for it. */
const WHOLE = /^(?:“([^“”]*)”|"([^"]*)")$/u

/** Marks that can't stand inside themselves, by the mark the sentence opens with. */
const INNER: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
  '“': [
    [/“/gu, '‘'],
    [/”/gu, '’'],
    // Straight ones: opening where a word begins.
    [/(?<![\p{L}\p{N}\p{P}])"(?=\S)/gu, '‘'],
    [/"/gu, '’'],
  ],
  '《': [
    [/《/gu, '〈'],
    [/》/gu, '〉'],
  ],
}

/**
 * A sentence that quotes the user's words. Where it sets them in “…” or 《…》, the same marks within the words
 * become inner ones: 写笔记“他说‘好’”. Words that are a quotation as a whole lose their own. `write` gives the sentence around what it is given.
 */
export function quoting(words: string, write: (words: string) => string): string {
  const [before = '', ...rest] = write(PLACE).split(PLACE)
  const outer = before.at(-1) ?? ''
  const whole = outer === '“' ? WHOLE.exec(words) : null
  const marks = INNER[outer] ?? []
  const inner = marks.reduce(
    (text, [mark, within]) => text.replace(mark, within),
    whole?.[1] ?? whole?.[2] ?? words,
  )
  return [before, ...rest].join(inner)
}
