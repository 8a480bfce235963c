import { edgeAtOrBefore } from '../text/graphemes.ts'

/** The longest name we give a file, in UTF-8 bytes; file systems end at 255, but synced folders sooner. */
export const FILE_NAME_BYTES = 120

/** Room left so that a name can be numbered: ` (999)`. */
const NUMBERING = 6
const EXTENSION = '.md'
/** The end of a name of ours; before it stands an id, so that no dot of a title is taken for it. */
const ENDING = /(?:\.(?:ladder|left|right))?\.[a-z]+$/u
const SHORT_ID = 8
/** For a title of which nothing may stand in a file name. */
const UNTITLED = 'untitled'

/** A thing that needs a file name. Ids are distinct. */
export interface Named {
  readonly id: string
  readonly title: string
}

/**
 * One name for each thing: its title and the end of its id (the beginning of a UUIDv7 is a time, which
 * things imported together share). Safe on Windows, macOS, Linux and in Obsidian links; no two are equal,
 * case aside. The same things always get the same names.
 */
export function fileNames(things: readonly Named[]): Map<string, string> {
  const names = new Map<string, string>()
  const taken = new Set<string>()
  for (const { id, title } of things.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const name = firstFree(candidates(id, title), taken)
    taken.add(folded(name))
    names.set(id, name)
  }
  return names
}

/** The nth name for a file whose own name is taken by one that isn't ours. */
export function numberedName(name: string, number: number): string {
  const ending = ENDING.exec(name)?.[0] ?? ''
  return `${name.slice(0, name.length - ending.length)} (${number})${ending}`
}

/** Whether a name was made by `numberedName`; our own names end in an id. */
export function isNumberedName(name: string): boolean {
  return / \(\d+\)$/u.test(name.replace(ENDING, ''))
}

function* candidates(id: string, title: string): Generator<string> {
  const letters = id.replace(/[^A-Za-z0-9]/gu, '').toLowerCase() || '0'
  yield nameOf(title, letters.slice(-SHORT_ID))
  yield nameOf(title, letters.slice(-32))
  for (let number = 2; ; number += 1) yield nameOf(title, `${letters.slice(-SHORT_ID)}-${number}`)
}

function firstFree(names: Iterable<string>, taken: ReadonlySet<string>): string {
  for (const name of names) if (!taken.has(folded(name))) return name
  throw new Error('there is always another name')
}

function nameOf(title: string, suffix: string): string {
  const room = FILE_NAME_BYTES - byteLength(` ${suffix}${EXTENSION}`) - NUMBERING
  const stem = cutToBytes(safeStem(title), room)
  return `${stem === '' ? UNTITLED : stem} ${suffix}${EXTENSION}`
}

/**
 * Without what Windows forbids, what Obsidian can't link to, what can't be seen, and dots at the edges.
 * Nor may a device's name come before the first dot: Windows takes `NUL.txt 1a2b3c4d.md` for NUL.
 */
function safeStem(title: string): string {
  return title
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\ufffd<>:"/\\|?*#^[\]%]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/^[ .]+|[ .]+$/gu, '')
    .replace(/^(con|prn|aux|nul|com[\d¹²³]|lpt[\d¹²³]) *\./iu, '$1 ')
}

function cutToBytes(text: string, most: number): string {
  let bytes = 0
  let end = 0
  for (const character of text) {
    bytes += byteLength(character)
    if (bytes > most) return text.slice(0, edgeAtOrBefore(text, end)).replace(/[ .]+$/u, '')
    end += character.length
  }
  return text
}

/** UTF-8 bytes of a well-formed text. */
function byteLength(text: string): number {
  let bytes = 0
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
  }
  return bytes
}

function folded(name: string): string {
  return name.normalize('NFC').toUpperCase().toLowerCase()
}
