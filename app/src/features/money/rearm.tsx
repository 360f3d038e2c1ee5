import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { allotmentTermsQuery } from '../../data/money-queries.js';
import { chain, tokenQuery } from '../../data/queries.js';
import type { ListedChannel } from '../../data/views.js';
import { decimal } from '../../lib/amounts.js';
import { asksForAllotment } from '../../lib/approvals.js';
import { nextReset } from '../../lib/limits.js';
import { exactTime, timeOfDay } from '../../lib/time.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';
import { useNow } from '../../ui/time.js';
import { AskApproval } from '../approvals/ask.js';
import { Requests } from '../approvals/requests.js';

const HOUR = 3_600;
const DAY = 86_400;
/** Calls that an allotment is proposed for. */
const CALLS = 100n;
/** Seconds that a transaction may take from here to the chain, left off the longest life. */
const ON_ITS_WAY = 120;
/** Stands for the longest that protocol and mandate allow. */
const LONGEST = -1;
const LIVES: [seconds: number, label: string][] = [
  [0, 'leave its end as it is'],
  [HOUR, 'an hour from now'],
  [DAY, 'a day from now'],
  [2 * DAY, '2 days from now'],
  [7 * DAY, '7 days from now'],
];

/** Allots more to a channel, and moves its end. */
export function Rearm({ listed: { channel, mandate } }: { listed: ListedChannel }) {
  const token = useQuery(tokenQuery(mandate.mint));
  const terms = useQuery(allotmentTermsQuery);
  const now = useNow(10_000);
  const decimals = token.data?.decimals ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const [life, setLife] = useState(0);
  const text = typed ?? decimal(channel.price * CALLS, decimals).replaceAll(',', '');
  const amount = amountIn(text, decimals);
  const longest = (terms.data?.longestLife ?? 0) - ON_ITS_WAY;
  // before its present end nothing can be chosen, and nothing after the mandate's
  const lives = LIVES.filter(
    ([seconds]) =>
      seconds === 0 ||
      (seconds <= longest && now + seconds > channel.expiresAt && now + seconds <= mandate.expiresAt),
  );
  const latest = Math.min(now + longest, mandate.expiresAt);
  const expiresAt = life === LONGEST ? latest : life === 0 ? channel.expiresAt : now + life;
  const why = whyNot(amount, left({ channel, mandate }), now);
  const missing = amount === null ? 0n : amount - mandate.free;
  return (
    <div className="stack">
      <AmountField
        label="How much more"
        value={text}
        mint={mandate.mint}
        decimals={decimals}
        onChange={setTyped}
        hint={
          missing > 0n ? (
            <>
              <Amount amount={missing} mint={mandate.mint} /> of it is set aside from your wallet with it.
            </>
          ) : (
            <>
              <Amount amount={mandate.free} mint={mandate.mint} /> free in the mandate.
            </>
          )
        }
      />
      <label className="field">
        <span className="label">Good until</span>
        <select className="input" value={life} onChange={({ target }) => setLife(Number(target.value))}>
          {lives.map(([seconds, label]) => (
            <option key={seconds} value={seconds}>
              {label}
            </option>
          ))}
          {latest > channel.expiresAt && <option value={LONGEST}>as long as can be</option>}
        </select>
        <span className="hint">{exactTime(expiresAt)}, in your time zone.</span>
      </label>
      {amount !== null && why === undefined && asksForAllotment(mandate, amount) ? (
        <AskApproval
          mandate={mandate}
          what="So large an allotment"
          longest={expiresAt - now}
          ask={async (lifetime) =>
            (await chain()).askForRearm(channel, mandate, { amount, expiresAt }, lifetime)
          }
        />
      ) : (
        <div className="row">
          <ActionButton
            label={
              <>
                Allot <Amount amount={amount ?? 0n} mint={mandate.mint} /> more
              </>
            }
            tone="primary"
            disabled={why !== undefined}
            why={why}
            action={async () => {
              await (await chain()).rearmChannel(channel, mandate, { amount: amount ?? 0n, expiresAt });
              setTyped(null);
              setLife(0);
            }}
            invalidate={['mandate']}
          />
        </div>
      )}
      <Requests mandate={mandate} about={channel.address} />
    </div>
  );
}

interface Left {
  /** null without a cap */
  today: bigint | null;
  inAll: bigint | null;
}

/** What the mandate's limits still allow. */
function left({ mandate }: ListedChannel): Left {
  const { dailyCap, spentToday, totalCap, totalCharged } = mandate;
  return {
    today: dailyCap === null ? null : dailyCap - spentToday,
    inAll: totalCap === null ? null : totalCap - totalCharged,
  };
}

function whyNot(amount: bigint | null, { today, inAll }: Left, now: number): string | undefined {
  if (amount === null) return 'Say how much.';
  if (inAll !== null && amount > inAll) return 'The limit in all does not allow that. Open another mandate.';
  if (today !== null && amount > today) {
    return `Today's limit does not allow that. It begins anew at ${timeOfDay(nextReset(now))}.`;
  }
  return undefined;
}
