import type { Migration } from '../migrate.ts'

/** What a row of `highlight_facts` says; its number is its own. */
const COLUMNS = [
  'highlight_id',
  'color',
  'doubt',
  'has_note',
  'tags',
  'created_at',
  'updated_at',
  'article_id',
  'mirror_article_id',
  'speaker_id',
  'block_position',
  'segment_position',
  'start',
  'text',
] as const
const names = COLUMNS.join(', ')

/** Makes the row of a highlight what the view says it is. It keeps its number. */
const remake = (id: string): string => `
  DELETE FROM highlight_facts WHERE highlight_id = ${id}
    AND NOT EXISTS (SELECT 1 FROM spans AS sp WHERE sp.highlight_id = ${id} AND sp.role = 'primary');
  INSERT INTO highlight_facts (${names}) SELECT ${names} FROM highlight_facts_made WHERE highlight_id = ${id}
    ON CONFLICT (highlight_id) DO UPDATE SET ${COLUMNS.slice(1)
      .map((name) => `${name} = excluded.${name}`)
      .join(', ')};`

/** Only some columns: an index is written only for what it is of, and a note is not folded for a tag. */
const refresh = (id: string, columns: readonly (typeof COLUMNS)[number][]): string => `
  UPDATE highlight_facts SET (${columns.join(', ')}) =
    (SELECT ${columns.join(', ')} FROM highlight_facts_made AS made WHERE made.highlight_id = ${id})
    WHERE highlight_id = ${id}`

const PLACE = ['speaker_id', 'block_position', 'segment_position', 'start'] as const
const NOTE = ['has_note', 'text'] as const

/** A part that says where a highlight begins. */
const isFirst = (row: string): string =>
  `AND EXISTS (SELECT 1 FROM spans AS sp WHERE sp.id = ${row}.span_id AND sp.role = 'primary');`

/**
 * The narrow table of the page of all highlights made anew (docs/adr/0014): rows have numbers that last, tags stand in
 * them, the text is folded, and what an article says (its language, its date, whether it is in the library) is the
 * article's alone. Triggers write only what changed; before, each of four wrote a whole row and four indexes.
 */
export const factsInNumbers: Migration = {
  version: 5,
  sql: `
DROP TRIGGER facts_highlight_made;
DROP TRIGGER facts_highlight_changed;
DROP TRIGGER facts_span_made;
DROP TRIGGER facts_span_changed;
DROP TRIGGER facts_span_gone;
DROP TRIGGER facts_part_made;
DROP TRIGGER facts_part_changed;
DROP TRIGGER facts_part_gone;
DROP TRIGGER facts_note_made;
DROP TRIGGER facts_note_changed;
DROP TRIGGER facts_note_gone;
DROP TRIGGER facts_tag_put;
DROP TRIGGER facts_tag_taken;
DROP TRIGGER facts_article_changed;
DROP TRIGGER facts_block_changed;
DROP TRIGGER facts_segment_changed;
DROP VIEW highlight_facts_made;
DROP TABLE highlight_facts;

CREATE TABLE highlight_facts (
  -- The row's number in the memory of \`facts-table.ts\`.
  id INTEGER PRIMARY KEY,
  highlight_id TEXT NOT NULL UNIQUE REFERENCES highlights (id) ON DELETE CASCADE,
  color INTEGER NOT NULL,
  -- The worse of its spans' states: 0 ok, 1 moved, 2 lost.
  doubt INTEGER NOT NULL,
  has_note INTEGER NOT NULL,
  -- Ids in order, a space between; null where there is none.
  tags TEXT,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  -- Of the primary span, and of the mirror.
  article_id TEXT NOT NULL,
  mirror_article_id TEXT,
  -- Of the block the primary span begins in; null, as the place is, where it is lost.
  speaker_id TEXT,
  block_position INTEGER,
  segment_position INTEGER,
  start INTEGER,
  -- Both quotes and the note in the form of \`search-form.ts\`. An index of words or of three letters would not find 桥.
  text TEXT NOT NULL
) STRICT;

CREATE VIEW highlight_facts_made AS
SELECT h.id AS highlight_id, h.color,
  max(CASE sp.state WHEN 'ok' THEN 0 WHEN 'moved' THEN 1 ELSE 2 END,
    CASE ifnull(m.state, 'ok') WHEN 'ok' THEN 0 WHEN 'moved' THEN 1 ELSE 2 END) AS doubt,
  EXISTS (SELECT 1 FROM notes AS n WHERE n.highlight_id = h.id) AS has_note,
  (SELECT group_concat(t.tag_id, ' ') FROM
    (SELECT ht.tag_id FROM highlight_tags AS ht WHERE ht.highlight_id = h.id ORDER BY ht.tag_id) AS t) AS tags,
  h.created_at, h.updated_at, sp.article_id, m.article_id AS mirror_article_id,
  b.speaker_id, b.position AS block_position, s.position AS segment_position, p.start,
  search_form(sp.exact) || char(10) || search_form(ifnull(m.exact, '')) || char(10) ||
    search_form(ifnull((SELECT n.body FROM notes AS n WHERE n.highlight_id = h.id), '')) AS text
FROM highlights AS h
JOIN spans AS sp ON sp.highlight_id = h.id AND sp.role = 'primary'
LEFT JOIN spans AS m ON m.highlight_id = h.id AND m.role = 'mirror'
LEFT JOIN span_parts AS p ON p.span_id = sp.id AND p.ordinal = 0
LEFT JOIN segments AS s ON s.id = p.segment_id
LEFT JOIN blocks AS b ON b.id = s.block_id;

INSERT INTO highlight_facts (${names}) SELECT ${names} FROM highlight_facts_made;
CREATE INDEX highlight_facts_by_creation ON highlight_facts (created_at, highlight_id);
CREATE INDEX highlight_facts_by_change ON highlight_facts (updated_at, highlight_id);
CREATE INDEX highlight_facts_by_place
  ON highlight_facts (article_id, block_position, segment_position, start, highlight_id);
-- Which sets of tags there are, and how many highlights have each: the counts of the codebook.
CREATE INDEX highlight_facts_by_tags ON highlight_facts (tags) WHERE tags IS NOT NULL;
DROP INDEX highlight_tags_by_tag;
CREATE INDEX highlight_tags_by_tag ON highlight_tags (tag_id, created_at);

-- A replayed step writes every column of a row, so each trigger asks whether its own have changed.
CREATE TRIGGER facts_highlight_changed AFTER UPDATE OF color, created_at, updated_at ON highlights BEGIN
  UPDATE highlight_facts SET color = NEW.color WHERE highlight_id = NEW.id AND OLD.color <> NEW.color;
  UPDATE highlight_facts SET created_at = NEW.created_at
    WHERE highlight_id = NEW.id AND OLD.created_at <> NEW.created_at;
  UPDATE highlight_facts SET updated_at = NEW.updated_at
    WHERE highlight_id = NEW.id AND OLD.updated_at <> NEW.updated_at;
END;
-- A highlight that comes back may come after what hangs on it.
CREATE TRIGGER facts_highlight_made AFTER INSERT ON highlights BEGIN ${remake('NEW.id')} END;
CREATE TRIGGER facts_span_made AFTER INSERT ON spans BEGIN ${remake('NEW.highlight_id')} END;
CREATE TRIGGER facts_span_gone AFTER DELETE ON spans BEGIN ${remake('OLD.highlight_id')} END;
CREATE TRIGGER facts_span_put AFTER UPDATE OF highlight_id, role, article_id ON spans
WHEN OLD.highlight_id <> NEW.highlight_id OR OLD.role <> NEW.role OR OLD.article_id <> NEW.article_id BEGIN
  ${remake('OLD.highlight_id')} ${remake('NEW.highlight_id')}
END;
CREATE TRIGGER facts_span_state AFTER UPDATE OF state ON spans WHEN OLD.state <> NEW.state BEGIN
  ${refresh('NEW.highlight_id', ['doubt'])};
END;
CREATE TRIGGER facts_span_text AFTER UPDATE OF exact ON spans WHEN OLD.exact <> NEW.exact BEGIN
  ${refresh('NEW.highlight_id', ['text'])};
END;
CREATE TRIGGER facts_part_made AFTER INSERT ON span_parts WHEN NEW.ordinal = 0 BEGIN
  ${refresh('NEW.highlight_id', PLACE)} ${isFirst('NEW')}
END;
CREATE TRIGGER facts_part_changed AFTER UPDATE ON span_parts WHEN NEW.ordinal = 0 OR OLD.ordinal = 0 BEGIN
  ${refresh('OLD.highlight_id', PLACE)} ${isFirst('OLD')}
  ${refresh('NEW.highlight_id', PLACE)} ${isFirst('NEW')}
END;
CREATE TRIGGER facts_part_gone AFTER DELETE ON span_parts WHEN OLD.ordinal = 0 BEGIN
  ${refresh('OLD.highlight_id', PLACE)} ${isFirst('OLD')}
END;
CREATE TRIGGER facts_note_made AFTER INSERT ON notes WHEN NEW.highlight_id IS NOT NULL BEGIN
  ${refresh('NEW.highlight_id', NOTE)};
END;
CREATE TRIGGER facts_note_moved AFTER UPDATE OF highlight_id ON notes
WHEN OLD.highlight_id IS NOT NEW.highlight_id BEGIN
  ${refresh('OLD.highlight_id', NOTE)};
  ${refresh('NEW.highlight_id', NOTE)};
END;
CREATE TRIGGER facts_note_changed AFTER UPDATE OF body ON notes
WHEN NEW.highlight_id IS NOT NULL AND OLD.body <> NEW.body BEGIN
  ${refresh('NEW.highlight_id', ['text'])};
END;
CREATE TRIGGER facts_note_gone AFTER DELETE ON notes WHEN OLD.highlight_id IS NOT NULL BEGIN
  ${refresh('OLD.highlight_id', NOTE)};
END;
CREATE TRIGGER facts_tag_put AFTER INSERT ON highlight_tags BEGIN
  ${refresh('NEW.highlight_id', ['tags'])};
END;
CREATE TRIGGER facts_tag_changed AFTER UPDATE ON highlight_tags
WHEN OLD.highlight_id <> NEW.highlight_id OR OLD.tag_id <> NEW.tag_id BEGIN
  ${refresh('OLD.highlight_id', ['tags'])};
  ${refresh('NEW.highlight_id', ['tags'])};
END;
CREATE TRIGGER facts_tag_taken AFTER DELETE ON highlight_tags BEGIN
  ${refresh('OLD.highlight_id', ['tags'])};
END;
CREATE TRIGGER facts_block_changed AFTER UPDATE OF position, speaker_id ON blocks
WHEN OLD.position <> NEW.position OR OLD.speaker_id IS NOT NEW.speaker_id BEGIN
  UPDATE highlight_facts SET block_position = NEW.position, speaker_id = NEW.speaker_id
    WHERE highlight_id IN (SELECT p.highlight_id FROM segments AS s
      JOIN span_parts AS p ON p.segment_id = s.id AND p.ordinal = 0
      JOIN spans AS sp ON sp.id = p.span_id AND sp.role = 'primary' WHERE s.block_id = NEW.id);
END;
CREATE TRIGGER facts_segment_changed AFTER UPDATE OF position, block_id ON segments
WHEN OLD.position <> NEW.position OR OLD.block_id <> NEW.block_id BEGIN
  UPDATE highlight_facts SET segment_position = NEW.position,
      block_position = (SELECT b.position FROM blocks AS b WHERE b.id = NEW.block_id),
      speaker_id = (SELECT b.speaker_id FROM blocks AS b WHERE b.id = NEW.block_id)
    WHERE highlight_id IN (SELECT p.highlight_id FROM span_parts AS p
      JOIN spans AS sp ON sp.id = p.span_id AND sp.role = 'primary'
      WHERE p.segment_id = NEW.id AND p.ordinal = 0);
END;
`,
}
