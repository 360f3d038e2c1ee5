import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useMemo, useState } from 'react';
import { config, mintName } from '../../data/config.js';
import { chain, tokenBalanceQuery, tokenQuery } from '../../data/queries.js';
import { isAddress } from '../../lib/addresses.js';
import type { LockSideName } from '../../lib/lock.js';
import { AT_FIRST, scheduleOf, scheduleProblem, type TypedSchedule } from '../../lib/lock-form.js';
import { isUntold } from '../../ui/action.js';
import { AddressField } from '../../ui/address-field.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, amountIn } from '../../ui/amount-field.js';
import { Failure, Note, Skeleton } from '../../ui/status.js';
import { useNow } from '../../ui/time.js';
import { Curve } from './curve.js';
import { ScheduleFields } from './schedule-fields.js';
import { SideField } from './side-field.js';

const CANCELS: Record<LockSideName, string> = {
  Nobody: 'The recipient can count on all of it.',
  Creator: 'You can stop it: what is released by then stays theirs, the rest comes back to you.',
  Recipient: 'They can give the rest back to you; you cannot take it.',
  Either: 'Each of you can stop it at any moment.',
};
const CHANGES: Record<LockSideName, string> = {
  Nobody: 'It pays this wallet for good, even if its key is lost.',
  Creator: 'You can name another wallet for what is still to come.',
  Recipient: 'They can pass it on, with all that is due, to a wallet that accepts it.',
  Either: 'You can name another wallet, and they can pass it on.',
};

/** Locks money of the wallet for somebody: until when, how it is released, and who may change what. */
export function CreateLock({ wallet }: { wallet: string }) {
  const mints = Object.keys(config().tokens);
  const [mint, setMint] = useState(mints[0] ?? '');
  const token = useQuery(tokenQuery(mint === '' ? null : mint));
  if (mint === '') {
    return <Note tone="waiting">The server names no token that could be locked. Set TOKENS.</Note>;
  }
  if (!token.data) return <Skeleton />;
  return (
    <Form
      key={mint}
      wallet={wallet}
      mint={mint}
      mints={mints}
      decimals={token.data.decimals}
      onMint={setMint}
    />
  );
}

function Form({
  wallet,
  mint,
  mints,
  decimals,
  onMint,
}: {
  wallet: string;
  mint: string;
  mints: string[];
  decimals: number;
  onMint: (mint: string) => void;
}) {
  const [recipient, setRecipient] = useState('');
  const [text, setText] = useState('');
  const [schedule, setSchedule] = useState<TypedSchedule>(AT_FIRST);
  const [cancel, setCancel] = useState<LockSideName>('Nobody');
  const [change, setChange] = useState<LockSideName>('Nobody');
  const [topUp, setTopUp] = useState(false);
  const balance = useQuery(tokenBalanceQuery(wallet, mint));
  const has = balance.data ?? null;
  const navigate = useNavigate();
  const client = useQueryClient();
  const byMilestones = schedule.kind === 'milestones';
  const sum = schedule.milestones.reduce((total, each) => total + each, 0n);
  const amount = byMilestones ? (sum > 0n ? sum : null) : amountIn(text, decimals);
  const why = problemOf({ recipient, amount, has, schedule });
  const create = useMutation({
    mutationFn: async () => {
      const { chainTime, lockMoney } = await chain();
      const locked = amount ?? 0n;
      return lockMoney({
        recipient,
        mint,
        amount: locked,
        // from the moment of the click on, by the chain's clock
        schedule: scheduleOf(schedule, locked, await chainTime()),
        cancel,
        change,
        topUp: topUp && !byMilestones,
      });
    },
    onSuccess: (address) => navigate({ to: '/locks/$address', params: { address } }),
    onSettled: () => client.invalidateQueries({ queryKey: ['wallet'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (why === null) create.mutate();
  };
  return (
    <form className="sheet stack" onSubmit={submit} noValidate>
      <h2>Lock money</h2>
      <p className="soft">
        It leaves your wallet now, and is released to the recipient as you choose here. None of this can be
        changed later.
      </p>
      <AddressField
        label="Recipient"
        value={recipient}
        onChange={setRecipient}
        hint="A wallet; your own, too. Anyone can have what is due sent to it."
      />
      <div className="halves">
        <label className="field">
          <span className="label">Token</span>
          <select className="input" value={mint} onChange={({ target }) => onMint(target.value)}>
            {mints.map((each) => (
              <option key={each} value={each}>
                {mintName(each)}
              </option>
            ))}
          </select>
          {has !== null && (
            <span className="hint">
              You have <Amount amount={has} mint={mint} />.
            </span>
          )}
        </label>
        {!byMilestones && (
          <AmountField label="How much" value={text} mint={mint} decimals={decimals} onChange={setText} />
        )}
      </div>
      <ScheduleFields typed={schedule} mint={mint} decimals={decimals} onChange={setSchedule} />
      {amount !== null && !byMilestones && scheduleProblem(schedule, amount) === null && (
        <Sketch typed={schedule} amount={amount} mint={mint} />
      )}
      <div className="halves">
        <SideField label="Who can stop it" about={CANCELS} value={cancel} onChange={setCancel} />
        <SideField label="Who can change the recipient" about={CHANGES} value={change} onChange={setChange} />
      </div>
      {!byMilestones && (
        <label className="check">
          <input type="checkbox" checked={topUp} onChange={({ target }) => setTopUp(target.checked)} />
          You can add to it later
        </label>
      )}
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={why !== null || create.isPending}
          title={why ?? undefined}
        >
          Lock <Amount amount={amount ?? 0n} mint={mint} />
        </button>
      </div>
      {why !== null && (
        <Note tone="waiting">
          <span role="status">{why}</span>
        </Note>
      )}
      {create.isError && isUntold(create.error) && <Failure error={create.error} />}
    </form>
  );
}

/** The curve of what is being typed. */
function Sketch({ typed, amount, mint }: { typed: TypedSchedule; amount: bigint; mint: string }) {
  const now = useNow(60_000);
  const terms = useMemo(
    () => ({
      schedule: scheduleOf(typed, amount, now),
      deposited: amount,
      approved: 0,
      stoppedAt: 0n,
      openedAt: BigInt(now),
    }),
    [typed, amount, now],
  );
  return <Curve terms={terms} mint={mint} />;
}

function problemOf({
  recipient,
  amount,
  has,
  schedule,
}: {
  recipient: string;
  amount: bigint | null;
  has: bigint | null;
  schedule: TypedSchedule;
}): string | null {
  if (recipient === '') return 'Say who it is for.';
  if (!isAddress(recipient)) return 'The recipient is no address.';
  if (schedule.kind === 'milestones') {
    if (schedule.approver !== '' && !isAddress(schedule.approver)) return 'The approver is no address.';
    if (schedule.approver === recipient) return 'The recipient cannot be the one who approves.';
  }
  const wrong = scheduleProblem(schedule, amount ?? 0n);
  if (amount === null) return schedule.kind === 'milestones' ? wrong : 'Say how much.';
  if (has !== null && amount > has) return 'That is more than the wallet has. Nothing was charged.';
  return wrong;
}
