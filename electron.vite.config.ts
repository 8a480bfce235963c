import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

const root = import.meta.dirname
const source = (path: string): string => resolve(root, 'src', path)

// electron-vite falls back to the oldest targets it knows for an Electron newer than itself.
const NODE_TARGET = 'node24'
const BROWSER_TARGET = 'chrome140'

export default defineConfig({
  main: {
    // The edition of fflate for Node declares a `require` of its own, which clashes with the one that
    // electron-vite adds to every chunk; the browser's differs in its asynchronous functions only.
    resolve: { alias: [{ find: /^fflate$/u, replacement: 'fflate/browser' }] },
    build: {
      target: NODE_TARGET,
      // Only `dependencies` (better-sqlite3, which brings a binary) stay outside.
      externalizeDeps: true,
      sourcemap: true,
      rolldownOptions: {
        input: {
          main: source('main/main.ts'),
          web: source('web/web.ts'),
          cli: source('cli/cli.ts'),
          worker: source('core/jobs/worker.ts'),
        },
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          // Beside the entries: `app-paths.ts` may end up in a chunk and counts folders from where it is.
          chunkFileNames: '[name]-[hash].js',
        },
      },
    },
  },
  preload: {
    build: {
      target: NODE_TARGET,
      // A sandboxed preload can require nothing but electron, so it is one file, and CommonJS.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: source('preload/preload.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: source('renderer'),
    plugins: [react()],
    build: {
      target: BROWSER_TARGET,
      minify: true,
      // The page comes from the disk beside it, in one piece; nobody waits for a network.
      chunkSizeWarningLimit: 4096,
      // The policy allows no `data:` fonts; small ones stay files too.
      assetsInlineLimit: 0,
      rolldownOptions: { input: source('renderer/index.html') },
    },
  },
})
