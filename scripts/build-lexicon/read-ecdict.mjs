import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Rows of ECDICT: word, Chinese translations, ranks in the BNC and in a newer corpus (0: none), forms. */
export function readEcdict(folder) {
  const [header, ...rows] = parseCsv(readFileSync(join(folder, 'assets', 'ecdict.csv'), 'utf8'))
  const column = Object.fromEntries(header.map((name, index) => [name, index]))
  return rows
    .filter((row) => row.length === header.length)
    .map((row) => ({
      word: row[column.word],
      translation: row[column.translation],
      bnc: Number(row[column.bnc]) || 0,
      frq: Number(row[column.frq]) || 0,
      exchange: row[column.exchange],
    }))
}

/** Chinese terms in a translation field, without parts of speech, subject marks and notes. */
export function chineseTerms(translation) {
  const terms = new Set()
  for (const line of translation.split(/\\n|\n/u)) {
    // Collected from the web without anyone looking.
    if (line.startsWith('[网络]')) continue
    const text = line
      .replaceAll(/\([^()]*\)|（[^（）]*）|<[^<>]*>|〈[^〈〉]*〉|【[^【】]*】|\[[^[\]]*\]|\{[^{}]*\}/gu, ' ')
      .replaceAll(/\b[a-z]+\./gu, ' ')
    for (const part of text.split(/[,，;；、/。:：=\s]+/u)) {
      const term = part.replace(/^(?:使|被|…+|\.+)(?=..)/u, '').replace(/(?<=..)[的地]$/u, '')
      if (/^\p{Script=Han}{1,8}$/u.test(term)) terms.add(term)
    }
  }
  return [...terms]
}

/** Forms and their lemmas (`developed` → `develop`), from both ends of the `exchange` field. */
export function lemmasOf(rows) {
  const ranked = new Map(rows.filter(isRanked).map((row) => [row.word.toLowerCase(), row]))
  const lemmas = new Map()
  for (const { word, exchange } of ranked.values()) {
    for (const part of exchange.split('/')) {
      const [kind, form = ''] = part.split(':')
      if (!/^[dpi3srt]$/u.test(kind) || !/^[a-z]+$/u.test(form) || ranked.has(form)) continue
      if (!lemmas.has(form)) lemmas.set(form, word.toLowerCase())
    }
  }
  for (const [word, { exchange }] of ranked) {
    const lemma = /(?:^|\/)0:([a-z]+)/u.exec(exchange)?.[1]
    if (lemma !== undefined && lemma !== word && ranked.has(lemma)) lemmas.set(word, lemma)
  }
  return { lemmas, ranked }
}

/** Whether a word is common enough to have a rank. */
export function isRanked({ bnc, frq }) {
  return bnc > 0 || frq > 0
}

/**
 * The share of running words of a word at a rank, after Zipf's law as Mandelbrot put it: 1/(rank + 2.7),
 * divided by about what the first 60,000 ranks add up to. Where both corpora rank a word, their mean.
 */
export function shareOf({ bnc, frq }) {
  const shares = [bnc, frq].filter((rank) => rank > 0).map((rank) => 1 / ((rank + 2.7) * 10))
  return shares.length === 0 ? 0 : shares.reduce((sum, share) => sum + share, 0) / shares.length
}

function parseCsv(text) {
  const rows = []
  let row = []
  let at = 0
  while (at < text.length) {
    let field = ''
    if (text[at] === '"') {
      let end = at + 1
      for (;;) {
        end = text.indexOf('"', end)
        if (end < 0) throw new Error('the table of ECDICT ends inside a field')
        if (text[end + 1] !== '"') break
        end += 2
      }
      field = text.slice(at + 1, end).replaceAll('""', '"')
      at = end + 1
    } else {
      const found = text.slice(at, at + 1) === '\n' ? 0 : text.slice(at, at + 4096).search(/[,\n]/u)
      field = text.slice(at, at + found).replace(/\r$/u, '')
      at += found
    }
    row.push(field)
    if (text[at] === '\r') at += 1
    if (text[at] !== ',') {
      rows.push(row)
      row = []
    }
    at += 1
  }
  return rows
}
