import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { root } from './project.mjs'

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program in the foreground and resolves with its exit code. Signals sent to us alone go on to it;
 * a program ended by a signal counts as 128 + its number, as in a shell.
 */
export function run(command, args, { env = {}, cwd = root } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, stdio: 'inherit', env: { ...process.env, ...env } })
    const listeners = FORWARDED.map((signal) => [signal, () => child.kill(signal)])
    for (const [signal, listener] of listeners) process.on(signal, listener)
    const settle = (act) => {
      for (const [signal, listener] of listeners) process.off(signal, listener)
      act()
    }
    child.on('error', (error) => settle(() => reject(error)))
    child.on('exit', (code, signal) => settle(() => resolve(code ?? 128 + (constants.signals[signal] ?? 0))))
  })
}

/**
 * Runs a program that may hang, without a window to the user's terminal, and resolves with whether it
 * succeeded. After `limitMs` it and all its children are ended.
 */
export function runLimited(command, args, limitMs, { env = {}, show = false } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: show ? ['ignore', 'inherit', 'inherit'] : 'ignore',
      env: { ...process.env, ...env },
      // A group of its own, so that the children of the child end with it.
      detached: process.platform !== 'win32',
    })
    const end = () => endTree(child)
    const timer = setTimeout(end, limitMs)
    for (const signal of FORWARDED) process.once(signal, end)
    const settle = (succeeded) => {
      clearTimeout(timer)
      for (const signal of FORWARDED) process.off(signal, end)
      resolve(succeeded)
    }
    child.on('error', () => settle(false))
    child.on('exit', (code) => settle(code === 0))
  })
}

function endTree(child) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'])
    return
  }
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // It ended by itself in the meantime.
  }
}
