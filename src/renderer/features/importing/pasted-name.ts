import { resources } from '../../i18n/resources.ts'
import { getT } from '../../i18n/i18n.ts'

const NAMES: ReadonlySet<string> = new Set(
  Object.values(resources).map(({ importing }) => fileName(importing.paste.name)),
)

/** The name under which pasted text is read, as if it were a file. */
export function pastedName(): string {
  return fileName(getT('importing')('paste.name'))
}

/** Whether a draft of this name was pasted, in whatever language the interface was then. */
export function isPasted(name: string): boolean {
  return NAMES.has(name)
}

function fileName(name: string): string {
  return `${name}.txt`
}
