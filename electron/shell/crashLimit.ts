const most = 3
const within = 60_000

/** Counts the crashes of one page: its answer to each, by a time in milliseconds, is whether that was the third in a minute. */
export function crashLimit(): (at: number) => boolean {
  let recent: number[] = []
  return (at) => {
    recent = [...recent.filter((earlier) => at - earlier < within), at]
    if (recent.length < most) return false
    recent = []
    return true
  }
}
