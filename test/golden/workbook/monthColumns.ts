import type { Formula } from './formula.ts'

const inDelivery = 'AND({from}>={deliveredFrom};{from}<={deliveredLastDay})'

/** The columns of a lease's months, in dollars; in a month outside its term all amounts are zero. */
export const months: readonly Formula[] = [
  { name: 'month', style: 'date', formula: 'EDATE({month:above};1)', first: 'EOMONTH({valuedOn};-1)+1' },
  { name: 'from', style: 'date', formula: 'MAX({month};{start})' },
  { name: 'until', style: 'date', formula: 'MIN(EDATE({month};1);{end})' },
  { name: 'days', style: 'number', formula: 'MAX(0;{until}-{from})' },
  { name: 'monthDays', style: 'number', formula: 'DAY(EOMONTH({month};0))' },
  { name: 'served', style: 'number', formula: '{days}/{monthDays}' },
  { name: 'standard', style: 'money', formula: 'ROUND({fee}*{days}/{monthDays};2)' },
  {
    name: 'payableShare',
    style: 'number',
    formula: 'IF(AND({from}>={rampFrom};{from}<={rampLastDay});{rampShare};1)',
  },
  { name: 'payable', style: 'money', formula: 'ROUND({fee}*{payableShare}*{days}/{monthDays};2)' },
  { name: 'cumulative', style: 'money', formula: '{cumulative:above}+{payable}', first: '{payable}' },
  { name: 'delivered', style: 'number', formula: `IF(${inDelivery};{deliveredShare};1)` },
  {
    name: 'standardOfDelivered',
    style: 'money',
    formula: 'ROUND({fee}*{delivered}*{days}/{monthDays};2)',
  },
  { name: 'gpuHours', style: 'number', formula: '{gpus}*24*{days}*{delivered}' },
  { name: 'monthNumber', style: 'number', formula: '12*YEAR({month})+MONTH({month})' },
  // XNPV counts from its first date: what falls before the second valuation date is nothing, on it.
  { name: 'paidFromAsOf', style: 'date', formula: 'MAX({month};{asOf})' },
  { name: 'payableFromAsOf', style: 'money', formula: 'IF({month}>={asOf};{payable};0)' },
]

/** What has accrued before a day: whole months, and of the month it lies in the share of its days, rounded. */
export const accrued = (day: string) =>
  `SUMPRODUCT(ROUND({payable:all}*IF(${day}>={until:all};{days:all};IF(${day}>{from:all};${day}-{from:all};0))` +
  '/IF({days:all}=0;1;{days:all});2))'
