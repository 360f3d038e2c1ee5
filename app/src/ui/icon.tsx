/** Outlines on a grid of 16, drawn for this page. */
const PATHS = {
  registry: 'M2.5 3.5h11M2.5 8h11M2.5 12.5h11',
  money: 'M2 4.5h12v8H2zM2 7.5h12M10.5 10h1.5',
  activity: 'M1.5 8.5h3l2-5 3 9 2-4h3',
  settings: 'M2 4.5h7m3 0h2M2 11.5h2m3 0h7M10.5 2.5v4M5.5 9.5v4',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM10.5 10.5l3.5 3.5',
  copy: 'M5.5 5.5h8v8h-8zM3.5 10.5h-1v-8h8v1',
  check: 'M3 8.5l3.5 3.5L13.5 4',
  cross: 'M4 4l8 8M12 4l-8 8',
  clock: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 4.5V8l2.5 1.5',
  warning: 'M8 2.5l6 11H2zM8 6.5v3.5M8 11.8v.4',
  info: 'M8 14A6 6 0 1 0 8 2a6 6 0 0 0 0 12zM8 7.2V11M8 4.8v.4',
  shield: 'M8 1.8l5 2v4.4c0 3-2.2 5-5 6-2.8-1-5-3-5-6V3.8z',
  star: 'M8 2l1.8 3.8 4.2.6-3 2.9.7 4.1L8 11.4l-3.7 2 .7-4.1-3-2.9 4.2-.6z',
  up: 'M8 13V3M4 7l4-4 4 4',
  file: 'M4 1.8h5.5L12.5 5v9.2H4zM9.5 1.8V5h3',
  wallet: 'M2 5h11.5v8H2zM2 5l8-2.5V5M10.5 9h3',
  spinner: 'M8 2a6 6 0 1 1-6 6',
  person: 'M8 8a2.8 2.8 0 1 0 0-5.6A2.8 2.8 0 0 0 8 8zM2.8 14c.6-2.8 2.6-4 5.2-4s4.6 1.2 5.2 4',
  lock: 'M3.5 7h9v6.5h-9zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  fold: 'M10 3L5 8l5 5',
  unfold: 'M6 3l5 5-5 5',
  sun: 'M8 10.8a2.8 2.8 0 1 0 0-5.6 2.8 2.8 0 0 0 0 5.6zM8 1.5v1.5M8 13v1.5M1.5 8H3M13 8h1.5M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  layers: 'M8 2l6 3-6 3-6-3zM2 8l6 3 6-3M2 11l6 3 6-3',
} as const;

export type IconName = keyof typeof PATHS;

/** A picture beside words, which say the same: hidden from those who hear the page. */
export function Icon({
  name,
  size = 16,
  filled = false,
}: {
  name: IconName;
  size?: number;
  filled?: boolean;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill={filled ? 'currentColor' : 'none'}
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      className={name === 'spinner' ? 'spin' : undefined}
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
