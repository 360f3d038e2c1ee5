import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { config, mintName } from '../../data/config.js';
import { chain, tokenBalanceQuery, tokenQuery } from '../../data/queries.js';
import { isAddress } from '../../lib/addresses.js';
import { nameOfSpan } from '../../lib/span-names.js';
import { isUntold } from '../../ui/action.js';
import { AddressField } from '../../ui/address-field.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';
import { SpanField } from '../../ui/span-field.js';
import { Failure, Note } from '../../ui/status.js';

const DAY = 86_400;
const LENGTHS = [3_600, DAY, 7 * DAY, 30 * DAY];
const MODES = {
  Accrue: 'What a member does not claim stays theirs.',
  Expire: 'What a member does not claim before the epoch is over is free for the next one.',
} as const;
type Mode = keyof typeof MODES;
/** Most members that one pool's counter takes. */
const MOST = 4_294_967_295;

/** Makes an income pool: who has a part, what each gets, how often, and what becomes of unclaimed shares. */
export function CreatePool({ wallet }: { wallet: string }) {
  const mints = Object.keys(config().tokens);
  const [mint, setMint] = useState(mints[0] ?? '');
  const [attestor, setAttestor] = useState('');
  const [each, setEach] = useState('');
  const [funding, setFunding] = useState('');
  const [most, setMost] = useState('100');
  const [epochLength, setEpochLength] = useState(7 * DAY);
  const [mode, setMode] = useState<Mode>('Accrue');
  const token = useQuery(tokenQuery(mint === '' ? null : mint));
  const balance = useQuery(tokenBalanceQuery(wallet, mint));
  const navigate = useNavigate();
  const client = useQueryClient();
  const decimals = token.data?.decimals ?? 0;
  const amount = amountIn(each, decimals);
  const put = funding.trim() === '' ? 0n : amountIn(funding, decimals);
  const maxMembers = /^[1-9][0-9]{0,9}$/.test(most) && Number(most) <= MOST ? Number(most) : null;
  const has = balance.data ?? null;
  const why = problemOf({ attestor, amount, put, maxMembers, has });
  const make = useMutation({
    mutationFn: async () =>
      (await chain()).makePool({
        mint,
        attestor,
        mode,
        maxMembers: maxMembers ?? 0,
        amount: amount ?? 0n,
        epochLength,
        grace: 7 * DAY,
        funding: put ?? 0n,
      }),
    onSuccess: (address) => navigate({ to: '/pools/$address', params: { address } }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['wallet'] }),
        client.invalidateQueries({ queryKey: ['pool'] }),
      ]),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why === null) make.mutate();
  };
  return (
    <form className="sheet stack" onSubmit={submit} noValidate>
      <h2>Make an income pool</h2>
      <p className="soft">
        Its terms are fixed when it is made. Anyone can put money in, at any time; the first epoch can be
        opened five minutes after.
      </p>
      <AddressField
        label="Who vouches for members"
        value={attestor}
        onChange={setAttestor}
        hint="An attestor: each member needs an attestation of theirs in the registry, one for each wallet."
      />
      <div className="halves">
        <label className="field">
          <span className="label">Token</span>
          <select className="input" value={mint} onChange={({ target }) => setMint(target.value)}>
            {mints.map((name) => (
              <option key={name} value={name}>
                {mintName(name)}
              </option>
            ))}
          </select>
        </label>
        <AmountField
          label="Each member gets"
          value={each}
          mint={mint}
          decimals={decimals}
          onChange={setEach}
          hint="In each epoch."
        />
        <SpanField
          nameOf={nameOfSpan}
          label="An epoch lasts"
          spans={LENGTHS}
          value={epochLength}
          onChange={setEpochLength}
        />
        <label className="field">
          <span className="label">Members at most</span>
          <input
            className="input"
            inputMode="numeric"
            value={most}
            aria-invalid={maxMembers === null}
            onChange={({ target }) => setMost(target.value.trim())}
          />
        </label>
        <label className="field">
          <span className="label">What is not claimed</span>
          <select className="input" value={mode} onChange={({ target }) => setMode(target.value as Mode)}>
            <option value="Accrue">adds up</option>
            <option value="Expire">expires</option>
          </select>
          <span className="hint">{MODES[mode]}</span>
        </label>
        <AmountField
          label="Put in now"
          value={funding}
          mint={mint}
          decimals={decimals}
          placeholder="nothing yet"
          onChange={setFunding}
          hint={
            has !== null && (
              <>
                You have <Amount amount={has} mint={mint} />.
              </>
            )
          }
        />
      </div>
      <div className="row">
        <button type="submit" className="button primary" disabled={why !== null || make.isPending}>
          Make the pool
        </button>
      </div>
      {why !== null && (
        <Note tone="waiting">
          <span role="status">{why}</span>
        </Note>
      )}
      {make.isError && isUntold(make.error) && <Failure error={make.error} />}
    </form>
  );
}

function problemOf({
  attestor,
  amount,
  put,
  maxMembers,
  has,
}: {
  attestor: string;
  amount: bigint | null;
  put: bigint | null;
  maxMembers: number | null;
  has: bigint | null;
}): string | null {
  if (attestor === '') return 'Say who vouches for members.';
  if (!isAddress(attestor)) return 'The attestor is no address.';
  if (amount === null) return 'Say what each member gets.';
  if (maxMembers === null) return 'Say how many members it takes, as a whole number.';
  if (put === null) return 'What you put in now cannot be read: see beside it.';
  return has !== null && put > has ? 'That is more than the wallet has. Nothing was charged.' : null;
}
