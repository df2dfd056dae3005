/** A rectangle of a plot, in pixels from its top left corner. */
export interface Place {
  x: number
  y: number
}

interface Size {
  width: number
  height: number
}

/** Where a label is tried beside its point, in this order, as shares of the room between both. */
const directions = [
  [0, -1],
  [0, 1],
  [1, -1],
  [-1, -1],
  [1, 1],
  [-1, 1],
  [1, 0],
  [-1, 0],
] as const

/**
 * The centres of labels of one size beside their points: as near as can be, inside the plot, and off every point and every
 * other label. A label for which nothing is free within ten rings stands at the nearest place inside the plot.
 */
export function labelPlaces(points: readonly Place[], label: Size, plot: Size): Place[] {
  const placed: Place[] = []
  for (const point of points) placed.push(placeOf(point, points, placed, label, plot))
  return placed
}

function placeOf(
  point: Place,
  points: readonly Place[],
  placed: readonly Place[],
  label: Size,
  plot: Size,
): Place {
  for (let ring = 1; ring <= 10; ring++)
    for (const [right, down] of directions) {
      const place = { x: point.x + right * label.width * ring, y: point.y + down * label.height * ring }
      if (isInside(place, label, plot) && isFree(place, points, placed, label)) return place
    }
  return {
    x: Math.min(Math.max(point.x, label.width / 2), plot.width - label.width / 2),
    y: Math.min(Math.max(point.y - label.height, label.height / 2), plot.height - label.height / 2),
  }
}

const isInside = ({ x, y }: Place, { width, height }: Size, plot: Size): boolean =>
  x >= width / 2 && y >= height / 2 && x <= plot.width - width / 2 && y <= plot.height - height / 2

function isFree(place: Place, points: readonly Place[], placed: readonly Place[], label: Size): boolean {
  const apart = (other: Place, width: number, height: number) =>
    Math.abs(place.x - other.x) >= width || Math.abs(place.y - other.y) >= height
  return (
    placed.every((other) => apart(other, label.width, label.height)) &&
    points.every((other) => apart(other, label.width / 2, label.height / 2))
  )
}
