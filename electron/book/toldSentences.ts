import { limits } from '../../shared/schema/limits.ts'

/** Sentences as many and as long as are told: the last says how many are not. */
export function toldSentences(sentences: readonly string[]): string[] {
  const told = sentences.map((sentence) =>
    sentence.length > limits.sentence ? `${sentence.slice(0, limits.sentence - 1)}…` : sentence,
  )
  if (told.length <= limits.sentences) return told
  const most = limits.sentences - 1
  return [...told.slice(0, most), `And ${told.length - most} more.`]
}
