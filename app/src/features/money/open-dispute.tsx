import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { openingQuery } from '../../data/dispute-queries.js';
import { balancesQuery, callsQuery, chain, tokenQuery } from '../../data/queries.js';
import type { ChannelView } from '../../data/views.js';
import { AmountInvalid, decimal } from '../../lib/amounts.js';
import { useStore } from '../../lib/external-store.js';
import { counted } from '../../lib/text.js';
import { ActionButton } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, parsed } from '../../ui/amount-field.js';
import { Countdown } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';
import { StatementFile } from '../disputes/statement-file.js';

/** Claims money of a channel back; calls are cited on the dispute's own page, right after. */
export function OpenDispute({ channel, mint }: { channel: ChannelView; mint: string }) {
  const opening = useQuery(openingQuery(1n, mint));
  const most = mostOf(channel, opening.data);
  if (opening.data === undefined) return null;
  const nothing = whyNothing(channel, opening.data.slashes);
  return (
    <section className="sheet stack">
      <h2>Open a dispute</h2>
      {nothing === null ? (
        <Form channel={channel} mint={mint} most={most} />
      ) : (
        <>
          <button type="button" className="button compact" disabled title={nothing}>
            Open a dispute
          </button>
          <p className="small soft">{nothing}</p>
        </>
      )}
    </section>
  );
}

interface Terms {
  slashes: boolean;
  cap: bigint;
}

/** Most that a dispute about it may claim; a claim in another token than the stake's is paid by the hold alone. */
function mostOf(channel: ChannelView, terms: Terms | undefined): bigint {
  const free = channel.holdDisputed ? 0n : channel.held;
  const limit = terms?.slashes === false ? free : (terms?.cap ?? 0n);
  return channel.claimable < limit ? channel.claimable : limit;
}

function whyNothing(channel: ChannelView, slashes: boolean): string | null {
  if (channel.settled === 0n) return 'Nothing is settled yet: there is nothing to claim.';
  if (channel.claimable === 0n) {
    return 'Nothing is left to claim: it was claimed or given back, or the time to claim is over.';
  }
  if (slashes) return null;
  if (channel.holdDisputed) return 'Another dispute has the hold, and here only the hold can pay.';
  return channel.held > 0n
    ? null
    : 'Hold money first: this token is not the one agents are staked in, so only a hold can pay.';
}

function Form({ channel, mint, most }: { channel: ChannelView; mint: string; most: bigint }) {
  const token = useQuery(tokenQuery(mint));
  const decimals = token.data?.decimals ?? 0;
  const [typed, setTyped] = useState<string | null>(null);
  const [hash, setHash] = useState<string | null>(null);
  const text = typed ?? decimal(most, decimals).replaceAll(',', '');
  const claim = amountOf(text, decimals);
  const opening = useQuery(openingQuery(claim ?? 1n, mint));
  const navigate = useNavigate();
  const bond = opening.data?.bond ?? 0n;
  const stakeMint = opening.data?.stakeMint ?? null;
  const why = useWhyNot({ claim, most, hash, bond, stakeMint });
  return (
    <>
      <p className="small soft">
        You can claim for <Countdown until={channel.lastSettleAt + channel.claimWindow} over="a moment" />{' '}
        still. What a ruling awards comes out of the hold first, then out of the agent's stake.
      </p>
      <AmountField
        label="How much you claim back"
        value={text}
        mint={mint}
        decimals={decimals}
        onChange={setTyped}
        hint={
          <>
            At most <Amount amount={most} mint={mint} />.
          </>
        }
      />
      <StatementFile label="Your statement" onHash={setHash} />
      <Cited channel={channel} mint={mint} />
      <ActionButton
        label={
          <>
            Open the dispute, put in <Amount amount={bond} mint={stakeMint} />
          </>
        }
        tone="primary"
        disabled={why !== undefined}
        why={why}
        action={async () => {
          const wish = { channel, claim: claim ?? 0n, evidenceHash: hash ?? '' };
          const address = await (await chain()).disputeChannel(wish);
          await navigate({ to: '/disputes/$address', params: { address } });
        }}
        invalidate={['mandate']}
      />
      <p className="small soft">
        The bond comes back if nobody rules, less the fees of arbiters who voted; a ruling splits it by the
        award.
      </p>
    </>
  );
}

function amountOf(text: string, decimals: number): bigint | null {
  try {
    return parsed(text, decimals);
  } catch (error) {
    if (error instanceof AmountInvalid) return null;
    throw error;
  }
}

function useWhyNot({
  claim,
  most,
  hash,
  bond,
  stakeMint,
}: {
  claim: bigint | null;
  most: bigint;
  hash: string | null;
  bond: bigint;
  stakeMint: string | null;
}): string | undefined {
  const wallet = useStore(connected);
  const balances = useQuery(balancesQuery(wallet?.account.address ?? null));
  const has = balances.data?.tokens.find((token) => token.mint === stakeMint)?.amount ?? 0n;
  if (claim === null) return 'Say how much you claim.';
  if (claim > most) return 'That is more than can be claimed here.';
  if (hash === null) return 'Choose the file with your statement first.';
  if (balances.data !== undefined && has < bond)
    return 'You have not enough of the stake token for the bond.';
  return undefined;
}

/** What this browser could cite afterwards. */
function Cited({ channel, mint }: { channel: ChannelView; mint: string }) {
  const calls = useQuery(callsQuery(channel.address));
  if (calls.data === undefined) return null;
  if (calls.data.length === 0) {
    return (
      <p className="small soft">
        This browser has no call of this channel, so nothing can be cited from it. Without a cited call
        nothing can be lost: open the dispute where the calls were made.
      </p>
    );
  }
  const most = BigInt(calls.data.length) * channel.perCallMax;
  return (
    <p className="small soft">
      {counted(calls.data.length, 'call')} can be cited from this browser, on the next page: at most{' '}
      <Amount amount={most} mint={mint} /> can be lost for {calls.data.length === 1 ? 'it' : 'them'}.
    </p>
  );
}
