import type { Formula } from './formula.ts'
import { accrued } from './monthColumns.ts'

const compoundings = [
  ['effective', '{monthlyEffective}'],
  ['nominal', '{monthlyNominal}'],
] as const

/** By how many months a fee is paid after the first of its month. */
const timings = [
  ['advance', '0'],
  ['middle', '0.5'],
  ['arrears', '1'],
] as const

/** NPV discounts its first value by a whole month: in arrears. */
const presentValues = compoundings.flatMap(([compounding, monthly]) =>
  timings.map(([timing, late]): Formula => ({
    name: `presentValue ${compounding} ${timing}`,
    style: 'number',
    formula: `NPV(${monthly};{payable:all})*(1+${monthly})^(1-${late})`,
  })),
)

/** Flows before the valuation date are left out, flows on it included. */
const presentValuesAsOf = compoundings.flatMap(([compounding, monthly]) =>
  timings.map(([timing, late]): Formula => {
    const ahead = `({monthNumber:all}+${late}-{asOfMonths})`
    return {
      name: `presentValue asOf ${compounding} ${timing}`,
      style: 'number',
      formula: `SUMPRODUCT((${ahead}>=0)*{payable:all}*(1+${monthly})^(-${ahead}))`,
    }
  }),
)

/** What a lease is worth undiscounted, and its unit prices. */
export const value: readonly Formula[] = [
  { name: 'daysMissing', style: 'number', formula: '{end}-{start}-SUM({days:all})' },
  { name: 'months', style: 'number', formula: 'SUM({served:all})' },
  { name: 'totalContractValue', style: 'money', formula: 'SUM({payable:all})' },
  { name: 'averageAnnualValue', style: 'number', formula: 'SUM({payable:all})*12/SUM({served:all})' },
  { name: 'firstTwelveMonths', style: 'money', formula: accrued('EDATE({start};12)') },
  {
    name: 'exitRunRate',
    style: 'money',
    formula: '12*ROUND({fee}*INDEX({payableShare:all};MATCH({lastDay};{month:all};1));2)',
  },
  { name: 'savings headline', style: 'money', formula: 'SUM({standard:all})-SUM({payable:all})' },
  {
    name: 'savings likeForLike',
    style: 'money',
    formula: 'SUM({standardOfDelivered:all})-SUM({payable:all})',
  },
  { name: 'effectiveMonthly', style: 'number', formula: 'SUM({payable:all})/SUM({served:all})' },
  {
    name: 'effectivePerMegawattMonth',
    style: 'number',
    formula:
      'IF(ISBLANK({megawatts});"";SUM({payable:all})/({megawatts}*SUMPRODUCT({served:all};{delivered:all})))',
  },
  {
    name: 'pricePerMegawattMonth',
    style: 'number',
    formula: 'IF(ISBLANK({megawatts});"";{fee}/{megawatts})',
  },
  { name: 'pricePerGpuHour', style: 'number', formula: '{fee}*12/({gpus}*{hoursInYear})' },
]

/** Present values, for leases of whole months. */
export const worth: readonly Formula[] = [
  ...presentValues,
  {
    name: 'presentValue actual365 advance',
    style: 'number',
    formula: 'XNPV({discountRate};{payable:all};{month:all})',
  },
  ...presentValuesAsOf,
  {
    name: 'presentValue asOf actual365 advance',
    style: 'number',
    formula: 'XNPV({discountRate};{payableFromAsOf:all};{paidFromAsOf:all})',
  },
  ...compoundings.map(([compounding, monthly]): Formula => ({
    name: `presentValueRate ${compounding}`,
    style: 'number',
    formula: `NPV(${monthly};{payable:all})/NPV(${monthly};{served:all})`,
  })),
  {
    name: 'presentValueRate actual365',
    style: 'number',
    formula: 'XNPV({discountRate};{payable:all};{month:all})/XNPV({discountRate};{served:all};{month:all})',
  },
  {
    name: 'levelisedPricePerGpuHour',
    style: 'number',
    formula: 'NPV({monthlyEffective};{payable:all})/NPV({monthlyEffective};{gpuHours:all})',
  },
]
