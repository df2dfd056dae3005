import { Component, type ComponentType, type ReactNode } from 'react'

/** The properties of a stand-in for something that could not be drawn. */
export interface FailureProps {
  error: unknown
  /** Tries to draw it once more. */
  again(): void
}

interface BoundaryProps {
  /** Draws the stand-in. */
  fallback: ComponentType<FailureProps>
  /** Draws again once this is another value: another book, or the book after an edit. */
  resetBy?: unknown
  children: ReactNode
}

interface BoundaryState {
  failure: { error: unknown } | null
}

/** Keeps an error of drawing to the part of the window it happened in. A class, since React has no hook for this. */
export class Boundary extends Component<BoundaryProps, BoundaryState> {
  override state: BoundaryState = { failure: null }

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { failure: { error } }
  }

  override componentDidUpdate(before: BoundaryProps): void {
    if (this.state.failure && before.resetBy !== this.props.resetBy) this.again()
  }

  private readonly again = (): void => this.setState({ failure: null })

  override render(): ReactNode {
    const { failure } = this.state
    const { fallback: Fallback, children } = this.props
    return failure ? <Fallback error={failure.error} again={this.again} /> : children
  }
}
