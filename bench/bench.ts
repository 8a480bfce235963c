import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { fileURLToPath } from 'node:url'
import { benchBook } from './book.ts'
import { benchExport } from './export.ts'
import { formatFigures, type Figure } from './figures.ts'
import { benchImport } from './import.ts'
import { benchSurvey } from './survey.ts'

const benches: Readonly<Record<string, () => Promise<Figure[]>>> = {
  import: benchImport,
  export: benchExport,
  survey: benchSurvey,
  book: benchBook,
}

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.error(`No such bench: ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}.`)
  process.exit(2)
}

const figures: Figure[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.error(`measuring: ${name} …`)
  figures.push(...(await bench()))
}
console.log(`Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}\n`)
console.log(formatFigures(figures))

const folder = fileURLToPath(new URL('results', import.meta.url))
mkdirSync(folder, { recursive: true })
writeFileSync(`${folder}/latest.json`, `${JSON.stringify({ node: process.version, figures }, null, 2)}\n`)
