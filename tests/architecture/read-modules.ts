import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

export const SOURCE_ROOT = fileURLToPath(new URL('../../src', import.meta.url))

export interface Module {
  /** Relative to `src`, with `/`. */
  readonly path: string
  readonly text: string
  /** Modules of ours that it imports, relative to `src`. */
  readonly imports: readonly string[]
  /** Names of packages and Node modules that it imports. */
  readonly packages: readonly string[]
}

/** `import … from 'x'`, `export … from 'x'`, `import 'x'` and `import('x')`. */
const SPECIFIER =
  /(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|(?:^|\n)\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gu

function specifiersOf(text: string): string[] {
  return [...text.matchAll(SPECIFIER)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

const slashes = (path: string): string => path.split(sep).join('/')

/** Every TypeScript module under `src`. */
export function readModules(root: string = SOURCE_ROOT): Module[] {
  const files = readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
  return files.map((file) => {
    const text = readFileSync(file, 'utf8')
    const specifiers = specifiersOf(text)
    const ours = specifiers.filter((specifier) => specifier.startsWith('.'))
    return {
      path: slashes(relative(root, file)),
      text,
      imports: ours.map((specifier) =>
        slashes(relative(root, resolve(dirname(file), specifier.split('?')[0] ?? ''))),
      ),
      packages: specifiers
        .filter((specifier) => !specifier.startsWith('.'))
        .map((specifier) => specifier.match(/^(@[^/]+\/[^/]+|node:[\w/]+|[^/]+)/u)?.[0] ?? specifier),
    }
  })
}
