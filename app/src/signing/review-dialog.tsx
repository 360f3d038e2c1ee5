import type { AccountEffect } from '@agent-labs/sdk';
import { useEffect, useState } from 'react';
import { useStore } from '../lib/external-store.js';
import { grouped } from '../lib/text.js';
import { span } from '../lib/time.js';
import { Address } from '../ui/address.js';
import { Amount, Sol } from '../ui/amount.js';
import { Dialog } from '../ui/dialog.js';
import { Icon } from '../ui/icon.js';
import { Instruction } from '../ui/instruction.js';
import { Badge, Note } from '../ui/status.js';
import { Table } from '../ui/table.js';
import { openReview, type Review } from './review.js';

/** Milliseconds between two looks whether the transaction can still land. */
const LOOK_EVERY = 2_000;

/** Shows the transaction that waits to be signed, where one does. */
export function ReviewHost() {
  const review = useStore(openReview);
  if (review === null) return null;
  // a review is never turned into another one under the reader's hand
  const key = review.preview.instructions.map(({ name }) => name).join() + review.wallet;
  return <ReviewDialog key={key} review={review} answer={review.answer} />;
}

function ReviewDialog({
  review,
  answer,
}: {
  review: Review;
  answer: (approved: boolean, expired?: boolean) => void;
}) {
  const left = useSecondsLeft(review);
  const expired = left === 0;
  const blocked = review.blockers.length > 0;
  return (
    <Dialog title={`Review: ${review.title}`} onClose={() => answer(false, expired)} className="review">
      <div className="dialog-head">
        <div>
          <h2>{review.title}</h2>
          <p className="small soft">
            Signs: {review.walletName} <Address address={review.wallet} />
          </p>
        </div>
        <Expiry left={left} />
      </div>
      <div className="dialog-body">
        {expired && (
          <Note tone="waiting" alert>
            Expired. Nothing was charged. Try again.
          </Note>
        )}
        {review.blockers.map(({ title, detail }) => (
          <Note key={detail} tone="risk" alert>
            <strong>{title}</strong>
            <p className="soft">{detail}</p>
          </Note>
        ))}
        <section aria-labelledby="review-does" className="stack">
          <h3 id="review-does">What it does</h3>
          <div>
            {review.preview.instructions.map((instruction, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: instructions of a message never move
              <Instruction key={at} instruction={instruction} mint={review.mint} />
            ))}
          </div>
        </section>
        <section aria-labelledby="review-changes" className="stack">
          <h3 id="review-changes">What changes, as the node simulates it</h3>
          <Effects effects={review.effects} wallet={review.wallet} />
        </section>
        <p className="small soft">
          Fee {review.fee === null ? 'not told by the node' : <Sol lamports={review.fee} />}
          {' · '}
          <span className="mono">{grouped(BigInt(review.computeUnits))} CU</span>
          {' · '}
          these very bytes are signed and sent, nothing else.
        </p>
      </div>
      <div className="dialog-foot">
        <button type="button" className="button" onClick={() => answer(false, expired)}>
          {expired ? 'Close' : 'Do not sign'}
        </button>
        {!expired && (
          <button type="button" className="button primary" disabled={blocked} onClick={() => answer(true)}>
            {blocked ? 'Blocked' : `Sign: ${review.title}`}
          </button>
        )}
      </div>
    </Dialog>
  );
}

/** null until the node has told; 0 once it can no longer land. */
function useSecondsLeft({ stillValid, secondsLeft }: Review): number | null {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    let over = false;
    const look = async () => {
      const [valid, seconds] = await Promise.all([stillValid(), secondsLeft()]);
      if (!over) setLeft(valid ? Math.max(1, Math.round(seconds)) : 0);
    };
    // a node that does not answer now is asked again
    const ask = () => void look().catch((error: unknown) => console.warn('expiry not told', error));
    ask();
    const timer = setInterval(ask, LOOK_EVERY);
    return () => {
      over = true;
      clearInterval(timer);
    };
  }, [stillValid, secondsLeft]);
  return left;
}

function Expiry({ left }: { left: number | null }) {
  if (left === null) return <span className="skeleton" />;
  if (left === 0) return <Badge tone="risk">Expired</Badge>;
  return <Badge tone={left < 20 ? 'risk' : 'waiting'}>expires in {span(left)}</Badge>;
}

/** Accounts with what they hold before and after; the signer's own first. */
function Effects({ effects, wallet }: { effects: AccountEffect[]; wallet: string }) {
  if (effects.length === 0) return <p className="soft">Nothing but the fee.</p>;
  const isOwn = ({ address, token }: AccountEffect) =>
    address.toBase58() === wallet || (token.after ?? token.before)?.owner.toBase58() === wallet;
  const ordered = [...effects].sort((a, b) => Number(isOwn(b)) - Number(isOwn(a)));
  return (
    <Table label="What changes">
      <thead>
        <tr>
          <th scope="col">Account</th>
          <th scope="col" className="num">
            Before
          </th>
          <th scope="col" className="num">
            After
          </th>
          <th scope="col" className="num">
            Change
          </th>
        </tr>
      </thead>
      <tbody>
        {ordered.map((effect) => (
          <EffectRow key={effect.address.toBase58()} effect={effect} own={isOwn(effect)} />
        ))}
      </tbody>
    </Table>
  );
}

function EffectRow({
  effect: { address, lamports, token, authority },
  own,
}: {
  effect: AccountEffect;
  own: boolean;
}) {
  const facts = token.after ?? token.before;
  const [before, after] =
    facts === null
      ? [lamports.before, lamports.after]
      : [token.before?.amount ?? 0n, token.after?.amount ?? 0n];
  const mint = facts?.mint.toBase58() ?? null;
  const show = (amount: bigint, sign = false) =>
    mint === null ? (
      <Sol lamports={amount} sign={sign} />
    ) : (
      <Amount amount={amount} mint={mint} sign={sign} />
    );
  return (
    <tr>
      <th scope="row">
        <span className="row">
          <Address address={address.toBase58()} />
          {own && <span className="small faint">yours</span>}
        </span>
        {authority.map((change) => (
          <p key={change} className="small delta minus break">
            <Icon name="warning" size={12} /> {change}
          </p>
        ))}
      </th>
      <td className="num">{show(before)}</td>
      <td className="num">{show(after)}</td>
      <td className={`num delta ${after < before ? 'minus' : 'plus'}`}>{show(after - before, true)}</td>
    </tr>
  );
}
