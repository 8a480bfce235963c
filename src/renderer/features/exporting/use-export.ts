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

/**
 * Takes an export out: into a folder, or as a download. What the last one came to is told only while
 * the very same is wished for; null: nothing is just now.
 */
export function useExport(wished: ExportWish | null): Export {
  const writing = useCommand('exports.write')
  const downloading = useCommand('exports.download')
  const [last, setLast] = useState<{ readonly key: string; readonly result: ExportResult } | null>(null)
  const key = JSON.stringify(wished)
  // Gone for good, so that it does not come back with an earlier choice.
  if (last !== null && last.key !== key) setLast(null)

  function tell(wish: ExportWish, result: ExportResult): void {
    setLast({ key: JSON.stringify(wish), result })
  }

  async function pickAndWrite(wish: ExportWish): Promise<void> {
    const folder = await host.pickDirectory()
    if (folder === null) return
    writing.mutate(
      { ...wish, destination: folder.grantId },
      {
        onSuccess: ({ directory, files }) =>
          tell(wish, { kind: 'written', directory, fileCount: files.length }),
      },
    )
  }

  return {
    write: (wish) => {
      setLast(null)
      pickAndWrite(wish).catch(reportError)
    },
    download: (wish) => {
      setLast(null)
      downloading.mutate(wish, {
        onSuccess: ({ name, mediaType, base64, fileCount }) => {
          saveDownload(name, mediaType, base64)
          tell(wish, { kind: 'downloaded', name, fileCount })
        },
      })
    },
    result: last?.key === key ? last.result : null,
    isPending: writing.isPending || downloading.isPending,
  }
}
