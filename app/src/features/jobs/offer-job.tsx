import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { JobTerms } from '../../data/job-views.js';
import { jobTermsQuery } from '../../data/money-queries.js';
import { chain, mandatesQuery, tokenBalanceQuery, tokenQuery } from '../../data/queries.js';
import type { MandateView } from '../../data/views.js';
import { asksForAllotment } from '../../lib/approvals.js';
import { shortAddress } from '../../lib/text.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';
import { Loaded } from '../../ui/loaded.js';
import { SpanField } from '../../ui/span-field.js';
import { Empty } from '../../ui/status.js';
import { useNow } from '../../ui/time.js';
import { AskApproval } from '../approvals/ask.js';
import { StatementFile } from '../disputes/statement-file.js';
import { AgentPicker } from '../money/agent-picker.js';

const HOUR = 3_600;
const DAY = 86_400;
const SPANS = [HOUR, 6 * HOUR, DAY, 2 * DAY, 3 * DAY, 7 * DAY, 14 * DAY];
/** Seconds that a transaction may take from here to the chain, left off the longest life. */
const ON_ITS_WAY = 120;

/** Offers an agent a job out of a mandate: terms, money and times are fixed by that. */
export function OfferJob({ wallet, agent }: { wallet: string; agent: string }) {
  const mandates = useQuery(mandatesQuery(wallet));
  const terms = useQuery(jobTermsQuery);
  const now = useNow(10_000);
  return (
    <Loaded query={mandates}>
      {(found) => {
        const usable = found.filter(({ killedAt, expiresAt }) => killedAt === 0 && expiresAt > now + HOUR);
        if (terms.data === undefined) return null;
        return usable.length === 0 ? (
          <Empty
            title="A mandate comes first"
            action={
              <Link to="/mandates" className="button primary">
                Open a mandate
              </Link>
            }
          >
            A job is paid out of a mandate: money set aside under limits that the chain enforces.
          </Empty>
        ) : (
          <Form mandates={usable} terms={terms.data} agent={agent} wallet={wallet} />
        );
      }}
    </Loaded>
  );
}

function Form({
  mandates,
  terms,
  agent,
  wallet,
}: {
  mandates: MandateView[];
  terms: JobTerms;
  agent: string;
  wallet: string;
}) {
  const [agents, setAgents] = useState(agent === '' ? [] : [agent]);
  const [chosen, setChosen] = useState(mandates[0]?.address ?? '');
  const mandate = mandates.find(({ address }) => address === chosen) ?? (mandates[0] as MandateView);
  const token = useQuery(tokenQuery(mandate.mint));
  const balance = useQuery(tokenBalanceQuery(wallet, mandate.mint));
  const has = balance.data ?? 0n;
  const [text, setText] = useState('');
  const [hash, setHash] = useState<string | null>(null);
  const lives = SPANS.filter((seconds) => seconds <= terms.longestLife - ON_ITS_WAY);
  const reviews = SPANS.filter(
    (seconds) => seconds >= terms.shortestReview && seconds <= terms.longestReview,
  );
  const [accept, setAccept] = useState(lives[0] ?? HOUR);
  const [deliver, setDeliver] = useState(lives.find((seconds) => seconds > HOUR) ?? 2 * HOUR);
  const [review, setReview] = useState(reviews.at(-1) ?? terms.longestReview);
  const navigate = useNavigate();
  const decimals = token.data?.decimals ?? 0;
  const amount = amountIn(text, decimals);
  const missing = amount === null ? 0n : amount - mandate.free;
  const offer = {
    mandate,
    agent: agents[0] ?? '',
    amount: amount ?? 0n,
    termsHash: hash ?? '',
    acceptWithin: accept,
    deliverWithin: deliver,
    reviewWindow: review,
  };
  const why = whyNot({ agents, amount, hash, accept, deliver, mandate, missing, has });
  return (
    <section className="sheet stack">
      <h2>Offer a job</h2>
      <AgentPicker
        chosen={agents}
        onChange={(list) => setAgents(list.slice(-1))}
        label="Agent"
        hint="The one that is to do it."
      />
      <div className="halves">
        <AmountField
          label="What it is paid"
          value={text}
          mint={mandate.mint}
          decimals={decimals}
          onChange={setText}
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
          <span className="label">Out of</span>
          <select
            className="input"
            value={mandate.address}
            onChange={({ target }) => setChosen(target.value)}
          >
            {mandates.map(({ address, id }) => (
              <option key={address} value={address}>
                Mandate {id} ({shortAddress(address)})
              </option>
            ))}
          </select>
        </label>
        <SpanField label="To be accepted within" spans={lives} value={accept} onChange={setAccept} />
        <SpanField label="To be delivered within" spans={lives} value={deliver} onChange={setDeliver} />
        <SpanField label="You review it for" spans={reviews} value={review} onChange={setReview} />
      </div>
      <p className="small soft">
        From the end of the review on, the result counts as accepted, and anyone can release the money: choose
        a time that you can keep.
      </p>
      <StatementFile
        label="Terms of the job"
        onHash={setHash}
        prompt="Drop the terms here, any file: what is to be done, and what counts as done. Its hash is fixed on the chain; send the file to the agent, and keep it."
      />
      {why === undefined && asksForAllotment(mandate, offer.amount) ? (
        <AskApproval
          mandate={mandate}
          what="So large a job"
          // the offer's times run from now on: what is approved later leaves the agent less
          longest={accept - HOUR / 2}
          ask={async (lifetime) => (await chain()).askForOffer(offer, lifetime)}
        />
      ) : (
        <div className="row">
          <ActionButton
            label={
              <>
                Offer it for <Amount amount={amount ?? 0n} mint={mandate.mint} />
              </>
            }
            tone="primary"
            disabled={why !== undefined}
            why={why}
            action={async () => {
              const address = await (await chain()).offerJob(offer);
              await navigate({ to: '/jobs/$address', params: { address } });
            }}
            invalidate={['mandate']}
          />
        </div>
      )}
    </section>
  );
}

function whyNot({
  agents,
  amount,
  hash,
  accept,
  deliver,
  mandate,
  missing,
  has,
}: {
  agents: string[];
  amount: bigint | null;
  hash: string | null;
  accept: number;
  deliver: number;
  mandate: MandateView;
  missing: bigint;
  has: bigint;
}): string | undefined {
  const [agent] = agents;
  if (agent === undefined) return 'Choose an agent first.';
  if (amount === null) return 'Say what it is paid.';
  if (hash === null) return 'Choose the file with the terms first.';
  if (accept >= deliver) return 'It is accepted before it is delivered: give more time to deliver.';
  const { allowList, dailyCap, spentToday, totalCap, totalCharged } = mandate;
  if (allowList.length > 0 && !allowList.includes(agent)) return 'This mandate does not pay that agent.';
  if (dailyCap !== null && spentToday + amount > dailyCap) {
    return "Today's limit of the mandate does not allow that.";
  }
  if (totalCap !== null && totalCharged + amount > totalCap) {
    return 'The limit in all of the mandate does not allow that.';
  }
  return missing > has ? 'The wallet has less than that.' : undefined;
}
