const longest = 120

/** Why a text cannot be the name of a file everywhere; null where it can. */
export function fileNameProblem(name: string): string | null {
  if (name.trim() === '') return 'A file needs a name.'
  if (name.length > longest) return `A file’s name has at most ${longest} characters.`
  const forbidden = /[/\\:*?"<>|\p{Cc}]/u.exec(name)
  if (forbidden) return `A file’s name cannot have ${spoken(forbidden[0])} in it.`
  if (name !== name.trim() || name.endsWith('.') || name.startsWith('.'))
    return 'A file’s name begins and ends with neither a space nor a full stop.'
  return null
}

const spoken = (character: string): string =>
  /\p{Cc}/u.test(character) ? 'a control character' : `“${character}”`
