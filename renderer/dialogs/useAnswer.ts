import { useEffect, useState } from 'react'
import type { Result } from '../../shared/contract/result.ts'

/** An answer of the core while it is shown, asked for anew by `again`; null until it is there. */
export function useAnswer<T>(
  question: () => Promise<Result<T>>,
): [answer: Result<T> | null, again: () => Promise<void>] {
  const [answer, setAnswer] = useState<Result<T> | null>(null)
  useEffect(() => {
    let isShown = true
    const ask = async () => {
      const given = await question()
      if (isShown) setAnswer(given)
    }
    void ask()
    return () => {
      isShown = false
    }
  }, [question])
  return [answer, async () => setAnswer(await question())]
}
