/** All syllables of standard Chinese in pinyin without tones, by initial; `v` is written `u` as English does. */
const SYLLABLES = new Set(
  (
    'a ai an ang ao e ei en eng er o ou ' +
    withInitial('b', 'a ai an ang ao ei en eng i ian iao ie in ing o u') +
    withInitial('p', 'a ai an ang ao ei en eng i ian iao ie in ing o ou u') +
    withInitial('m', 'a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u') +
    withInitial('f', 'a an ang ei en eng o ou u') +
    withInitial('d', 'a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo') +
    withInitial('t', 'a ai an ang ao e eng i ian iao ie ing ong ou u uan ui un uo') +
    withInitial('n', 'a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan uo ue') +
    withInitial('l', 'a ai an ang ao e ei eng i ia ian iang iao ie in ing iu ong ou u uan un uo ue') +
    withInitial('g', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo') +
    withInitial('k', 'a ai an ang ao e en eng ong ou u ua uai uan uang ui un uo') +
    withInitial('h', 'a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo') +
    withInitial('j', 'i ia ian iang iao ie in ing iong iu u uan ue un') +
    withInitial('q', 'i ia ian iang iao ie in ing iong iu u uan ue un') +
    withInitial('x', 'i ia ian iang iao ie in ing iong iu u uan ue un') +
    withInitial('zh', 'a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo') +
    withInitial('ch', 'a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo') +
    withInitial('sh', 'a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo') +
    withInitial('r', 'an ang ao e en eng i ong ou u uan ui un uo') +
    withInitial('z', 'a ai an ang ao e ei en eng i ong ou u uan ui un uo') +
    withInitial('c', 'a ai an ang ao e en eng i ong ou u uan ui un uo') +
    withInitial('s', 'a ai an ang ao e en eng i ong ou u uan ui un uo') +
    withInitial('y', 'a an ang ao e i in ing o ong ou u uan ue un') +
    withInitial('w', 'a ai an ang ei en eng o u')
  )
    .trim()
    .split(' '),
)

const LONGEST_SYLLABLE = 6
/** Longer words are no Chinese names; it keeps the ways of splitting few. */
const MOST_SYLLABLES = 5

/**
 * All ways in which a lower-case word is a row of pinyin syllables: `xian` → `[[xi, an], [xian]]`. An
 * apostrophe divides. Empty where the word is none.
 */
export function splitPinyin(word: string): string[][] {
  const [first = '', ...rest] = word.split("'")
  const ways = splitsOf(first, MOST_SYLLABLES)
  if (rest.length === 0) return ways
  const others = splitPinyin(rest.join("'"))
  return ways.flatMap((way) => others.map((other) => [...way, ...other]))
}

function splitsOf(word: string, most: number): string[][] {
  if (word === '') return [[]]
  if (most === 0) return []
  const ways: string[][] = []
  for (let length = 1; length <= Math.min(LONGEST_SYLLABLE, word.length); length += 1) {
    const syllable = word.slice(0, length)
    if (!SYLLABLES.has(syllable)) continue
    for (const rest of splitsOf(word.slice(length), most - 1)) ways.push([syllable, ...rest])
  }
  return ways.filter((way) => way.length > 0)
}

function withInitial(initial: string, finals: string): string {
  return `${finals
    .split(' ')
    .map((final) => initial + final)
    .join(' ')} `
}
