import type { CellStyle } from './flatOds.ts'
import type { Formula } from './formula.ts'
import type { LeaseTerms } from './leases.ts'

/** The rows of the sheet of terms: what is typed in, and what follows from it alone. */
export type Term = Formula | { name: keyof LeaseTerms; style: CellStyle }

export const terms: readonly Term[] = [
  { name: 'start', style: 'date' },
  { name: 'lastDay', style: 'date' },
  { name: 'end', style: 'date', formula: '{lastDay}+1' },
  { name: 'fee', style: 'money' },
  { name: 'rampFrom', style: 'date' },
  { name: 'rampLastDay', style: 'date' },
  { name: 'rampShare', style: 'number' },
  { name: 'deliveredFrom', style: 'date' },
  { name: 'deliveredLastDay', style: 'date' },
  { name: 'deliveredShare', style: 'number' },
  { name: 'megawatts', style: 'number' },
  { name: 'gpus', style: 'number' },
  { name: 'signed', style: 'date' },
  { name: 'noticeDays', style: 'number' },
  { name: 'lockOutLastDay', style: 'date' },
  { name: 'discountRate', style: 'number' },
  { name: 'hoursInYear', style: 'number' },
  { name: 'asOf', style: 'date' },
  { name: 'valuedOn', style: 'date', formula: 'MIN({start:leases})' },
  { name: 'monthlyEffective', style: 'number', formula: '(1+{discountRate})^(1/12)-1' },
  { name: 'monthlyNominal', style: 'number', formula: '{discountRate}/12' },
  // The second valuation date in months: a day is its share of its own month.
  {
    name: 'asOfMonths',
    style: 'number',
    formula: '12*YEAR({asOf})+MONTH({asOf})+(DAY({asOf})-1)/DAY(EOMONTH({asOf};0))',
  },
]
