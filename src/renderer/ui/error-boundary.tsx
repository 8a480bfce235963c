import { Component, type ReactNode } from 'react'

export interface ErrorBoundaryProps {
  /** What stands in place of a screen that failed. `reset` tries it again. */
  readonly fallback: (error: unknown, reset: () => void) => ReactNode
  readonly children: ReactNode
}

interface State {
  readonly failure: { readonly error: unknown } | null
}

export class ErrorBoundary extends Component<ErrorBoundaryProps, State> {
  override state: State = { failure: null }

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } }
  }

  readonly #reset = (): void => this.setState({ failure: null })

  override render(): ReactNode {
    const { failure } = this.state
    if (failure !== null) return this.props.fallback(failure.error, this.#reset)
    return this.props.children
  }
}
