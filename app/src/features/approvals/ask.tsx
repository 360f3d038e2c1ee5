import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import type { MandateView } from '../../data/views.js';
import { span } from '../../lib/time.js';
import { ActionButton } from '../../ui/action.js';
import { Address } from '../../ui/address.js';
import { Note } from '../../ui/status.js';

const HOUR = 3_600;
const DAY = 86_400;
/** How long approvers may be given; the chain allows 30 days. */
const LIVES = [HOUR, 6 * HOUR, DAY, 3 * DAY, 7 * DAY, 30 * DAY];

/** In the place of a button whose call needs the mandate's approvers: asks them for that very call. */
export function AskApproval({
  mandate,
  what,
  ask,
  longest = Number.POSITIVE_INFINITY,
  disabled = false,
  why,
}: {
  mandate: MandateView;
  /** what is asked for, such as "this allotment" */
  what: ReactNode;
  /** @returns the request's address */
  ask: (lifetime: number) => Promise<string>;
  /** seconds after which the call itself could not be made any more */
  longest?: number;
  disabled?: boolean;
  why?: string | undefined;
}) {
  const lives = LIVES.filter((seconds) => seconds <= longest);
  const [life, setLife] = useState(lives.includes(DAY) ? DAY : (lives.at(-1) ?? HOUR));
  const navigate = useNavigate();
  return (
    <div className="stack">
      <Note tone="waiting">
        <strong>
          {what} needs {mandate.approvalThreshold} of the mandate's {mandate.approvers.length} approvers.
        </strong>
        <div className="row small">
          {mandate.approvers.map((wallet) => (
            <Address key={wallet} address={wallet} />
          ))}
        </div>
      </Note>
      <label className="field">
        <span className="label">They can sign for</span>
        <select className="input" value={life} onChange={({ target }) => setLife(Number(target.value))}>
          {(lives.length === 0 ? [HOUR] : lives).map((seconds) => (
            <option key={seconds} value={seconds}>
              {span(seconds)}
            </option>
          ))}
        </select>
        <span className="hint">Once enough have signed, you send it. Its rent comes back with that.</span>
      </label>
      <div className="row">
        <ActionButton
          label="Ask for approval"
          tone="primary"
          disabled={disabled}
          why={why}
          action={async () => {
            const address = await ask(life);
            await navigate({ to: '/approvals/$address', params: { address } });
          }}
          invalidate={['approvals']}
        />
      </div>
    </div>
  );
}
