import { create } from 'zustand'
import type { JobId } from '../../shared/domain/ids.ts'

interface OpenImports {
  readonly jobIds: readonly JobId[]
}

/** Imports of this page that were read but neither saved nor discarded yet. */
export const useOpenImports = create<OpenImports>(() => ({ jobIds: [] }))

export function openImport(jobId: JobId): void {
  useOpenImports.setState(({ jobIds }) => ({ jobIds: [...jobIds.filter((id) => id !== jobId), jobId] }))
}

export function closeImport(jobId: JobId): void {
  useOpenImports.setState(({ jobIds }) => ({ jobIds: jobIds.filter((id) => id !== jobId) }))
}
