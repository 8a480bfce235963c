import { useMemo } from 'react'
import { create } from 'zustand'
import type { DroppedFile, GrantedFile } from '../../../shared/contract/host.ts'
import { host } from '../../api/host.ts'
import { openImport } from '../../data/open-imports.ts'
import { reportError } from '../../data/query-client.ts'
import { navigate } from '../../data/route.ts'
import { useCommand } from '../../data/use-command.ts'
import { pastedName } from './pasted-name.ts'

interface PasteState {
  readonly isOpen: boolean
}

/** Whether the dialog for pasted text is open. */
export const usePasteDialog = create<PasteState>(() => ({ isOpen: false }))

export interface ImportActions {
  /** Lets the user choose files, and reads them. */
  readonly pickFiles: () => void
  readonly readFiles: (files: readonly DroppedFile[]) => void
  /** Opens the dialog for pasted text. */
  readonly pasteText: () => void
  readonly readText: (text: string) => void
}

/** The ways into an import. Each leads to the page where what was found is reviewed. */
export function useImportActions(): ImportActions {
  const { mutateAsync: read } = useCommand('imports.read', { quiet: true })
  return useMemo(() => {
    const start = (granting: Promise<readonly GrantedFile[]>): void => {
      granting
        .then(async (granted) => {
          if (granted.length === 0) return
          const { jobId } = await read({ grantIds: granted.map(({ grantId }) => grantId) })
          openImport(jobId)
          navigate({ name: 'import', jobId })
        })
        .catch(reportError)
    }
    const readFiles = (files: readonly DroppedFile[]): void => start(host.grantDropped(files))
    return {
      pickFiles: () => start(host.pickFiles()),
      readFiles,
      pasteText: () => usePasteDialog.setState({ isOpen: true }),
      readText: (text) => readFiles([new File([text], pastedName())]),
    }
  }, [read])
}
