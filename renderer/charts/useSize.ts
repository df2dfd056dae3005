import { useLayoutEffect, useRef, useState } from 'react'

interface Size {
  width: number
  height: number
}

/** The size of an element in whole pixels, as it changes; null while it is not known or not shown. */
export function useSize() {
  const element = useRef<HTMLDivElement>(null)
  const [size, setSize] = useState<Size | null>(null)
  useLayoutEffect(() => {
    const { current } = element
    if (!current) return undefined
    // Known before the first paint, so that a chart that is brought into focus is there at once.
    const measure = () => {
      const { clientWidth: width, clientHeight: height } = current
      setSize((known) =>
        width === 0 || height === 0
          ? null
          : known?.width === width && known.height === height
            ? known
            : { width, height },
      )
    }
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(current)
    return () => observer.disconnect()
  }, [])
  return [element, size] as const
}
