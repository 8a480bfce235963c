import { expect, test } from 'vitest'
import { plainNote } from '../../../src/core/notes/plain-note.ts'

test.each([
  ['**桥**在先：英文 *it is a bridge first*', '桥在先：英文 it is a bridge first'],
  ['# 题\n\n- 一\n  1. 二\n> - 三', '题\n\n一\n二\n三'],
  ['- [x] `done` ~~not~~ [see](https://a.example/b_c)', 'done not see'],
  ['见 [[桥]]，![图](a.png) 与 __粗__ _斜_', '见 桥，图 与 粗 斜'],
  ['```js\nlet a\n```', 'let a'],
  // What only looks like it stays.
  ['snake_case_name, 2 * 3 * 4, C# and #标签', 'snake_case_name, 2 * 3 * 4, C# and #标签'],
  [String.raw`1\. 年 \*不斜\* 3.5`, '1. 年 *不斜* 3.5'],
  ['𠮷😀**祥**', '𠮷😀祥'],
  ['***', '***'],
])('%s', (markdown, plain) => expect(plainNote(markdown).trim()).toBe(plain))

test('looks only at the beginning of a long note', () => {
  expect(plainNote('*a '.repeat(300_000)).length).toBeLessThanOrEqual(1000)
})
