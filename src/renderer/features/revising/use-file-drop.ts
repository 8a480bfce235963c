import { useEffect, useEffectEvent, useState } from 'react'
import { droppedFiles } from '../../api/dropped-files.ts'
import { reportError } from '../../data/query-client.ts'

/** Takes files dropped anywhere in the window, before the import does. True while one hovers over it. */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isOver, setOver] = useState(false)
  const take = useEffectEvent((transfer: DataTransfer) => {
    droppedFiles(transfer).then(onFiles).catch(reportError)
  })
  useEffect(() => {
    const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') === true
    const over = (event: DragEvent): void => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      event.stopPropagation()
      setOver(true)
    }
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent): void => {
      setOver(false)
      if (!carriesFiles(event) || event.dataTransfer === null) return
      event.preventDefault()
      event.stopPropagation()
      take(event.dataTransfer)
    }
    // Captured: what listens on the window itself would import them.
    const options = { capture: true }
    window.addEventListener('dragenter', over, options)
    window.addEventListener('dragover', over, options)
    window.addEventListener('dragleave', leave, options)
    window.addEventListener('drop', drop, options)
    return () => {
      window.removeEventListener('dragenter', over, options)
      window.removeEventListener('dragover', over, options)
      window.removeEventListener('dragleave', leave, options)
      window.removeEventListener('drop', drop, options)
    }
  }, [])
  return isOver
}
