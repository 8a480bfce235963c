import './no-eval.ts'
import './ui/fonts.css'
import './ui/tokens.css'
import './ui/base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { startInvalidation } from './data/invalidation.ts'
import { startJobs } from './data/jobs.ts'
import { queryClient, setErrorReporter } from './data/query-client.ts'
import { followStepToast } from './features/history/follow-step-toast.ts'
import { recallAppearance } from './features/shell/use-appearance.ts'
import { describeError } from './i18n/describe-error.ts'
import { resources } from './i18n/resources.ts'
import { initI18n, resolveLanguage } from './i18n/i18n.ts'
import { preloadFace } from './ui/preload-face.ts'
import { ignoreStaleDoubleClicks } from './ui/stale-double-click.ts'
import { showToast } from './ui/toast.ts'

initI18n(resolveLanguage(recallAppearance().language))

setErrorReporter((error) => {
  const { title, todo } = describeError(error)
  showToast({ title, description: todo, tone: 'error' })
})

preloadFace('Noto Sans SC Variable', JSON.stringify(resources['zh-Hans'].errors))

ignoreStaleDoubleClicks(document)
startInvalidation()
startJobs()
followStepToast()

// A file dropped beside a target must never replace the app.
for (const name of ['dragover', 'drop']) window.addEventListener(name, (event) => event.preventDefault())

const root = document.querySelector('#root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(
  <QueryClientProvider client={queryClient}>
    <App />
  </QueryClientProvider>,
)
