import { ensureBuilt } from './build-project.mjs'
import { electronObstacle, electronPath } from './electron-runtime.mjs'
import { assertInstalled, inProject, projectNode, root, runMain } from './project.mjs'
import { run } from './run-process.mjs'

// The page is rebuilt whenever it is edited and loaded as in production, under the same policy; reload to
// see it. A development server would need the policy opened for its inline scripts and its socket.
await runMain(async () => {
  assertInstalled()
  const args = process.argv.slice(2)
  const hostArgs = args.filter((arg) => arg !== '--web')
  await ensureBuilt()
  const electron = args.includes('--web') || electronObstacle() !== null ? null : electronPath()
  const { build } = await import('vite')
  const { default: react } = await import('@vitejs/plugin-react')
  const watcher = await build({
    configFile: false,
    root: inProject('src', 'renderer'),
    base: './',
    logLevel: 'warn',
    plugins: [react()],
    build: {
      outDir: inProject('out', 'renderer'),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      sourcemap: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4096,
      watch: {},
    },
  })
  try {
    return electron === null
      ? await run(projectNode(), [inProject('src', 'web', 'web.ts'), ...hostArgs])
      : await run(electron, [root, ...hostArgs])
  } finally {
    await watcher.close()
  }
})
