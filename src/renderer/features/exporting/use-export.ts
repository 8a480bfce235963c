import { useState } from 'react'
import type { Input } from '../../../shared/contract/contract.ts'
import { host } from '../../api/host.ts'
import { reportError } from '../../data/query-client.ts'
import { useCommand } from '../../data/use-command.ts'
import { saveDownload } from './save-download.ts'

export type ExportWish = Input<'exports.download'>

/** What an export came to. */
export type ExportResult =
  | { readonly kind: 'written'; readonly directory: string; readonly fileCount: number }
  | { readonly kind: 'downloaded'; readonly name: string; readonly fileCount: number }

export interface Export {
  readonly write: (wish: ExportWish) => void
  readonly download: (wish: ExportWish) => void
  readonly result: ExportResult | null
  readonly isPending: boolean
}

/** Takes an export out: into a folder, or as a download. */
export function useExport(): Export {
  const writing = useCommand('exports.write')
  const downloading = useCommand('exports.download')
  const [result, setResult] = useState<ExportResult | null>(null)

  async function pickAndWrite(wish: ExportWish): Promise<void> {
    const folder = await host.pickDirectory()
    if (folder === null) return
    writing.mutate(
      { ...wish, destination: folder.grantId },
      {
        onSuccess: ({ directory, files }) =>
          setResult({ kind: 'written', directory, fileCount: files.length }),
      },
    )
  }

  return {
    write: (wish) => {
      setResult(null)
      pickAndWrite(wish).catch(reportError)
    },
    download: (wish) => {
      setResult(null)
      downloading.mutate(wish, {
        onSuccess: ({ name, mediaType, base64, fileCount }) => {
          saveDownload(name, mediaType, base64)
          setResult({ kind: 'downloaded', name, fileCount })
        },
      })
    },
    result,
    isPending: writing.isPending || downloading.isPending,
  }
}
