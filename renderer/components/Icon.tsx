const paths = {
  undo: 'M6.5 4 3 7.5 6.5 11M3.5 7.5H10a3.2 3.2 0 0 1 0 6.4H7.5',
  redo: 'M9.5 4 13 7.5 9.5 11M12.5 7.5H6a3.2 3.2 0 0 0 0 6.4h2.5',
  history: 'M2.6 8.6A5.5 5.5 0 1 0 4 4.3L2.4 5.9M2.4 2.9v3h3M8 5v3.2l2.2 1.3',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  open: 'm4.5 6.5 3.5 3.5 3.5-3.5',
  folded: 'm6.5 4.5 3.5 3.5-3.5 3.5',
  find: 'M7 3a4 4 0 1 1 0 8 4 4 0 0 1 0-8M10 10l3.2 3.2',
  chosen: 'm3.5 8.5 3 3 6-7',
  pin: 'M9.8 2.2 13.8 6.2 11.6 7 9 9.6 8.6 12.6 3.4 7.4 6.4 7 9 4.4zM5.6 10.4 2.4 13.6',
  close: 'm4 4 8 8M12 4l-8 8',
  light:
    'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6M8 1.5v1.2M8 13.3v1.2M1.5 8h1.2M13.3 8h1.2M3.4 3.4l.9.9M11.7 11.7l.9.9M3.4 12.6l.9-.9M11.7 4.3l.9-.9',
  dark: 'M13 9.8A5.6 5.6 0 0 1 6.2 3a5.6 5.6 0 1 0 6.8 6.8',
  system: 'M2.5 3.5h11v7h-11zM6 13h4',
} as const

/** A small line drawing in the colour of the text around it. */
export function Icon({ name }: { name: keyof typeof paths }) {
  return (
    <svg
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.2 : 1.4}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden
    >
      <path d={paths[name]} />
    </svg>
  )
}
