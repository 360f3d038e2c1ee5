import type { ReactNode } from 'react';
import { Icon, type IconName } from './icon.js';

type Tone = 'plain' | 'settled' | 'waiting' | 'risk' | 'human';

const ICONS: Record<Tone, IconName | null> = {
  plain: null,
  settled: 'check',
  waiting: 'clock',
  risk: 'warning',
  human: 'person',
};

/** A state in a word, with an icon, so that it never rests on its colour. */
export function Badge({ tone, children }: { tone: Tone; children: ReactNode }) {
  const icon = ICONS[tone];
  return (
    <span className={`badge ${tone}`}>
      {icon !== null && <Icon name={icon} size={12} />}
      {children}
    </span>
  );
}

/** Where an agent stands, and whether its lease still runs. */
export function AgentStatus({ status, live }: { status: string; live: boolean }) {
  if (live) return <Badge tone="settled">Live</Badge>;
  if (status === 'Active') return <Badge tone="waiting">Lease over</Badge>;
  return <Badge tone={status === 'Draft' ? 'plain' : 'waiting'}>{status}</Badge>;
}

const NOTE_ICONS: Record<'info' | 'waiting' | 'risk' | 'settled', IconName> = {
  info: 'info',
  waiting: 'clock',
  risk: 'warning',
  settled: 'check',
};

/** Something to know before going on. */
export function Note({
  tone,
  children,
  alert = false,
}: {
  tone: keyof typeof NOTE_ICONS;
  children: ReactNode;
  alert?: boolean;
}) {
  return (
    <div className={`note ${tone}`} role={alert ? 'alert' : undefined}>
      <Icon name={NOTE_ICONS[tone]} />
      <div>{children}</div>
    </div>
  );
}

/** Nothing yet: what will be here, and the one thing to do next. */
export function Empty({
  title,
  children,
  action,
  page = false,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
  /** whether it is all there is on the page */
  page?: boolean;
}) {
  return (
    <div className="empty">
      {page ? <h1>{title}</h1> : <h2>{title}</h2>}
      <p>{children}</p>
      {action}
    </div>
  );
}

/** Lines that hold the place of what is being read. */
export function Skeleton({ lines = 4 }: { lines?: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: lines }, (_, at) => `line ${at}`).map((key) => (
        <span key={key} className="skeleton line" />
      ))}
    </div>
  );
}

/** What went wrong, by its name, with a way to try again. Reading costs nothing. */
export function Failure({ error, retry }: { error: unknown; retry?: () => void }) {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  return (
    <Note tone="risk" alert>
      <p>
        <strong>{name === 'Error' || name === 'TypeError' ? 'That did not work' : name}</strong>
      </p>
      <p className="soft">{message}</p>
      {retry !== undefined && (
        <p>
          <button type="button" className="button compact" onClick={retry}>
            Try again
          </button>
        </p>
      )}
    </Note>
  );
}
