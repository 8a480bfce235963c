import { AxeBuilder } from '@axe-core/playwright'
import type { CDPSession, Locator, Page } from '@playwright/test'
import type { FullNote } from '../../src/shared/contract/schemas/note.ts'
import { expect, test, type App } from './fixtures/app.ts'
import { painted, typeWithInputMethod } from './fixtures/hand.ts'
import { goTo, openSamplePair } from './fixtures/library.ts'

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
})

async function allNotes(app: App): Promise<FullNote[]> {
  const { rows } = await app.call('notes.list', {})
  const notes = await Promise.all(
    rows.map(({ id }) => app.call('notes.get', { target: { kind: 'note', noteId: id } })),
  )
  return notes.flat()
}

async function bodies(app: App): Promise<string[]> {
  return (await allNotes(app)).map(({ body }) => body).toSorted()
}

async function articleCalled(app: App, title: string): Promise<string> {
  const articles = await app.call('articles.list', {})
  const found = articles.find((article) => article.title === title)
  if (found === undefined) throw new Error(`no article ${title}`)
  return found.id
}

const options = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'What can be linked to' }).getByRole('option')

test('by keyboard: a note on a highlight with a link, followed, seen from the other side', async ({
  page,
  app,
}) => {
  await openSamplePair(page, app)
  const other = await articleCalled(app, '青岛港札记')
  await page.keyboard.press('s')
  await page.keyboard.press('3')
  await expect.poll(() => painted(page, 'hl-3')).toHaveLength(1)
  await page.keyboard.press('n')
  const editor = page.getByRole('textbox', { name: 'Note' })
  await expect(editor).toBeFocused()
  await page.keyboard.type('see [[')
  await expect(options(page).first()).toBeVisible()
  await page.keyboard.insertText('青岛港')
  await expect(options(page)).toHaveText([/青岛港札记/u])
  await expect(editor).toHaveAttribute('aria-activedescendant', /.+/u)
  await page.keyboard.press('Enter')
  await expect(options(page)).toHaveCount(0)
  await page.keyboard.type(' too')
  const body = `see [青岛港札记](duizhao://article/${other}) too`
  await expect.poll(() => bodies(app)).toEqual([body])

  // Into the link, and where it leads.
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Enter')
  await expect(page).toHaveURL(new RegExp(`#/article/${other}$`, 'u'))
  await expect(page.locator('[data-segment]').first()).toBeVisible()

  // The other side tells of it, and leads back.
  await page.keyboard.press('Alt+Shift+n')
  const dialog = page.getByRole('dialog', { name: 'Notes on the article' })
  await expect(dialog.getByRole('region', { name: 'Linked from' })).toContainText('see 青岛港札记 too')
  await expect(dialog.getByRole('textbox')).toBeFocused()
  await page.keyboard.press('Tab')
  await expect(dialog.getByRole('button', { name: /see 青岛港札记/u })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/#\/pair\//u)
  await expect(dialog).toBeHidden()

  // What it points to goes: the words stay and say so; undone, the link leads again.
  await app.call('articles.remove', { articleIds: [other as FullNote['id'] as never] })
  const card = page.getByRole('article').filter({ hasText: '青岛港札记' })
  await expect(card.locator('[data-gone]')).toHaveText(/青岛港札记/u)
  expect(await bodies(app)).toEqual([body])
  await app.call('history.undo', {})
  await expect(card.getByRole('button', { name: '青岛港札记' })).toBeVisible()
})

/** A key that an input method takes for itself while it composes, as the page sees it. */
async function pressWhileComposing(session: CDPSession, key: string): Promise<void> {
  for (const type of ['rawKeyDown', 'keyUp'] as const) {
    await session.send('Input.dispatchKeyEvent', { type, key, code: key, windowsVirtualKeyCode: 229 })
  }
}

async function compose(session: CDPSession, text: string): Promise<void> {
  await session.send('Input.imeSetComposition', {
    text,
    selectionStart: text.length,
    selectionEnd: text.length,
  })
}

test('an input method: nothing doubled, dropped, submitted or opened', async ({ page, app }) => {
  await openSamplePair(page, app)
  const bridge = await articleCalled(app, '桥与镜子')
  await goTo(page, '#/annotations/notes/new=1')
  const editor = page.getByRole('textbox', { name: 'Free note' })
  await expect(editor).toBeFocused()
  const session = await page.context().newCDPSession(page)

  // Enter and Esc choose and cancel words, and do nothing else.
  await compose(session, 'j')
  await compose(session, 'jing')
  await pressWhileComposing(session, 'Enter')
  await session.send('Input.insertText', { text: '镜' })
  await compose(session, 'zi')
  await compose(session, 'z')
  await pressWhileComposing(session, 'Backspace')
  await compose(session, '')
  await compose(session, 'q')
  await pressWhileComposing(session, 'Escape')
  await compose(session, '')
  // On some systems the Enter that ended a composition comes after its end.
  await typeWithInputMethod(page, ['z', 'zi'], '子')
  await pressWhileComposing(session, 'Enter')
  await expect(editor).toBeFocused()
  await expect(editor).toHaveText('镜子')
  await expect.poll(() => bodies(app)).toEqual(['镜子'])

  // Brackets after a composition, and one behind them: the list waits for the word that is chosen.
  await page.keyboard.type('[[')
  await expect(options(page).first()).toBeVisible()
  await compose(session, 'q')
  await compose(session, 'qiao')
  await pressWhileComposing(session, 'ArrowDown')
  await pressWhileComposing(session, 'Enter')
  await expect(editor.locator('a')).toHaveCount(0)
  await session.send('Input.insertText', { text: '桥与' })
  await expect(options(page).first()).toContainText('桥与镜子')
  await page.keyboard.press('Enter')
  await expect(editor.locator('a')).toHaveText('桥与镜子')
  // Right behind the link: outside of it.
  await typeWithInputMethod(page, ['h', 'hen'], '很')
  await typeWithInputMethod(page, ['h', 'hao'], '好')
  const linked = `镜子[桥与镜子](duizhao://article/${bridge})很好`
  await expect.poll(() => bodies(app)).toEqual([linked])

  // The keys of the brackets give 【【 in Chinese; Escape leaves them be, and only closes the list.
  await typeWithInputMethod(page, [], '【【')
  await expect(options(page).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(options(page)).toHaveCount(0)
  await typeWithInputMethod(page, ['z', 'zhen'], '真')
  await expect(options(page)).toHaveCount(0)
  await expect(editor).toBeFocused()
  await page.keyboard.press('Enter')
  // A heading's sign, and Chinese right behind it.
  await page.keyboard.type('## ')
  await typeWithInputMethod(page, ['x', 'xiao'], '小结')
  await expect.poll(() => bodies(app)).toEqual([`${linked}【【真\n\n## 小结`])
  await session.detach()
})

test('the room of notes by keyboard: write, find, delete, take back', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await app.call('annotations.createByQuote', {
    articleId: pair.left.id,
    quote: '媒体是镜子，更是桥',
    color: 3,
    tagPaths: ['译法'],
    note: '**镜子**和桥',
  })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('New note')
  await page.keyboard.press('Enter')
  const editor = page.getByRole('textbox', { name: 'Free note' })
  await expect(editor).toBeFocused()
  await page.keyboard.type('# Plan')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- [ ] read **twice** and `note`')
  await page.keyboard.press('Enter')
  await page.keyboard.type('compare')
  await page.keyboard.press('Escape')
  const list = page.getByRole('listbox', { name: 'Notes' })
  await expect(list).toBeFocused()
  const free = '# Plan\n\n- [ ] read **twice** and `note`\n- [ ] compare'
  await expect.poll(() => bodies(app)).toEqual(['**镜子**和桥', free].toSorted())
  await expect(list.getByRole('option')).toHaveText([/Plan read twice/u, /镜子和桥/u])

  // The other one, and the way to its text and back.
  await page.keyboard.press('End')
  await expect(list.getByRole('option', { selected: true })).toContainText('镜子和桥')
  await page.keyboard.press('g')
  await expect(page).toHaveURL(/#\/pair\/.+\/at\//u)
  await page.goBack()
  await expect(list.getByRole('option', { selected: true })).toContainText('镜子和桥')

  await page.keyboard.press('/')
  await page.keyboard.type('plan')
  await expect(list.getByRole('option')).toHaveText([/Plan/u])
  await page.keyboard.press('ArrowDown')
  await expect(list).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(editor).toBeFocused()
  await expect(editor.getByRole('listitem').first()).toHaveAttribute('aria-description', 'Not ticked')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Delete')
  await expect.poll(() => bodies(app)).toEqual(['**镜子**和桥'])
  await expect(page.getByText('Note deleted')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect.poll(async () => (await bodies(app)).includes(free)).toBe(true)
})

test('notes on articles and beads, from the text, the align layer and the library', async ({ page, app }) => {
  const pair = await openSamplePair(page, app)
  await page.keyboard.press('Alt+Shift+n')
  const onArticle = page.getByRole('textbox', { name: 'Note on “桥与镜子”' })
  await expect(onArticle).toBeFocused()
  await page.keyboard.insertText('关于这一篇')
  await page.keyboard.press('Control+Enter')
  await expect(onArticle).toBeHidden()
  await expect.poll(() => bodies(app)).toEqual(['关于这一篇'])

  // An unaligned pair has no beads.
  if (!(await app.call('reader.open', { target: { kind: 'pair', pairId: pair.id } })).aligned) {
    const { jobId } = await app.call('alignment.start', { pairId: pair.id })
    await expect
      .poll(async () => (await app.call('jobs.list', {})).find(({ id }) => id === jobId)?.state)
      .toBe('done')
  }
  await expect(page.locator('[data-row]').first()).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.keyboard.press('Shift+n')
  const onBead = page.getByRole('textbox', { name: /^Note on bead \d/u })
  await expect(onBead).toBeFocused()
  await page.keyboard.insertText('关于这一对')
  await page.keyboard.press('Escape')
  await expect(onBead).toBeHidden()
  const mark = page.getByRole('button', { name: /has a note, open it/u })
  await expect(mark).toHaveCount(1)

  // The same key in the align layer.
  await page.keyboard.press('a')
  await expect(mark).toHaveCount(1)
  await page.keyboard.press('Shift+n')
  await expect(onBead).toHaveText('关于这一对')
  await expect(onBead).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(onBead).toBeHidden()
  const kinds = (await allNotes(app)).map(({ on }) => on.kind).toSorted()
  expect(kinds).toEqual(['article', 'bead'])

  await goTo(page, '#/library')
  const list = page.getByRole('grid', { name: 'Articles' })
  await list.getByRole('row').filter({ hasText: '青岛港札记' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: 'Write a note' }).first().press('Enter')
  await expect(page.getByRole('dialog', { name: 'Notes on the article' }).getByRole('textbox')).toBeFocused()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing: room, list behind brackets, dialog, ${colorScheme}`, async ({ page, app }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    const pair = await openSamplePair(page, app)
    await goTo(page, '#/annotations/notes')
    await expect(page.getByRole('heading', { name: 'No notes yet.' })).toBeVisible()
    await noViolations(page, 'empty room')
    const gone = '[gone](duizhao://tag/nothing)'
    const free = await app.call('notes.save', {
      target: { kind: 'free' },
      body: `# 一\n\n> 引\n\n- [x] 甲\n- [ ] 乙\n\n[桥](duizhao://article/${pair.left.id}) ${gone}\n\n\`\`\`\ncode\n\`\`\``,
      session: 's',
    })
    await app.call('notes.save', {
      target: { kind: 'article', articleId: pair.left.id },
      body: `see [一](duizhao://note/${free.note?.id ?? ''})`,
      session: 's',
    })
    const list = page.getByRole('listbox', { name: 'Notes' })
    await list.getByRole('option').filter({ hasText: '甲' }).click()
    await expect(page.getByRole('region', { name: 'Linked from' })).toBeVisible()
    await expect(page.locator('[contenteditable] [data-gone]')).toHaveCount(1)
    await noViolations(page, 'room with an open note')
    await page.keyboard.press('e')
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Enter')
    await page.keyboard.type('[[')
    await expect(options(page).first()).toBeVisible()
    await noViolations(page, 'list behind brackets')
    await goTo(page, `#/pair/${pair.id}`)
    await page.getByRole('button', { name: 'Notes on the article' }).click()
    await expect(page.getByRole('dialog', { name: 'Notes on the article' })).toBeVisible()
    await noViolations(page, 'dialog')
  })
}

async function noViolations(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  const told = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  expect(told, where).toEqual([])
}
