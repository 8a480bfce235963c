import type { Module } from './read-modules.ts'

/**
 * Which room a module is in and which rooms it may import. The first pattern that fits a path decides;
 * a room may always import itself. This is the picture of docs/architecture.md as rules.
 */
export const ROOMS: readonly {
  readonly room: string
  readonly path: RegExp
  readonly may: readonly string[]
}[] = [
  { room: 'domain', path: /^shared\/domain\//u, may: [] },
  { room: 'text', path: /^shared\/text\//u, may: ['domain'] },
  { room: 'lexicon', path: /^shared\/lexicon\//u, may: ['domain'] },
  { room: 'align', path: /^shared\/align\//u, may: ['domain', 'text', 'lexicon'] },
  { room: 'export', path: /^shared\/export\//u, may: ['domain', 'text'] },
  { room: 'contract', path: /^shared\/contract\//u, may: ['domain'] },
  { room: 'store', path: /^core\/store\//u, may: ['domain', 'contract', 'text'] },
  { room: 'formats', path: /^core\/formats\//u, may: ['domain', 'text'] },
  {
    room: 'tasks',
    path: /^core\/jobs\/(tasks|worker|worker-messages)\.ts$/u,
    may: ['domain', 'text', 'align', 'lexicon', 'lexicon-file', 'formats'],
  },
  /** Reads the lexicon's file: the one piece of the core that a worker and the command line may have too. */
  { room: 'lexicon-file', path: /^core\/lexicon\//u, may: ['domain', 'lexicon'] },
  /** Aligns two files without a library. */
  {
    room: 'align-files',
    path: /^core\/align-files\.ts$/u,
    may: ['domain', 'text', 'align', 'lexicon', 'lexicon-file', 'formats', 'export'],
  },
  { room: 'core-types', path: /^core\/core-types\.ts$/u, may: ['domain', 'contract'] },
  {
    room: 'areas',
    path: /^core\/(?!core\.ts)/u,
    may: [
      'domain',
      'text',
      'align',
      'lexicon',
      'lexicon-file',
      'export',
      'contract',
      'store',
      'formats',
      'tasks',
      'core-types',
    ],
  },
  {
    room: 'core',
    path: /^core\/core\.ts$/u,
    may: ['domain', 'contract', 'store', 'areas', 'core-types'],
  },
  { room: 'serving', path: /^serving\//u, may: ['domain'] },
  { room: 'preload', path: /^preload\//u, may: ['contract', 'domain'] },
  { room: 'main', path: /^main\//u, may: ['core', 'core-types', 'serving', 'preload', 'contract', 'domain'] },
  { room: 'web', path: /^web\//u, may: ['core', 'core-types', 'serving', 'contract', 'domain'] },
  {
    room: 'cli',
    path: /^cli\//u,
    may: [
      'core',
      'core-types',
      'align-files',
      'lexicon-file',
      'serving',
      'web',
      'contract',
      'domain',
      'export',
    ],
  },
  { room: 'renderer/ui', path: /^renderer\/ui\//u, may: ['domain'] },
  { room: 'renderer/i18n', path: /^renderer\/i18n\//u, may: ['domain', 'contract'] },
  { room: 'renderer/api', path: /^renderer\/api\//u, may: ['domain', 'contract'] },
  { room: 'renderer/data', path: /^renderer\/data\//u, may: ['renderer/api', 'domain', 'contract', 'text'] },
  {
    room: 'renderer/features',
    path: /^renderer\/features\//u,
    may: [
      'renderer/ui',
      'renderer/i18n',
      'renderer/data',
      'renderer/api',
      'domain',
      'contract',
      'text',
      'align',
      'lexicon',
      'export',
    ],
  },
  {
    room: 'renderer/pages',
    path: /^renderer\/pages\//u,
    may: [
      'renderer/features',
      'renderer/ui',
      'renderer/i18n',
      'renderer/data',
      'renderer/api',
      'domain',
      'contract',
      'text',
    ],
  },
  {
    room: 'renderer',
    path: /^renderer\/[^/]+$/u,
    may: [
      'renderer/pages',
      'renderer/features',
      'renderer/ui',
      'renderer/i18n',
      'renderer/data',
      'renderer/api',
      'domain',
      'contract',
    ],
  },
]

export function roomOf(path: string): (typeof ROOMS)[number] | undefined {
  return ROOMS.find((candidate) => candidate.path.test(path))
}

/** Features and core areas by name: features never import each other. */
export function featureOf(path: string): string | null {
  return path.match(/^renderer\/features\/([^/]+)\//u)?.[1] ?? null
}

/** Imports that cross a border the wrong way, as `from -> to`. */
export function findForbiddenImports(modules: readonly Module[]): string[] {
  return modules.flatMap((module) => {
    const from = roomOf(module.path)
    if (from === undefined) return [`${module.path} is in no room`]
    return module.imports
      .filter((target) => /\.tsx?$/u.test(target))
      .filter((target) => {
        const to = roomOf(target)
        if (to === undefined) return true
        const [ownFeature, otherFeature] = [featureOf(module.path), featureOf(target)]
        if (ownFeature !== null && otherFeature !== null) return ownFeature !== otherFeature
        return to.room !== from.room && !from.may.includes(to.room)
      })
      .map((target) => `${module.path} -> ${target}`)
  })
}

/** Groups of modules that import each other in a ring. */
export function findCycles(modules: readonly Module[]): string[][] {
  const byPath = new Map(modules.map((module) => [module.path, module]))
  const state = new Map<string, 'open' | 'closed'>()
  const cycles: string[][] = []
  const trail: string[] = []
  const visit = (path: string): void => {
    state.set(path, 'open')
    trail.push(path)
    for (const target of byPath.get(path)?.imports ?? []) {
      if (!byPath.has(target)) continue
      if (state.get(target) === 'open') cycles.push([...trail.slice(trail.indexOf(target)), target])
      else if (!state.has(target)) visit(target)
    }
    trail.pop()
    state.set(path, 'closed')
  }
  for (const module of modules) if (!state.has(module.path)) visit(module.path)
  return cycles
}
