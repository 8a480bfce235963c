import { expect, it } from 'vitest'
import { createSurveyService } from '../../src/core/annotations/survey.service.ts'
import { annotationFilter } from '../../src/shared/contract/schemas/survey.ts'
import { writeOldLibrary } from '../fixtures/old-library.ts'
import { openTestStore } from '../fixtures/open-test-store.ts'
import { tempFolder } from '../fixtures/temp-folder.ts'

const ROWS = `
INSERT INTO articles VALUES ('a1', '橋𠮷', 0, 'zh-Hant', 'news', '2025-05', 'x', NULL, NULL, 1, 1, 7, 1, 2, NULL, NULL);
INSERT INTO blocks VALUES ('k1', 'a1', 1024, 'paragraph', 0, NULL);
INSERT INTO segments VALUES ('s1', 'a1', 'k1', 1024, '橋是給人走的。', '[]');
INSERT INTO highlights VALUES ('h1', 3, 1, 2);
INSERT INTO spans VALUES ('sp1', 'h1', 'primary', 'a1', '橋', '', '是', 'moved', '橋樑');
INSERT INTO span_parts VALUES ('sp1', 0, 'h1', 's1', 0, 1);
INSERT INTO tags VALUES ('t2', NULL, '治理', 2, '管', 1, 2, '');
INSERT INTO tags VALUES ('t1', 't2', '安全', 2, '', 1, 2, '');
INSERT INTO highlight_tags VALUES ('h1', 't2', 1);
INSERT INTO highlight_tags VALUES ('h1', 't1', 2);
INSERT INTO notes VALUES ('n1', '**發展**', 'h1', NULL, NULL, 1, 2);
`

it('a library of the fourth version has its highlights found, folded, and loses nothing', () => {
  const folder = tempFolder()
  const before = writeOldLibrary(folder, 4, ROWS)
  expect(before['highlight_facts']).toHaveLength(1)

  const store = openTestStore(folder)
  for (const table of ['articles', 'highlights', 'spans', 'span_parts', 'highlight_tags', 'notes', 'tags'])
    expect(store.read.all(`SELECT * FROM ${table} ORDER BY 1, 2`), table).toEqual(before[table])
  expect(
    store.read.all('SELECT highlight_id, tags, has_note, block_position, text FROM highlight_facts'),
  ).toEqual([
    { highlight_id: 'h1', tags: 't1 t2', has_note: 1, block_position: 1024, text: '桥\n\n**发展**' },
  ])
  const survey = createSurveyService({ store })
  expect(survey.chosen({ filter: annotationFilter.parse({ text: '发展 桥', tagIds: ['t2'] }) })).toEqual([
    'h1',
  ])
  expect(store.check()).toEqual([])
  store.close()
})
