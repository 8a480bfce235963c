import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findCycles, findForbiddenImports, roomOf } from './layers.ts'
import { readModules, SOURCE_ROOT, type Module } from './read-modules.ts'

const modules = readModules()

function module(path: string, imports: string[]): Module {
  return { path, text: '', imports, packages: [] }
}

describe('the picture of docs/architecture.md', () => {
  it('is checked against all modules, not against none', () => {
    expect(modules.length).toBeGreaterThan(150)
    expect(modules.filter((found) => found.imports.length > 0).length).toBeGreaterThan(120)
    for (const room of [
      'shared/domain',
      'shared/text',
      'core/store',
      'main',
      'web',
      'cli',
      'renderer/pages',
    ]) {
      expect(
        modules.some((found) => found.path.startsWith(`${room}/`)),
        room,
      ).toBe(true)
    }
    const missing = modules.flatMap((found) =>
      found.imports
        .filter((target) => !existsSync(join(SOURCE_ROOT, target)))
        .map((target) => `${found.path}: ${target}`),
    )
    expect(missing).toEqual([])
  })

  it('holds: imports point left or down, features do not know each other', () => {
    expect(findForbiddenImports(modules)).toEqual([])
  })

  it('would notice a breach', () => {
    const breaches = [
      module('shared/domain/x.ts', ['shared/text/find.ts']),
      module('shared/text/x.ts', ['core/store/store.ts']),
      module('renderer/features/reading/x.tsx', ['renderer/features/annotating/y.tsx']),
      module('renderer/ui/x.tsx', ['renderer/api/api.ts']),
      module('main/x.ts', ['core/store/store.ts']),
      module('core/jobs/tasks.ts', ['core/store/store.ts']),
      module('elsewhere/x.ts', []),
    ]
    expect(findForbiddenImports(breaches)).toHaveLength(breaches.length)
  })

  it('has no cycles', () => {
    expect(findCycles(modules)).toEqual([])
    expect(findCycles([module('a.ts', ['b.ts']), module('b.ts', ['a.ts'])])).toHaveLength(1)
  })

  it('keeps better-sqlite3 in the store, electron in its host, React in the renderer, Node out of pure rooms', () => {
    const users = (name: RegExp): string[] =>
      modules.filter((found) => found.packages.some((used) => name.test(used))).map((found) => found.path)
    const outside = (paths: string[], room: RegExp): string[] => paths.filter((path) => !room.test(path))
    expect(users(/^better-sqlite3$/u).length).toBeGreaterThan(0)
    expect(outside(users(/^better-sqlite3$/u), /^core\/store\//u)).toEqual([])
    expect(users(/^electron$/u).length).toBeGreaterThan(0)
    expect(outside(users(/^electron$/u), /^(main|preload)\//u)).toEqual([])
    expect(outside(users(/^(react|react-dom|zustand|lexical|@lexical\/.*)$/u), /^renderer\//u)).toEqual([])
    expect(
      users(/^node:/u).filter((path) => /^(shared|renderer|preload|core\/formats)\//u.test(path)),
    ).toEqual([])
  })
})

describe('files', () => {
  it('are at most 400 lines', () => {
    const long = modules
      .map((found) => ({ path: found.path, lines: found.text.split('\n').length }))
      .filter((found) => found.lines > 400)
    expect(long).toEqual([])
  })

  it('have names that tell something, in kebab-case', () => {
    const names = modules.map((found) => found.path.split('/').at(-1) ?? '')
    expect(names.filter((name) => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.tsx?$/u.test(name))).toEqual([])
    const vague = /(^|\/)(utils?|helpers?|common|misc|managers?|index)(\.|\/|$)/u
    expect(modules.filter((found) => vague.test(found.path)).map((found) => found.path)).toEqual([])
  })

  it('have no default exports and re-export nothing wholesale', () => {
    const offenders = modules.filter((found) => /(^|\n)export (default\b|\* from)/u.test(found.text))
    expect(offenders.map((found) => found.path)).toEqual([])
  })

  it('name no particular language outside the rooms that know languages', () => {
    const knowing = new Set(['text', 'lexicon', 'align', 'formats', 'renderer/i18n'])
    const typed = /\b(zh|en)(Text|Segments?|Title|Article|Side|Column)\b|\b(zh|en)_[a-z]+\b/u
    const offenders = modules.filter(
      (found) => !knowing.has(roomOf(found.path)?.room ?? '') && typed.test(found.text),
    )
    expect(offenders.map((found) => found.path)).toEqual([])
  })
})
