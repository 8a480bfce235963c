import type { CodebookChanges, CodebookFile } from '../../shared/contract/schemas/codebook.ts'
import type { CodebookEntry } from '../../shared/domain/codebook-entry.ts'
import type { GrantId, TagId } from '../../shared/domain/ids.ts'
import { formatTagPath, tagNameKey } from '../../shared/domain/tag-path.ts'
import { toCodebookCsv } from '../../shared/export/codebook/to-codebook-csv.ts'
import { toQdc } from '../../shared/export/codebook/to-qdc.ts'
import { newId, type AreaContext } from '../area-context.ts'
import { readCodebook } from '../formats/codebook/read-codebook.ts'
import type { GrantBook } from '../grants.ts'
import { shorten } from '../history/shorten.ts'
import { readSource } from '../imports/read-source.ts'
import type { WriteDb } from '../store/handles.ts'
import { insertTag, listTagRows, updateTag, type TagRow } from './tags.repo.ts'

/** The most changes that are named. */
const MOST_NAMED = 500

export interface CodebookWish {
  readonly format: 'qdc' | 'csv'
  readonly bom: boolean
  readonly escapeFormulas: boolean
}

export interface CodebookService {
  exported(wish: CodebookWish): CodebookFile
  /** What an import of the file would do; the file can be asked about again. */
  preview(grantId: GrantId): Promise<CodebookChanges>
  bringIn(grantId: GrantId, origin: string | null): Promise<CodebookChanges>
}

/** The codebook as files of others. */
export function createCodebookService(
  { store, now }: AreaContext,
  grants: GrantBook,
  version: string,
): CodebookService {
  async function plan(grantId: GrantId): Promise<{ planned: Planned[]; told: CodebookChanges }> {
    const source = grants.fileOf(grantId)
    const entries = readCodebook(await readSource(source))
    const planned = planImport(listTagRows(store.read), entries)
    const count = (kind: Planned['kind']): number => planned.filter((each) => each.kind === kind).length
    const changes = planned.flatMap(({ kind, path }) => (kind === 'skipped' ? [] : [{ path, kind }]))
    return {
      planned,
      told: {
        name: source.name,
        created: count('created'),
        updated: count('updated'),
        skipped: count('skipped'),
        changes: changes.slice(0, MOST_NAMED),
      },
    }
  }

  return {
    exported({ format, bom, escapeFormulas }) {
      const tags = listTagRows(store.read)
      return format === 'qdc'
        ? { name: 'codebook.qdc', mediaType: 'application/xml', content: toQdc(tags, version) }
        : {
            name: 'codebook.csv',
            mediaType: 'text/csv;charset=utf-8',
            content: toCodebookCsv(tags, { bom, escapeFormulas }),
          }
    },

    preview: async (grantId) => (await plan(grantId)).told,

    async bringIn(grantId, origin) {
      const { planned, told } = await plan(grantId)
      const count = told.created + told.updated
      if (count > 0) {
        const label = { kind: 'tag.import', subject: shorten(told.name), count } as const
        store.write({ label, scope: '', origin }, (db) => runImport(db, planned, now()))
      }
      grants.release(grantId)
      return told
    },
  }
}

interface Planned {
  readonly kind: 'created' | 'updated' | 'skipped'
  readonly path: string
  readonly tag: TagRow
}

/** What the entries come to here: matched by path, the first of a path being the one that is here. */
function planImport(rows: readonly TagRow[], entries: readonly CodebookEntry[]): Planned[] {
  const keyOf = (parentId: TagId | null, name: string): string => `${parentId ?? ''}/${tagNameKey(name)}`
  const known = new Map(rows.map((row) => [keyOf(row.parentId, row.name), row]))
  const taken = new Set<string>(rows.map(({ id }) => id))
  const placed = new Map<string, TagId>()
  return entries.map((entry): Planned => {
    const path = formatTagPath(entry.names)
    const above = entry.names.slice(0, -1)
    const name = entry.names.at(-1) ?? ''
    const pathKey = (names: readonly string[]): string => names.map(tagNameKey).join('/')
    // Parents come before their children, so that is settled.
    const parentId = above.length === 0 ? null : (placed.get(pathKey(above)) ?? null)
    const existing = known.get(keyOf(parentId, name))
    if (existing === undefined) {
      const id = isOurs(entry.guid) && !taken.has(entry.guid) ? (entry.guid as TagId) : newId<'tag'>()
      taken.add(id)
      placed.set(pathKey(entry.names), id)
      const { color } = entry
      const texts = { description: entry.description ?? '', examples: entry.examples ?? '' }
      return { kind: 'created', path, tag: { id, parentId, name, color, ...texts } }
    }
    placed.set(pathKey(entry.names), existing.id)
    const tag = {
      ...existing,
      color: entry.color ?? existing.color,
      description: entry.description ?? existing.description,
      examples: entry.examples ?? existing.examples,
    }
    const isSame =
      tag.color === existing.color &&
      tag.description === existing.description &&
      tag.examples === existing.examples
    return { kind: isSame ? 'skipped' : 'updated', path, tag }
  })
}

function runImport(db: WriteDb, planned: readonly Planned[], at: number): void {
  for (const { kind, tag } of planned) {
    if (kind === 'created') insertTag(db, { ...tag, at })
    if (kind !== 'skipped') updateTag(db, tag.id, { ...tag, at })
  }
}

/** Ids of ours are UUIDv7, in the order of time; those of others are not taken over. */
function isOurs(guid: string | null): guid is string {
  return guid !== null && /^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/u.test(guid)
}
