import { spawn } from 'node:child_process'
import { inProject, projectNode } from '../project.mjs'

const START_LIMIT = 30_000

/** Starts the built loopback host on a library of its own; resolves when it answers. */
export async function startHost(library) {
  const entry = inProject('out', 'main', 'web.js')
  const child = spawn(projectNode(), [entry, '--no-open', '--library', library], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const closed = new Promise((resolve) => child.once('close', resolve))
  const url = await addressOf(child)
  const { origin, hash } = new URL(url)
  const headers = { authorization: `Bearer ${hash.slice('#token='.length)}`, origin }

  async function post(path, type, more, body) {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': type, ...more },
      body,
    })
    const answer = await response.json()
    if (response.ok && answer.ok !== false) return answer
    throw new Error(`${path}: ${answer.error?.message ?? response.status}`)
  }

  /** Calls a method of the API, as the page does. */
  async function call(method, input = {}) {
    const body = JSON.stringify({ method, input, origin: 'screenshots' })
    return (await post('/api/call', 'application/json', {}, body)).value
  }

  return {
    url,
    call,
    /** Hands a file over, as the page does with one that was dropped on it; gives the token that stands for it. */
    async grant(name, bytes) {
      const more = { 'x-file-name': encodeURIComponent(name) }
      return (await post('/api/grants', 'application/octet-stream', more, bytes)).grantId
    },
    /** Waits until the core has no work in hand. */
    async finished(jobId) {
      for (;;) {
        const job = (await call('jobs.list')).find(({ id }) => id === jobId)
        if (job === undefined || job.state === 'done') return
        if (job.state === 'failed' || job.state === 'cancelled') throw new Error(`a job ${job.state}`)
      }
    },
    async stop() {
      child.kill('SIGTERM')
      await closed
    },
  }
}

function addressOf(child) {
  return new Promise((resolve, reject) => {
    let said = ''
    const fail = (why) => {
      child.kill('SIGKILL')
      reject(new Error(`Duizhao ${why}\n${said}`))
    }
    const timer = setTimeout(fail, START_LIMIT, 'did not print its address in time')
    const ended = (code) => fail(`ended with ${code} before it was open`)
    child.once('exit', ended)
    child.stderr.on('data', (chunk) => (said += chunk))
    child.stdout.on('data', (chunk) => {
      said += chunk
      const url = /(http:\/\/127\.0\.0\.1:\d+\/#token=\S+)\n/u.exec(said)?.[1]
      if (url === undefined) return
      clearTimeout(timer)
      child.off('exit', ended)
      resolve(url)
    })
  })
}
