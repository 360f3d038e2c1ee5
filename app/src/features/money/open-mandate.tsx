import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { stakeMint } from '../../data/config.js';
import { chain, tokenBalanceQuery, tokenQuery } from '../../data/queries.js';
import { AmountInvalid, decimal } from '../../lib/amounts.js';
import { NO_APPROVAL } from '../../lib/approvers.js';
import { useStore } from '../../lib/external-store.js';
import { capsOf, limitProblem, milliStars, ScoreInvalid, type TypedLimits } from '../../lib/limits.js';
import { isUntold } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, parsedOrNull } from '../../ui/amount-field.js';
import { Failure, Note, Skeleton } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { ApprovalFields, approvalOf, saysOf, voicesProblem } from './approval-fields.js';
import { A_MONTH, ExpiryField, expiryOf } from './expiry-field.js';
import { ANYBODY, PayeeFields } from './limit-fields.js';

/** Calls that the limits are proposed for. */
const CALLS = 500n;
const CALLS_A_DAY = 200n;

interface OpenMandateProps {
  mint: string;
  /** base units a call; proposals follow it */
  price: bigint | null;
  /** ids of this wallet's mandates */
  taken: string[];
  onOpened?: ((address: string) => void) | undefined;
}

/** Opens a mandate: a deposit and its limits, proposed for the price of an agent where one is looked at. */
export function OpenMandate(props: OpenMandateProps) {
  const token = useQuery(tokenQuery(props.mint));
  const staked = useQuery(tokenQuery(stakeMint()));
  if (!token.data) return <Skeleton />;
  return <Form {...props} decimals={token.data.decimals} stakeDecimals={staked.data?.decimals ?? 0} />;
}

function Form({
  mint,
  decimals,
  stakeDecimals,
  price,
  taken,
  onOpened,
}: OpenMandateProps & { decimals: number; stakeDecimals: number }) {
  const each = price ?? 10n ** BigInt(decimals) / 100n;
  const text = (amount: bigint) => decimal(amount, decimals).replaceAll(',', '');
  const [deposit, setDeposit] = useState(text(each * CALLS));
  const [perCall, setPerCall] = useState(text(each));
  const [daily, setDaily] = useState(text(each * CALLS_A_DAY));
  const [total, setTotal] = useState('');
  const [expiry, setExpiry] = useState(A_MONTH);
  const [payees, setPayees] = useState(ANYBODY);
  const [voices, setVoices] = useState(NO_APPROVAL);
  const wallet = useStore(connected);
  const balance = useQuery(tokenBalanceQuery(wallet?.account.address ?? null, mint));
  const client = useQueryClient();
  const typed = read(() => ({
    deposit: parsedOrNull(deposit, decimals) ?? 0n,
    perCallMax: parsedOrNull(perCall, decimals) ?? 0n,
    dailyCap: parsedOrNull(daily, decimals),
    totalCap: parsedOrNull(total, decimals),
  }));
  const asked = read(() => ({
    minStake: parsedOrNull(payees.minStake, stakeDecimals) ?? 0n,
    minScore: milliStars(payees.minScore),
  }));
  const approval = read(() => approvalOf(voices, decimals));
  const expires = expiryOf(expiry);
  const has = balance.data ?? null;
  const wrong =
    problemOf({ typed, asked, expires, has }) ??
    voicesProblem({ payees, approval, voices, wallet: wallet?.account.address ?? null });
  const open = useMutation({
    mutationFn: async () => {
      if (typed === null || asked === null || expires === null)
        throw new TypeError('a limit is not readable');
      const { openMandate } = await chain();
      const { allowList } = payees;
      const limits = { mint, ...typed, ...capsOf(typed), ...asked, expires, allowList };
      return openMandate({ ...limits, ...saysOf(payees), approval }, nextId(taken));
    },
    onSuccess: (address) => onOpened?.(address),
    onSettled: () => client.invalidateQueries({ queryKey: ['wallet'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong === null) open.mutate();
  };
  return (
    <form className="sheet stack" onSubmit={submit} noValidate>
      <h2>Open a mandate</h2>
      <p className="soft">
        A budget of yours that the chain guards. Agents are paid out of it per call, within these limits and
        no further.
      </p>
      <AmountField
        label="Set aside"
        value={deposit}
        mint={mint}
        decimals={decimals}
        placeholder="nothing yet"
        onChange={setDeposit}
        hint={
          has === null ? undefined : (
            <>
              You have <Amount amount={has} mint={mint} />.
            </>
          )
        }
      />
      <div className="halves">
        <AmountField
          label="At most a call"
          value={perCall}
          mint={mint}
          decimals={decimals}
          onChange={setPerCall}
          hint={
            price === null ? undefined : (
              <>
                This agent asks <Amount amount={price} mint={mint} />.
              </>
            )
          }
        />
        <AmountField
          label="At most a day"
          value={daily}
          mint={mint}
          decimals={decimals}
          placeholder="no limit"
          onChange={setDaily}
          hint="Days begin at midnight UTC."
        />
        <AmountField
          label="At most in all"
          value={total}
          mint={mint}
          decimals={decimals}
          placeholder="no limit"
          onChange={setTotal}
          hint="What is allotted counts for good, spent or not."
        />
        <ExpiryField typed={expiry} onChange={setExpiry} />
      </div>
      <PayeeFields typed={payees} onChange={setPayees} />
      <ApprovalFields typed={voices} onChange={setVoices} mint={mint} decimals={decimals} />
      {typed !== null && <Exposure limits={typed} mint={mint} />}
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={wallet === null || open.isPending || wrong !== null}
          title={wrong ?? undefined}
        >
          {typed?.deposit === 0n ? 'Open it under these limits' : `Set aside ${deposit} under these limits`}
        </button>
        {wallet === null && <span className="small soft">Connect a wallet first.</span>}
      </div>
      {wrong !== null && (
        <Note tone="waiting">
          <span role="status">{wrong}</span>
        </Note>
      )}
      {open.isError && isUntold(open.error) && <Failure error={open.error} />}
    </form>
  );
}

/** What is typed, in base units; null while something of it cannot be read, which its field says. */
function read<T>(all: () => T): T | null {
  try {
    return all();
  } catch (error) {
    if (error instanceof AmountInvalid || error instanceof ScoreInvalid) return null;
    throw error;
  }
}

function problemOf({
  typed,
  asked,
  expires,
  has,
}: {
  typed: TypedLimits | null;
  asked: object | null;
  expires: object | null;
  has: bigint | null;
}): string | null {
  if (typed === null || asked === null) return 'One of the limits cannot be read: see beside it.';
  if (typed.perCallMax === 0n) return 'Say what a call may cost at most.';
  if (expires === null) return 'Choose a time until when it is good.';
  if (has !== null && typed.deposit > has) return 'That is more than the wallet has. Nothing was charged.';
  return limitProblem(typed);
}

/** The most that can be lost, in a sentence: what a limit is for. */
function Exposure({ limits, mint }: { limits: TypedLimits; mint: string }) {
  const { dailyCap, totalCap } = capsOf(limits);
  return (
    <p className="small soft">
      Whoever has the key in this browser can spend{' '}
      {totalCap === null ? (
        'what you set aside'
      ) : (
        <>
          no more than <Amount amount={totalCap} mint={mint} /> of it
        </>
      )}
      {dailyCap !== null && (
        <>
          , and no more than <Amount amount={dailyCap} mint={mint} /> a day
        </>
      )}
      . You can stop it at any moment, and take out what is not allotted.
    </p>
  );
}

/** The lowest number from 1 that none of the wallet's mandates has. */
function nextId(taken: string[]): bigint {
  for (let id = 1n; ; id += 1n) if (!taken.includes(id.toString())) return id;
}
