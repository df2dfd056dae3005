import type { DealFigures } from '../engine/figures.ts'
import { formatDay } from '../format/date.ts'
import { formatAmount, formatNumber } from '../format/number.ts'
import type { FigureDefinition } from './figure.ts'
import { amountFigure, gapCell, lastDayCell, lockOutCell } from './figureCells.ts'
import { always, asSeen } from './figureWords.ts'

const hasHazard = ({ terms: { rights } }: DealFigures) =>
  rights.buyer.hazard > 0 || rights.provider.hazard > 0

/** What leaving costs, and what is committed until then. */
export const commitmentFigures: readonly FigureDefinition[] = [
  {
    id: 'committed',
    group: 'commitment',
    label: asSeen('Exit cost, committed', 'Floor revenue, committed'),
    convention: ({ asOf }) => `buyer’s notice on ${formatDay(asOf)}`,
    ...amountFigure((figures) => figures.buyerExit.committed, {
      detail: ({ buyerExit: { committed, serviceFees } }, style) =>
        committed === serviceFees
          ? undefined
          : `with ${formatAmount(committed - serviceFees, style)} for leaving`,
    }),
  },
  {
    id: 'leastObligation',
    group: 'commitment',
    label: always('Least obligation'),
    convention: ({ asOf }) => `from ${formatDay(asOf)}, for any later notice`,
    ...amountFigure((figures) => figures.leastObligation.amount, {
      detail: ({ leastObligation: { noticeOn } }) =>
        noticeOn === null ? 'staying to the end' : `notice on ${formatDay(noticeOn)}`,
    }),
  },
  {
    id: 'lastDayServed',
    group: 'commitment',
    label: always('Last day served'),
    convention: () => 'a part month is owed by its days',
    cell: ({ buyerExit }, context) => lastDayCell(buyerExit, context, 'buyer'),
  },
  {
    id: 'lockOutReading',
    group: 'commitment',
    label: always('Lock-out, as read'),
    convention: () => 'the reading the exit rests on',
    cell: ({ terms }) => lockOutCell(terms.rights.buyer),
  },
  {
    id: 'atRisk',
    group: 'commitment',
    label: always('At risk'),
    convention: ({ asOf }) => `fees from ${formatDay(asOf)}, less committed`,
    ...amountFigure((figures) => figures.buyerExit.atRisk, {
      better: 'neither',
      detail: ({ buyerExit: { atRisk, remaining } }, style) =>
        atRisk < 0
          ? `leaving costs ${formatAmount(-atRisk, style)} more than staying`
          : `of ${formatAmount(remaining, style)} remaining`,
    }),
  },
  {
    id: 'commitmentAtSigning',
    group: 'commitment',
    label: always('Commitment at signing'),
    convention: () => 'fees from the start to the earliest exit, and its fee',
    ...amountFigure((figures) => figures.commitmentAtSigning, { missing: 'signing date not stated' }),
  },
  {
    id: 'cashStillToPay',
    group: 'commitment',
    label: asSeen('Cash still to pay', 'Cash still to come'),
    convention: ({ asOf }) => `from ${formatDay(asOf)} under that exit`,
    speaks: ({ cashStillToPay, buyerExit }) => cashStillToPay !== buyerExit.committed,
    ...amountFigure((figures) => figures.cashStillToPay),
  },
  {
    id: 'expectedCost',
    group: 'commitment',
    label: asSeen('Expected cost', 'Expected revenue'),
    convention: ({ asOf }) => `from ${formatDay(asOf)}, notices by their probability`,
    speaks: hasHazard,
    ...amountFigure((figures) => figures.expectedValue.cost, {
      isAtExpectedUsage: true,
      detail: ({ expectedValue }, { locale }) =>
        `${formatNumber(expectedValue.months, 1, locale)} months, ${formatNumber(expectedValue.servedToEnd * 100, 1, locale)} % to the end`,
    }),
  },
  {
    id: 'noticeCoverGap',
    group: 'commitment',
    label: always('Replacement gap'),
    convention: ({ asOf }) => `provider’s notice on ${formatDay(asOf)}, replacement ordered on notice`,
    speaks: ({ noticeCoverGap }) => noticeCoverGap !== null,
    cell: gapCell,
  },
  {
    id: 'assuredThrough',
    group: 'commitment',
    label: always('Capacity assured through'),
    convention: ({ asOf }) => `provider’s notice on ${formatDay(asOf)}`,
    cell: ({ providerExit }, context) => lastDayCell(providerExit, context, 'provider'),
  },
]
