import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { balancesQuery, chain, tokenQuery } from '../../data/queries.js';
import { decimal } from '../../lib/amounts.js';
import { useStore } from '../../lib/external-store.js';
import { isUntold } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, parsed } from '../../ui/amount-field.js';
import { Failure, Skeleton } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';

const DAY = 86_400n;
const DAYS = ['1', '7', '30', '90'];
/** Calls that the limits are proposed for. */
const CALLS = 500n;
const CALLS_A_DAY = 200n;

/** Opens a mandate: a deposit and its limits, proposed for the price of an agent where one is looked at. */
export function OpenMandate({
  mint,
  price,
  taken,
  onOpened,
}: {
  mint: string;
  /** base units a call; proposals follow it */
  price: bigint | null;
  /** ids of this wallet's mandates */
  taken: string[];
  onOpened?: (address: string) => void;
}) {
  const token = useQuery(tokenQuery(mint));
  if (!token.data) return <Skeleton />;
  return <Form mint={mint} decimals={token.data.decimals} price={price} taken={taken} onOpened={onOpened} />;
}

function Form({
  mint,
  decimals,
  price,
  taken,
  onOpened,
}: {
  mint: string;
  decimals: number;
  price: bigint | null;
  taken: string[];
  onOpened: ((address: string) => void) | undefined;
}) {
  const each = price ?? 10n ** BigInt(decimals) / 100n;
  const text = (amount: bigint) => decimal(amount, decimals).replaceAll(',', '');
  const [deposit, setDeposit] = useState(text(each * CALLS));
  const [perCall, setPerCall] = useState(text(each));
  const [daily, setDaily] = useState(text(each * CALLS_A_DAY));
  const [days, setDays] = useState('30');
  const wallet = useStore(connected);
  const balances = useQuery(balancesQuery(wallet?.account.address ?? null));
  const client = useQueryClient();
  const open = useMutation({
    mutationFn: async () => {
      const { openMandate } = await chain();
      const limits = {
        mint,
        deposit: parsed(deposit, decimals),
        perCallMax: parsed(perCall, decimals),
        dailyCap: parsed(daily, decimals),
        totalCap: null,
        lifetime: BigInt(days) * DAY,
        allowList: [],
      };
      return openMandate(limits, nextId(taken));
    },
    onSuccess: (address) => onOpened?.(address),
    onSettled: () => client.invalidateQueries({ queryKey: ['wallet'] }),
  });
  const has = balances.data?.tokens.find((entry) => entry.mint === mint)?.amount ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    open.mutate();
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
        onChange={setDeposit}
        hint={
          has === null ? undefined : (
            <>
              You have <Amount amount={has} mint={mint} />.
            </>
          )
        }
      />
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
      <AmountField label="At most a day" value={daily} mint={mint} decimals={decimals} onChange={setDaily} />
      <label className="field">
        <span className="label">Good for</span>
        <select className="input" value={days} onChange={({ target }) => setDays(target.value)}>
          {DAYS.map((count) => (
            <option key={count} value={count}>
              {count === '1' ? 'a day' : `${count} days`}
            </option>
          ))}
        </select>
      </label>
      <div className="row">
        <button type="submit" className="button primary" disabled={wallet === null || open.isPending}>
          Set aside {deposit || '0'} under these limits
        </button>
        {wallet === null && <span className="small soft">Connect a wallet first.</span>}
      </div>
      {open.isError && isUntold(open.error) && <Failure error={open.error} />}
    </form>
  );
}

/** The lowest number from 1 that none of the wallet's mandates has. */
function nextId(taken: string[]): bigint {
  for (let id = 1n; ; id += 1n) if (!taken.includes(id.toString())) return id;
}
