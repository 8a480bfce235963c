import { seededRandom } from './make-text.ts'

/** The text as one page of plain paragraphs with `count` marks spread over it: what the app is measured against. */
export function plainPage(text: string, count: number): string {
  const random = seededRandom(7)
  const paragraphs = text.split('\n\n')
  const perParagraph = count / paragraphs.length
  let due = 0
  const body = paragraphs.map((paragraph) => {
    due += perParagraph
    let html = ''
    let from = 0
    while (due >= 1) {
      due -= 1
      const start = from + Math.floor(random() * 8)
      const end = start + 2 + Math.floor(random() * 12)
      if (end >= paragraph.length) break
      html += `${paragraph.slice(from, start)}<mark>${paragraph.slice(start, end)}</mark>`
      from = end
    }
    return `<p>${html}${paragraph.slice(from)}</p>`
  })
  const style = 'body { max-width: 480px; margin: auto; font: 18px/1.95 serif; text-align: justify }'
  return `<!doctype html><html lang="zh-Hans"><meta charset="utf-8"><style>${style}</style>${body.join('\n')}</html>`
}
