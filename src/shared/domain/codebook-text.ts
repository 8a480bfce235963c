/** The line that divides a description from examples, where a format has room for one text only. */
const DIVIDER = '[Examples]'

/** A line that is the divider, or was kept from being taken for it by backslashes. */
const DIVIDER_LIKE = /^\\*\[Examples\]$/gmu
const KEPT = /^\\(\\*\[Examples\])$/gmu

/** A description with the examples below it, as one text. Both are tidy. */
export function joinExamples(description: string, examples: string): string {
  const plain = description.replace(DIVIDER_LIKE, '\\$&')
  if (examples === '') return plain
  const below = `${DIVIDER}\n${examples.replace(DIVIDER_LIKE, '\\$&')}`
  return plain === '' ? below : `${plain}\n\n${below}`
}

/** Takes apart what `joinExamples` made of two texts. Any other text is a description. */
export function splitExamples(text: string): { description: string; examples: string } {
  const at = new RegExp(`^${DIVIDER.replace(/[[\]]/gu, '\\$&')}\\n`, 'mu').exec(text)
  const description = (at === null ? text : text.slice(0, at.index)).trim()
  const examples = at === null ? '' : text.slice(at.index + at[0].length).trim()
  return { description: description.replace(KEPT, '$1'), examples: examples.replace(KEPT, '$1') }
}
