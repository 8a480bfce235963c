import { SCRIPT_PAIRS } from './chinese-script-characters.ts'
import { FOLDS_TO_MANY, foldUnit } from './fold-characters.ts'
import { foldText } from './fold.ts'
import { isPlainUnit } from './plain-units.ts'
import { SIMPLIFIED_CHARACTERS } from './simplified-characters.ts'

const simplified = new Uint16Array(0x10000)
for (const [traditional, simple] of [...SIMPLIFIED_CHARACTERS, ...SCRIPT_PAIRS])
  simplified[traditional.charCodeAt(0)] = simple.charCodeAt(0)

/**
 * A text in the form that a word is looked for in: folded (`foldText`: case, full and half width, quotes, dashes, white
 * space) and in simplified characters, so that 发展 finds 發展 and ａ finds A. What 後 and 后 share is one character here:
 * finding too much is better than missing.
 *
 * Libraries keep texts in this form (`highlight_facts.text`). Whoever changes what it gives writes a migration that
 * makes those rows anew; a test holds its digest.
 */
export function searchForm(text: string): string {
  let form = ''
  let last = -1
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const folded = isPlainUnit(unit) ? foldUnit(unit) : FOLDS_TO_MANY
    if (folded === FOLDS_TO_MANY) return simplify(foldText(text).text)
    // Most texts are plain; foldText costs thirty times as much for a line, as it remembers the way back.
    if (folded !== last || (folded !== SPACE && folded !== DASH))
      form += String.fromCharCode(simplified[folded] || folded)
    last = folded
  }
  return form
}

const SPACE = 0x20
const DASH = 0x2d

function simplify(text: string): string {
  let simple = ''
  let copied = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = simplified[text.charCodeAt(at)] ?? 0
    if (unit === 0) continue
    simple += text.slice(copied, at) + String.fromCharCode(unit)
    copied = at + 1
  }
  return copied === 0 ? text : simple + text.slice(copied)
}

/** The words of what someone looks for, in the form they are looked for in. */
export function searchWords(text: string): string[] {
  return searchForm(text)
    .split(' ')
    .filter((word) => word !== '')
}
