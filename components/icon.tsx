import './icon.css';

/** Strokes on a 20 × 20 grid. Every icon has a word beside it or a label. */
const STROKES = {
  answer:
    'M4 3.5h3l1.5 3.7-2 1.3a9 9 0 0 0 5 5l1.3-2 3.7 1.5v3c0 .6-.5 1-1 1A12.5 12.5 0 0 1 3 4.5c0-.5.4-1 1-1Z',
  'hang-up': 'M1.8 10.8c4.5-4.6 11.9-4.6 16.4 0l-2 2.3-3.700-1.3.2-2.500a9 9 0 0 0-5.4 0l.2 2.500-3.700 1.3Z',
  mute: 'M7.5 7.5v2a2.5 2.5 0 0 0 4 2M12.5 9V5a2.5 2.5 0 0 0-4.800-1M4.5 9.5a5.5 5.5 0 0 0 8.700 4.5M15.5 9.5a5.5 5.5 0 0 1-.5 2.300M10 15v2.5M3 3l14 14',
  microphone:
    'M10 2.5a2.5 2.5 0 0 1 2.5 2.5v4.5a2.5 2.5 0 0 1-5 0V5A2.5 2.5 0 0 1 10 2.5ZM4.5 9.5a5.5 5.5 0 0 0 11 0M10 15v2.5',
  hold: 'M7 4.5v11M13 4.5v11',
  resume: 'M6.5 4.5v11l9-5.5Z',
  keypad:
    'M5 4.5h.01M10 4.5h.01M15 4.5h.01M5 9.5h.01M10 9.5h.01M15 9.5h.01M5 14.5h.01M10 14.5h.01M15 14.5h.01',
  transfer: 'M3 15.5v-3a4 4 0 0 1 4-4h9.5M12.5 4.5l4 4-4 4',
  menu: 'M5 10h.01M10 10h.01M15 10h.01',
  back: 'M12 4.5 6.5 10l5.5 5.5',
  up: 'M4.5 12 10 6.500 15.500 12',
  down: 'M4.5 8 10 13.500 15.500 8',
  next: 'M8 4.5 13.5 10 8 15.5',
  restart: 'M4.5 10a5.5 5.5 0 1 0 1.800-4M6.5 2.5v3.700h3.700',
  undo: 'M7.5 3.500 4 7l3.500 3.500M4 7h7.500a4.500 4.500 0 0 1 0 9H7',
  close: 'M5 5l10 10M15 5 5 15',
  forbidden:
    'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM7.300 7.300l5.400 5.400M12.700 7.300l-5.400 5.400',
  search: 'M9 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11ZM13 13l4 4',
  eye: 'M2.5 10C4.5 6.5 7 5 10 5s5.5 1.5 7.5 5c-2 3.5-4.5 5-7.5 5s-5.5-1.5-7.5-5ZM10 8a2 2 0 1 1 0 4 2 2 0 0 1 0-4Z',
  check: 'M4 10.5 8 14.5 16 5.5',
  warning: 'M10 3 18 16.5H2ZM10 8v3.5M10 14h.01',
  'follow-up': 'M5 3.500h10v13H5ZM8 7.500h4M8 10.500h4M8 13.500h2',
  clock: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM10 6v4.2l2.800 1.800',
  incoming: 'M15 5 6 14M6 7.5V14h6.5',
  outgoing: 'M5 15l9-9M7.5 6H14v6.5',
  elsewhere: 'M3.5 8.5 10 13l6.5-5.5M12 6h5v5',
  missed: 'M4 5l6 6 6-6M4 5v4.5M4 5h4.5M3 15.5h14',
  lock: 'M5 9h10v7.5H5ZM7 9V6.5a3 3 0 0 1 6 0V9',
  help: 'M10 2.5a7.5 7.5 0 1 1 0 15 7.5 7.5 0 0 1 0-15ZM8 8a2 2 0 1 1 2.700 1.900c-.5.2-.7.5-.7 1.100M10 13.700h.01',
} as const;

export type IconName = keyof typeof STROKES;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={STROKES[name]} />
    </svg>
  );
}
