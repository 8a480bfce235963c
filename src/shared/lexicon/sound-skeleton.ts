/**
 * What is left of a word's sound when vowels go and sounds that Chinese writes alike become one letter:
 * P (b p), T (d t), K (g k), F (f v ph), M, N, L (l r), S (s z sh ch), H, W; and those that may be either of
 * two: D (th: t or s), G (g before e and i, j; pinyin j and q: s or k), X (pinyin x: s or h).
 */
export type Skeleton = string

/** Spellings of English and its neighbours, the longest first. `-` is silent. */
const ENGLISH: readonly (readonly [pattern: RegExp, sound: string])[] = [
  [/^tch/u, 'S'],
  [/^(?:sch|sh|ch|ph|th|gh|ck|kn|wr|ng|qu|dg|tz|ts|cz|zh)/u, ''],
  [/^c(?=[eiy])/u, 'S'],
  [/^g(?=[eiy])/u, 'G'],
]
const PAIRS: Readonly<Record<string, string>> = {
  sch: 'S',
  sh: 'S',
  ch: 'S',
  ph: 'F',
  th: 'D',
  gh: '',
  ck: 'K',
  kn: 'N',
  wr: 'L',
  ng: 'N',
  qu: 'K',
  dg: 'S',
  tz: 'S',
  ts: 'S',
  cz: 'S',
  zh: 'S',
}
const LETTERS: Readonly<Record<string, string>> = {
  b: 'P',
  p: 'P',
  d: 'T',
  t: 'T',
  g: 'K',
  k: 'K',
  c: 'K',
  q: 'K',
  f: 'F',
  v: 'F',
  m: 'M',
  n: 'N',
  l: 'L',
  r: 'L',
  s: 'S',
  z: 'S',
  j: 'G',
  x: 'KS',
  h: 'H',
  w: 'W',
}
const INITIALS: Readonly<Record<string, string>> = {
  b: 'P',
  p: 'P',
  d: 'T',
  t: 'T',
  g: 'K',
  k: 'K',
  f: 'F',
  m: 'M',
  n: 'N',
  l: 'L',
  r: 'L',
  z: 'S',
  c: 'S',
  s: 'S',
  j: 'G',
  q: 'G',
  x: 'X',
  h: 'H',
  w: 'W',
}

/** The skeleton of a lower-case word without accents: `elizabeth` → `LSPT`. */
export function englishSkeleton(word: string): Skeleton {
  let skeleton = ''
  let rest = word
  while (rest !== '') {
    const rule = ENGLISH.map(([pattern, sound]) => [pattern.exec(rest)?.[0], sound] as const).find(
      ([match]) => match !== undefined,
    )
    const match = rule?.[0] ?? rest.slice(0, 1)
    const sound = rule === undefined ? (LETTERS[match] ?? '') : rule[1] || (PAIRS[match] ?? '')
    // A doubled consonant is one sound.
    if (sound !== '' && !(skeleton.endsWith(sound) && rest[0] === word[word.length - rest.length - 1])) {
      skeleton += sound
    }
    rest = rest.slice(match.length)
  }
  return skeleton
}

/** The skeleton of one pinyin syllable: its initial, and N or L where it ends so. `lian` → `LN`, `er` → `L`. */
export function pinyinSkeleton(syllable: string): Skeleton {
  if (syllable === 'er') return 'L'
  const initial = INITIALS[syllable.slice(0, 1)] ?? ''
  return /[aeiouv]ng?$/u.test(syllable) ? `${initial}N` : initial
}

/** What it costs that one sound is written as the other; they are close but not one letter here. */
const CLOSE: Readonly<Record<string, number>> = {
  DT: 0.05,
  DS: 0.15,
  GS: 0.1,
  GK: 0.25,
  GX: 0.2,
  SX: 0.1,
  HX: 0.15,
  KX: 0.4,
  DX: 0.3,
  FW: 0.15,
  HK: 0.4,
  ST: 0.4,
  GT: 0.4,
  FP: 0.5,
  FH: 0.4,
  MN: 0.4,
  KS: 0.6,
  HW: 0.4,
}
/** What it costs that a sound is written on one side only. Chinese drops r, h and closing n easily and adds them. */
const MISSING: Readonly<Record<string, number>> = {
  L: 0.35,
  H: 0.3,
  W: 0.3,
  N: 0.45,
  T: 0.6,
  D: 0.6,
  K: 0.7,
  S: 0.7,
}

/** How alike two skeletons are, from 0 to 1: one less the cost of the cheapest way over, per sound. */
export function compareSkeletons(one: Skeleton, other: Skeleton): number {
  const longest = Math.max(one.length, other.length)
  if (longest === 0) return 0
  let row = [0]
  for (const sound of other) row.push((row.at(-1) ?? 0) + missing(sound))
  for (const sound of one) {
    const next = [(row[0] ?? 0) + missing(sound)]
    for (let at = 0; at < other.length; at += 1) {
      const target = other.charAt(at)
      next.push(
        Math.min(
          (row[at] ?? 0) + differing(sound, target),
          (row[at + 1] ?? 0) + missing(sound),
          (next[at] ?? 0) + missing(target),
        ),
      )
    }
    row = next
  }
  return Math.max(0, 1 - (row.at(-1) ?? longest) / longest)
}

function missing(sound: string): number {
  return MISSING[sound] ?? 0.9
}

function differing(one: string, other: string): number {
  if (one === other) return 0
  return CLOSE[one < other ? one + other : other + one] ?? 1
}
