import { ExternalStore } from '../lib/external-store.js';

/** Where a transaction is; each step replaces the one before in its toast. */
export type ToastPhase =
  | 'simulating'
  | 'reviewing'
  | 'signing'
  | 'sent'
  | 'confirmed'
  | 'expired'
  | 'failed'
  | 'declined';

/** One transaction, from its simulation until it is confirmed or can no longer land. */
export interface Toast {
  id: number;
  title: string;
  phase: ToastPhase;
  /** what happened to the money, where that is known */
  detail: string;
  signature: string | null;
}

export const toasts = new ExternalStore<Toast[]>([]);
let count = 0;

export function openToast(title: string): number {
  count += 1;
  const id = count;
  toasts.update((all) => [
    ...all,
    { id, title, phase: 'simulating', detail: 'Simulating. Nothing is signed yet.', signature: null },
  ]);
  return id;
}

/** Milliseconds for which what went well stays in sight. */
const STAYS = 8_000;

export function updateToast(id: number, change: Partial<Omit<Toast, 'id'>>): void {
  if (change.phase === 'confirmed') setTimeout(() => closeToast(id), STAYS);
  toasts.update((all) => all.map((toast) => (toast.id === id ? { ...toast, ...change } : toast)));
}

export function closeToast(id: number): void {
  toasts.update((all) => all.filter((toast) => toast.id !== id));
}
