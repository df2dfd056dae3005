import { type DragEvent, memo, useState } from 'react'
import type { Deal } from '../../shared/schema/deal.ts'
import { tagsOf } from '../../shared/schema/dealSearch.ts'
import { goTo } from '../commands/dealParts.ts'
import { onDeal } from '../commands/registry.ts'
import { useView } from '../stores/view.ts'
import { DealMenu } from './DealMenu.tsx'
import styles from './Sidebar.module.css'

interface DealItemProps {
  deal: Deal
  isBaseline: boolean
  colour: number
  /** Where it stands in a list of which only a part is drawn. */
  top: number | null
}

/** What a dragged deal is called while it is dragged, for this window alone. */
const dragType = 'application/x-offtake-deal'

/** A deal in the list: shown or not, what it is, and its menu. Dragged to another place, it moves there. */
export const DealItem = memo(function DealItem({ deal, isBaseline, colour, top }: DealItemProps) {
  const isSelected = useView((view) => view.active?.dealId === deal.id)
  const [drop, setDrop] = useState<'before' | 'after' | null>(null)

  function onDragOver(event: DragEvent): void {
    if (!event.dataTransfer.types.includes(dragType)) return
    event.preventDefault()
    setDrop(sideOf(event))
  }

  function onDrop(event: DragEvent): void {
    event.preventDefault()
    setDrop(null)
    onDeal.moveBeside(event.dataTransfer.getData(dragType), deal.id, sideOf(event))
  }

  return (
    <li
      className={[styles['item'], isSelected && styles['selected'], deal.archived && styles['archived']]
        .filter(Boolean)
        .join(' ')}
      style={top === null ? undefined : { top }}
      data-deal={deal.id}
      data-drop={drop ?? undefined}
      draggable
      onDragStart={(event) => {
        event.dataTransfer.setData(dragType, deal.id)
        event.dataTransfer.effectAllowed = 'move'
      }}
      onDragOver={onDragOver}
      onDragLeave={() => setDrop(null)}
      onDrop={onDrop}
    >
      <input
        type="checkbox"
        checked={deal.shown}
        disabled={isBaseline && deal.shown}
        aria-label={`Show ${deal.name}`}
        style={{ accentColor: `var(--deal-${colour})` }}
        onChange={(event) => onDeal.show(deal.id, event.target.checked)}
      />
      <button
        type="button"
        className={styles['name']}
        title={deal.name}
        onClick={() => deal.shown && goTo({ dealId: deal.id, termId: 'name' })}
      >
        <span dir="auto">{deal.name}</span>
        <small>{aboutDeal(deal, isBaseline)}</small>
      </button>
      <DealMenu dealId={deal.id} name={deal.name} />
    </li>
  )
})

/** `baseline, signed; first round, Memphis`. */
function aboutDeal(deal: Deal, isBaseline: boolean): string {
  const state = [isBaseline && 'baseline', deal.archived && 'archived', deal.status]
    .filter(Boolean)
    .join(', ')
  const tags = tagsOf(deal).join(', ')
  return tags === '' ? state : `${state}; ${tags}`
}

/** Above or below the middle of the row a deal is dragged over. */
function sideOf({ clientY, currentTarget }: DragEvent): 'before' | 'after' {
  const { top, height } = currentTarget.getBoundingClientRect()
  return clientY < top + height / 2 ? 'before' : 'after'
}
