import type { ReactNode } from 'react';
import { shortHash } from '../lib/text.js';
import { CopyButton } from './address.js';

/** Whether a receipt's proof was checked in this browser. */
export type SealState = 'hollow' | 'checking' | 'solid' | 'broken';

const WORDS: Record<SealState, string> = {
  hollow: 'not checked',
  checking: 'checking',
  solid: 'checked',
  broken: 'does not hold',
};

/** Hollow until the proof was checked here, then solid. */
export function Seal({ state, onCheck }: { state: SealState; onCheck?: (() => void) | undefined }) {
  const picture = (
    <>
      <svg width="28" height="28" viewBox="0 0 28 28" fill="none" stroke="currentColor" aria-hidden="true">
        <circle
          cx="14"
          cy="14"
          r="12"
          strokeWidth="1.5"
          strokeDasharray={state === 'checking' ? '4 3' : '0'}
        />
        {state === 'solid' && <circle cx="14" cy="14" r="8.5" fill="currentColor" stroke="none" />}
        {state === 'hollow' && <circle cx="14" cy="14" r="8.5" strokeWidth="1.2" />}
        {state === 'checking' && <circle cx="14" cy="14" r="8.5" strokeWidth="1.2" />}
        {state === 'broken' && <path d="M9 9l10 10M19 9L9 19" strokeWidth="2" strokeLinecap="round" />}
      </svg>
      {WORDS[state]}
    </>
  );
  if (onCheck === undefined || state === 'checking') {
    return <span className={`seal ${state}`}>{picture}</span>;
  }
  return (
    <button
      type="button"
      className={`seal ${state}`}
      onClick={onCheck}
      aria-label={`Seal: ${WORDS[state]}. Check it in this browser`}
    >
      {picture}
    </button>
  );
}

/** The strip that says who paid whom for what; always the same. */
export function Receipt({
  seal,
  onCheck,
  from,
  to,
  what,
  amount,
  hash,
  hashName,
  children,
}: {
  seal: SealState;
  onCheck?: (() => void) | undefined;
  from: ReactNode;
  to: ReactNode;
  what: ReactNode;
  amount: ReactNode;
  hash: string;
  hashName: string;
  children?: ReactNode;
}) {
  return (
    <article className="receipt" aria-label="Receipt">
      <Seal state={seal} onCheck={onCheck} />
      <div className="receipt-what">
        <div className="receipt-line">
          {from} <span className="faint">paid</span> {to}
          <span className="soft">{what}</span>
        </div>
        <div className="receipt-hash mono">
          <span className="address" title={hash}>
            {hashName} {shortHash(hash)} <CopyButton text={hash} label={null} name={`Copy ${hashName}`} />
          </span>
        </div>
        {children}
      </div>
      <div className="receipt-amount">{amount}</div>
    </article>
  );
}
