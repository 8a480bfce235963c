import type { ExportArticle } from './export-model.ts'

/** By UTF-16 code units: the same on every machine, which no locale's order is. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** By date (undated last), title, id. */
export function compareArticles(a: ExportArticle, b: ExportArticle): number {
  return (
    Number(a.date === null) - Number(b.date === null) ||
    compareText(a.date ?? '', b.date ?? '') ||
    compareText(a.title, b.title) ||
    compareText(a.id, b.id)
  )
}

/** Compares number by number; a list that ends first comes first. */
export function compareNumbers(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? -1) - (b[at] ?? -1)
    if (difference !== 0) return difference
  }
  return 0
}
