import { useEffect, useId, useState } from 'react'

export interface ListChoice {
  readonly index: number
  readonly optionId: (index: number) => string
  readonly choose: (index: number) => void
  readonly step: (step: 1 | -1) => void
}

/** The chosen one of a list that keys walk through: stays in sight, and in range when the list gets shorter. */
export function useListChoice(count: number): ListChoice {
  const id = useId()
  const [wanted, setWanted] = useState(0)
  const index = Math.max(0, Math.min(wanted, count - 1))
  const optionId = (at: number): string => `${id}-${at}`

  useEffect(() => {
    document.querySelector(`#${CSS.escape(`${id}-${index}`)}`)?.scrollIntoView({ block: 'nearest' })
  }, [id, index, count])

  return {
    index,
    optionId,
    choose: setWanted,
    step: (step) => setWanted(Math.max(0, Math.min(count - 1, index + step))),
  }
}
