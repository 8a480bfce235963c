import type { ErrorCode } from '../../shared/domain/error.ts'
import type { TaskName } from './tasks.ts'

/** What a worker is given when it starts. */
export interface WorkerData {
  readonly lexiconPath: string
}

export interface TaskRequest {
  readonly task: TaskName
  readonly input: unknown
}

export type TaskReply =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly output: unknown }
  /** An expected failure; it crosses the border as data, because exceptions lose their class. */
  | {
      readonly kind: 'refused'
      readonly code: ErrorCode
      readonly message: string
      readonly details: Readonly<Record<string, string | number>>
    }
  | { readonly kind: 'broken'; readonly stack: string }
