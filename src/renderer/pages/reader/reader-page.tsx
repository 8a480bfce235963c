import type { ReactNode } from 'react'
import type { ReadingTarget } from '../../../shared/contract/schemas/reader.ts'
import type { SegmentId } from '../../../shared/domain/ids.ts'

export interface ReaderPageProps {
  readonly target: ReadingTarget
  readonly segmentId: SegmentId | null
}

export function ReaderPage({ target }: ReaderPageProps): ReactNode {
  return <main>{target.kind}</main>
}
