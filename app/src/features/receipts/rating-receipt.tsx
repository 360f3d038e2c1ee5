import type { ReactNode } from 'react';
import type { RatingReceipt, SealCheck } from '../../data/views.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Receipt, type SealState } from '../../ui/receipt.js';
import { Time } from '../../ui/time.js';
import { Stars } from './stars.js';

/** The strip of a rating: who paid whom, what they thought of it, and what a check of its proof found. */
export function RatingStrip({
  says,
  seal,
  check,
  onCheck,
  error,
  children,
}: {
  says: RatingReceipt;
  seal: SealState;
  check: SealCheck | undefined;
  onCheck?: (() => void) | undefined;
  error: Error | null;
  children?: ReactNode;
}) {
  return (
    <Receipt
      seal={seal}
      onCheck={onCheck}
      from={<Address address={says.payer} />}
      to={<Address address={says.agent} to="agent" />}
      what={
        <>
          and rated it <Stars count={says.stars} /> <Time at={says.time} />
        </>
      }
      amount={<Amount amount={says.paid} mint={says.mint} />}
      hash={says.leaf}
      hashName="leaf"
    >
      {check?.facts.map((fact) => (
        <p key={fact} className="small soft">
          {fact}
        </p>
      ))}
      {error !== null && <p className="small">{error.message}</p>}
      {children}
    </Receipt>
  );
}
