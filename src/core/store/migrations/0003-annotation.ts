import type { Migration } from '../migrate.ts'

/**
 * What annotating a text that changes needs: its former states, what a moved quote was, examples in the
 * codebook, and where notes point. Ids, times and offsets are as in the first migration.
 */
export const annotationThatLasts: Migration = {
  version: 3,
  sql: `
-- What the quote was before its text changed so much that a person should look; null while all is well.
ALTER TABLE spans ADD COLUMN was TEXT;
ALTER TABLE link_ends ADD COLUMN was TEXT;
CREATE INDEX spans_in_doubt ON spans (state) WHERE state <> 'ok';
CREATE INDEX link_ends_in_doubt ON link_ends (state) WHERE state <> 'ok';

-- Passages that show what a tag is for, in the user's words.
ALTER TABLE tags ADD COLUMN examples TEXT NOT NULL DEFAULT '';

-- An article that is brought up to date from a corrected file has several originals; one is the present text's.
CREATE TABLE new_originals (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  encoding TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  byte_length INTEGER NOT NULL,
  bytes BLOB NOT NULL
) STRICT;
INSERT INTO new_originals (id, article_id, name, encoding, sha256, byte_length, bytes)
  SELECT article_id, article_id, name, encoding, sha256, byte_length, bytes FROM originals;
DROP TABLE originals;
ALTER TABLE new_originals RENAME TO originals;
CREATE INDEX originals_by_sha256 ON originals (sha256);
CREATE INDEX originals_by_article ON originals (article_id);
-- No foreign key: the two tables would each wait for the other.
ALTER TABLE articles ADD COLUMN original_id TEXT;
UPDATE articles SET original_id = (SELECT o.id FROM originals AS o WHERE o.article_id = articles.id);

-- Former states of a text, to compare with and to return to. The present state is in blocks and segments only.
-- Not undone: a state that was kept stays kept.
CREATE TABLE revisions (
  id TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  made_at INTEGER NOT NULL,
  -- What was about to change the text when this state of it was kept.
  reason TEXT NOT NULL CHECK (reason IN ('edit', 'update', 'restore')),
  original_id TEXT,
  block_count INTEGER NOT NULL,
  segment_count INTEGER NOT NULL,
  character_count INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  -- The blocks as JSON, deflated.
  content BLOB NOT NULL,
  UNIQUE (article_id, number)
) STRICT;

-- What notes link to with [[…]]: kept beside their text, so that a target can list them.
CREATE TABLE note_links (
  note_id TEXT NOT NULL REFERENCES notes (id) ON DELETE CASCADE,
  target_kind TEXT NOT NULL CHECK (target_kind IN ('article', 'highlight', 'tag', 'term', 'note')),
  target_id TEXT NOT NULL,
  PRIMARY KEY (note_id, target_kind, target_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX note_links_by_target ON note_links (target_kind, target_id);

-- The list of notes shows those changed last, of however many there are.
CREATE INDEX notes_by_time ON notes (updated_at, id);
-- What the page of all highlights filters and sorts by, one narrow row a highlight, kept by the triggers below and
-- by nothing else (never captured: a replayed step fires them too). Joined from their own tables, 100,000 highlights
-- take longer than a person waits: three look-ups each for the place in reading order alone. It has rowids, so that a
-- scan with a filter reads it from front to back.
CREATE TABLE highlight_facts (
  highlight_id TEXT NOT NULL UNIQUE REFERENCES highlights (id) ON DELETE CASCADE,
  -- Whether the article of the primary span is in the library, not removed.
  shown INTEGER NOT NULL,
  color INTEGER NOT NULL,
  -- The worse of its spans' states: 0 ok, 1 moved, 2 lost.
  doubt INTEGER NOT NULL,
  has_note INTEGER NOT NULL,
  tag_count INTEGER NOT NULL,
  created_at INTEGER NOT NULL,
  updated_at INTEGER NOT NULL,
  article_id TEXT NOT NULL,
  language TEXT NOT NULL,
  date TEXT,
  mirror_article_id TEXT,
  mirror_language TEXT,
  -- Of the block the primary span begins in; null, as the place is, where it is lost.
  speaker_id TEXT,
  block_position INTEGER,
  segment_position INTEGER,
  start INTEGER,
  -- Both quotes and the note, to be searched. An index of words or of three letters would not find 桥.
  text TEXT NOT NULL
) STRICT;
CREATE INDEX highlight_facts_by_creation ON highlight_facts (shown, created_at, highlight_id);
CREATE INDEX highlight_facts_by_change ON highlight_facts (shown, updated_at, highlight_id);
CREATE INDEX highlight_facts_by_place
  ON highlight_facts (article_id, block_position, segment_position, start, highlight_id, shown);
CREATE INDEX highlight_facts_by_mirror ON highlight_facts (mirror_article_id) WHERE mirror_article_id IS NOT NULL;

CREATE VIEW highlight_facts_made AS
SELECT h.id AS highlight_id, a.deleted_at IS NULL AS shown, h.color,
  max(CASE sp.state WHEN 'ok' THEN 0 WHEN 'moved' THEN 1 ELSE 2 END,
    CASE ifnull(m.state, 'ok') WHEN 'ok' THEN 0 WHEN 'moved' THEN 1 ELSE 2 END) AS doubt,
  EXISTS (SELECT 1 FROM notes AS n WHERE n.highlight_id = h.id) AS has_note,
  (SELECT count(*) FROM highlight_tags AS ht WHERE ht.highlight_id = h.id) AS tag_count,
  h.created_at, h.updated_at, sp.article_id, a.language, a.date,
  m.article_id AS mirror_article_id, ma.language AS mirror_language,
  b.speaker_id, b.position AS block_position, s.position AS segment_position, p.start,
  sp.exact || char(10) || ifnull(m.exact, '') || char(10) ||
    ifnull((SELECT n.body FROM notes AS n WHERE n.highlight_id = h.id), '') AS text
FROM highlights AS h
JOIN spans AS sp ON sp.highlight_id = h.id AND sp.role = 'primary'
JOIN articles AS a ON a.id = sp.article_id
LEFT JOIN spans AS m ON m.highlight_id = h.id AND m.role = 'mirror'
LEFT JOIN articles AS ma ON ma.id = m.article_id
LEFT JOIN span_parts AS p ON p.span_id = sp.id AND p.ordinal = 0
LEFT JOIN segments AS s ON s.id = p.segment_id
LEFT JOIN blocks AS b ON b.id = s.block_id;

-- One place says what a row is; the triggers and the check of the tests read it.
INSERT INTO highlight_facts SELECT * FROM highlight_facts_made;

CREATE TRIGGER facts_highlight_made AFTER INSERT ON highlights BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = NEW.id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = NEW.id;
END;
CREATE TRIGGER facts_highlight_changed AFTER UPDATE OF color, created_at, updated_at ON highlights BEGIN
  UPDATE highlight_facts SET color = NEW.color, created_at = NEW.created_at, updated_at = NEW.updated_at
    WHERE highlight_id = NEW.id;
END;
CREATE TRIGGER facts_span_made AFTER INSERT ON spans BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = NEW.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = NEW.highlight_id;
END;
CREATE TRIGGER facts_span_changed AFTER UPDATE OF highlight_id, role, article_id, state, exact ON spans BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = NEW.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = NEW.highlight_id;
END;
CREATE TRIGGER facts_span_gone AFTER DELETE ON spans BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = OLD.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = OLD.highlight_id;
END;
CREATE TRIGGER facts_part_made AFTER INSERT ON span_parts WHEN NEW.ordinal = 0 BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = NEW.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = NEW.highlight_id;
END;
CREATE TRIGGER facts_part_changed AFTER UPDATE ON span_parts WHEN NEW.ordinal = 0 OR OLD.ordinal = 0 BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = NEW.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = NEW.highlight_id;
END;
CREATE TRIGGER facts_part_gone AFTER DELETE ON span_parts WHEN OLD.ordinal = 0 BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = OLD.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = OLD.highlight_id;
END;
CREATE TRIGGER facts_note_made AFTER INSERT ON notes WHEN NEW.highlight_id IS NOT NULL BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = NEW.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = NEW.highlight_id;
END;
CREATE TRIGGER facts_note_changed AFTER UPDATE OF highlight_id, body ON notes
WHEN OLD.highlight_id IS NOT NULL OR NEW.highlight_id IS NOT NULL BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = OLD.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = OLD.highlight_id;
  DELETE FROM highlight_facts WHERE highlight_id = NEW.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = NEW.highlight_id;
END;
CREATE TRIGGER facts_note_gone AFTER DELETE ON notes WHEN OLD.highlight_id IS NOT NULL BEGIN
  DELETE FROM highlight_facts WHERE highlight_id = OLD.highlight_id;
  INSERT INTO highlight_facts SELECT * FROM highlight_facts_made WHERE highlight_id = OLD.highlight_id;
END;
CREATE TRIGGER facts_tag_put AFTER INSERT ON highlight_tags BEGIN
  UPDATE highlight_facts SET tag_count = (SELECT count(*) FROM highlight_tags AS ht WHERE ht.highlight_id = NEW.highlight_id)
    WHERE highlight_id = NEW.highlight_id;
END;
CREATE TRIGGER facts_tag_taken AFTER DELETE ON highlight_tags BEGIN
  UPDATE highlight_facts SET tag_count = (SELECT count(*) FROM highlight_tags AS ht WHERE ht.highlight_id = OLD.highlight_id)
    WHERE highlight_id = OLD.highlight_id;
END;
CREATE TRIGGER facts_article_changed AFTER UPDATE OF language, date, deleted_at ON articles WHEN OLD.language <> NEW.language OR OLD.date IS NOT NEW.date OR OLD.deleted_at IS NOT NEW.deleted_at BEGIN
  UPDATE highlight_facts SET language = NEW.language, date = NEW.date, shown = NEW.deleted_at IS NULL
    WHERE article_id = NEW.id;
  UPDATE highlight_facts SET mirror_language = NEW.language WHERE mirror_article_id = NEW.id;
END;
CREATE TRIGGER facts_block_changed AFTER UPDATE OF position, speaker_id ON blocks WHEN OLD.position <> NEW.position OR OLD.speaker_id IS NOT NEW.speaker_id BEGIN
  UPDATE highlight_facts SET block_position = NEW.position, speaker_id = NEW.speaker_id
    WHERE highlight_id IN (SELECT p.highlight_id FROM segments AS s JOIN span_parts AS p ON p.segment_id = s.id AND p.ordinal = 0
      JOIN spans AS sp ON sp.id = p.span_id AND sp.role = 'primary' WHERE s.block_id = NEW.id);
END;
CREATE TRIGGER facts_segment_changed AFTER UPDATE OF position, block_id ON segments WHEN OLD.position <> NEW.position OR OLD.block_id <> NEW.block_id BEGIN
  UPDATE highlight_facts SET segment_position = NEW.position,
      block_position = (SELECT b.position FROM blocks AS b WHERE b.id = NEW.block_id),
      speaker_id = (SELECT b.speaker_id FROM blocks AS b WHERE b.id = NEW.block_id)
    WHERE highlight_id IN (SELECT p.highlight_id FROM span_parts AS p
      JOIN spans AS sp ON sp.id = p.span_id AND sp.role = 'primary'
      WHERE p.segment_id = NEW.id AND p.ordinal = 0);
END;
`,
}
