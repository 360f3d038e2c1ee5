import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useStore } from '../lib/external-store.js';
import { connected } from '../wallet/standard.js';
import { Failure } from './status.js';

/** Errors that the transaction's toast has told already. */
const TOLD = [
  'ReviewDeclined',
  'ReviewExpired',
  'WalletDeclined',
  'WalletChangedTransaction',
  'TransactionExpired',
];

/** Whether an error is still to be told beside the button that led to it. */
export const isUntold = (error: unknown): boolean => error instanceof Error && !TOLD.includes(error.name);

/** A button that moves something on the chain; what it says is what happens. */
export function ActionButton({
  label,
  action,
  invalidate,
  tone = 'plain',
  disabled = false,
  why,
}: {
  label: ReactNode;
  action: () => Promise<unknown>;
  /** key of what is to be read again after it */
  invalidate: unknown[];
  tone?: 'plain' | 'primary' | 'danger';
  disabled?: boolean;
  /** why it cannot be done now, shown beside the button */
  why?: string | undefined;
}) {
  const client = useQueryClient();
  const wallet = useStore(connected);
  const mutation = useMutation({
    mutationFn: action,
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: invalidate }),
        client.invalidateQueries({ queryKey: ['wallet'] }),
      ]),
  });
  return (
    <>
      <button
        type="button"
        className={`button compact ${tone === 'plain' ? '' : tone}`}
        disabled={disabled || mutation.isPending || wallet === null}
        title={wallet === null ? 'Connect a wallet first' : why}
        onClick={() => mutation.mutate()}
      >
        {label}
      </button>
      {why !== undefined && <span className="small soft">{why}</span>}
      {mutation.isError && isUntold(mutation.error) && <Failure error={mutation.error} />}
    </>
  );
}

/** As the button, but the same click twice: for what cannot be undone. */
export function TwiceButton(props: Parameters<typeof ActionButton>[0] & { warning: string }) {
  const [asked, setAsked] = useState(false);
  if (!asked) {
    return (
      <button
        type="button"
        className="button compact danger"
        disabled={props.disabled}
        onClick={() => setAsked(true)}
      >
        {props.label}
      </button>
    );
  }
  return (
    <span className="row">
      <span className="small">{props.warning}</span>
      <ActionButton {...props} tone="danger" />
      <button type="button" className="button compact quiet" onClick={() => setAsked(false)}>
        Keep it
      </button>
    </span>
  );
}
