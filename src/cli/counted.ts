/** A number with the English noun it counts: `1 file`, `16 files`. For nouns whose plural is their singular and an s. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`
}
