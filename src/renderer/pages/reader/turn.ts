/**
 * Runs commands in the order of their keys. Selecting a sentence and making a highlight take a moment; a key
 * pressed meanwhile means what they will have made, so it waits for them.
 */
export interface Turn {
  /** Whether a command is under way. */
  readonly isTaken: boolean
  /**
   * Runs now, when nothing is under way (so that the press itself still counts as the user's), else in turn;
   * one that had to wait is dropped if it has become moot. Resolves when it is done or dropped.
   */
  take(command: () => unknown, isMoot?: () => boolean): Promise<void>
}

export function createTurn(): Turn {
  let waiting = 0
  let last: Promise<unknown> = Promise.resolve()

  function follow(result: unknown): Promise<void> {
    waiting += 1
    const done = Promise.resolve(result)
      // What failed has said so itself; those behind it go on.
      .catch(() => undefined)
      .then(() => {
        waiting -= 1
      })
    last = done
    return done
  }

  return {
    get isTaken() {
      return waiting > 0
    },
    take(command, isMoot = () => false) {
      if (waiting === 0) return follow(command())
      return follow(last.then(() => (isMoot() ? undefined : command())))
    },
  }
}
