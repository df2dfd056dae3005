import type { Formula } from './formula.ts'
import type { AskedExit } from './leases.ts'
import { accrued } from './monthColumns.ts'

const lockOuts: Readonly<Record<AskedExit['reading'], string>> = {
  asSigned: '{lockOutLastDay}+1',
  noLockOut: '0',
  barsEnd: '{lockOutLastDay}+1',
  threeMonthsFromSigning: 'EDATE({signed};3)',
}

const noticeEnds = '{notice}+{noticeDays}'

/** An exit as it is asked for: E = min(end, max(t, L) + N), or min(end, max(t + N, L)). */
export const exits = (asked: AskedExit): readonly Formula[] => {
  const barsEnd = asked.reading === 'barsEnd'
  return [
    { name: 'lockOut', style: 'date', formula: lockOuts[asked.reading] },
    { name: 'notice', style: 'date', formula: barsEnd ? '{noticeOn}' : 'MAX({noticeOn};{lockOut})' },
    { name: 'ends', style: 'date', formula: barsEnd ? `MAX(${noticeEnds};{lockOut})` : noticeEnds },
    { name: 'exit', style: 'date', formula: 'MIN({end};{ends})' },
    { name: 'lastDayServed', style: 'date', formula: '{exit}-1' },
    { name: 'termEndsFirst', style: 'number', formula: 'IF({ends}>{end};1;0)' },
    { name: 'committed', style: 'money', formula: `${accrued('{exit}')}-${accrued('{noticeOn}')}` },
    { name: 'remaining', style: 'money', formula: `SUM({payable:all})-${accrued('{noticeOn}')}` },
    { name: 'atRisk', style: 'money', formula: '{remaining}-{committed}' },
    { name: 'fromStart', style: 'money', formula: accrued('{exit}') },
  ]
}
