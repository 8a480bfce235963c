import type { Entity } from '../../shared/domain/entity.ts'

/** What a row of a table tells about: the entity and the column that holds its id. */
interface Telling {
  readonly entity: Entity
  readonly column: string
}

/**
 * The tables whose rows the user made. Their changes are recorded, can be undone, and are told to the
 * windows as changes of these entities. No BLOBs here, no integers beyond 2^53: rows travel as JSON.
 */
export const CAPTURED_TABLES: Readonly<Record<string, readonly Telling[]>> = {
  articles: [{ entity: 'article', column: 'id' }],
  blocks: [{ entity: 'text', column: 'article_id' }],
  segments: [{ entity: 'text', column: 'article_id' }],
  speakers: [{ entity: 'speaker', column: 'id' }],
  speaker_names: [{ entity: 'speaker', column: 'speaker_id' }],
  pairs: [{ entity: 'pair', column: 'id' }],
  beads: [{ entity: 'bead', column: 'pair_id' }],
  bead_segments: [{ entity: 'bead', column: 'pair_id' }],
  links: [{ entity: 'link', column: 'id' }],
  link_ends: [{ entity: 'link', column: 'link_id' }],
  link_end_parts: [{ entity: 'link', column: 'link_id' }],
  terms: [{ entity: 'term', column: 'id' }],
  term_forms: [{ entity: 'term', column: 'term_id' }],
  highlights: [{ entity: 'highlight', column: 'id' }],
  spans: [{ entity: 'highlight', column: 'highlight_id' }],
  span_parts: [{ entity: 'highlight', column: 'highlight_id' }],
  tags: [{ entity: 'tag', column: 'id' }],
  highlight_tags: [
    { entity: 'highlight', column: 'highlight_id' },
    { entity: 'tag', column: 'tag_id' },
  ],
  notes: [
    { entity: 'note', column: 'id' },
    { entity: 'highlight', column: 'highlight_id' },
  ],
  note_links: [{ entity: 'note', column: 'note_id' }],
}
