import { finite, requireFinite } from './numbers.ts'

/**
 * Straight-line depreciation in each period: (cost - salvage) / life.
 *
 * @throws RangeError where `life` is 0 or an argument is not finite.
 */
export function sln(cost: number, salvage: number, life: number): number {
  requireFinite({ cost, salvage, life })
  if (life === 0) throw new RangeError('Nothing is depreciated over no life.')
  return finite((cost - salvage) / life)
}
