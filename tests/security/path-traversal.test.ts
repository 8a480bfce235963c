import { mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveApp } from '../../src/main/app-protocol.ts'
import { readStaticFile } from '../../src/serving/static-files.ts'
import { staticPath } from '../../src/serving/static-path.ts'
import { send, startLoopback, type Loopback } from './loopback.ts'

const ESCAPES = [
  '/../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/%252e%252e%252fsecret.txt',
  '/assets/../../secret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..\\secret.txt',
  '/..%5csecret.txt',
  '/%5c..%5csecret.txt',
  '//secret.txt',
  '//index.html',
  '/assets//main.js',
  '///etc/passwd',
  '/./index.html',
  '/.hidden',
  '/%2ehidden',
  '/assets/',
  '/assets',
  '/index.html%00.js',
  '/index.html\u0000',
  '/C:/Windows/system.ini',
  '/index.html::$DATA',
  '/%c0%ae%c0%ae/secret.txt',
  '/%',
]

let loopback: Loopback
let root: string

beforeAll(async () => {
  loopback = await startLoopback()
  root = join(loopback.folder, 'page')
})
afterAll(async () => {
  await loopback.host.close()
  await rm(loopback.folder, { recursive: true })
})

describe('path traversal', () => {
  it.each(ESCAPES)('reads nothing: %j', async (path) => {
    expect(await readStaticFile(root, path)).toBeNull()
  })

  it.each(ESCAPES.filter((path) => !path.includes('\u0000')))(
    'is answered with 404 over HTTP: %j',
    async (target) => {
      const answer = await send(loopback, { target })
      expect(answer.status).toBe(404)
      expect(answer.body).not.toContain('SECRET')
    },
  )

  it.each(ESCAPES)('never gives the secret away by app://duizhao: %j', async (path) => {
    const answer = await serveApp(root, { method: 'GET', url: `app://duizhao${path}` })
    expect(await answer.text()).not.toContain('SECRET')
  })

  it('does not follow a link out of the folder', async () => {
    await symlink(join(loopback.folder, 'secret.txt'), join(root, 'linked.txt'))
    expect(await readStaticFile(root, '/linked.txt')).toBeNull()
  })

  it('does not take a folder whose name merely begins alike', async () => {
    await mkdir(`${root}-of-someone-else`)
    await writeFile(join(`${root}-of-someone-else`, 'secret.txt'), 'SECRET')
    await symlink(`${root}-of-someone-else`, join(root, 'linked'))
    expect(await readStaticFile(root, '/linked/secret.txt')).toBeNull()
  })

  it('still reads what is there', async () => {
    expect((await readStaticFile(root, '/assets/main.js'))?.mediaType).toBe('text/javascript; charset=utf-8')
    expect((await send(loopback, { target: '/' })).body).toContain('the page')
    expect((await send(loopback, { target: '/?v=1' })).body).toContain('the page')
    expect(staticPath('/assets/%E5%AF%B9%E7%85%A7.svg')).toBe('assets/对照.svg')
  })
})
