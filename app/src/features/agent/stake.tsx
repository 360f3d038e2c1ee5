import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { mintName } from '../../data/config.js';
import { disputesQuery } from '../../data/dispute-queries.js';
import { balancesQuery, chain, positionsQuery, stakeQuery, tokenQuery } from '../../data/queries.js';
import type { AgentDetail, StakeView } from '../../data/views.js';
import { decimal } from '../../lib/amounts.js';
import { useStore } from '../../lib/external-store.js';
import { span } from '../../lib/time.js';
import { isUntold } from '../../ui/action.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, parsed } from '../../ui/amount-field.js';
import { Loaded } from '../../ui/loaded.js';
import { Failure, Note } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';
import { DisputeList } from '../disputes/dispute-list.js';
import { Positions } from '../stake/positions.js';
import { Slashes } from '../stake/slashes.js';

/** What stands behind the agent, and the way to stand behind it. */
export function Stake({ agent }: { agent: AgentDetail }) {
  const query = useQuery(stakeQuery(agent.address));
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const positions = useQuery(positionsQuery(address, agent.address));
  return (
    <Loaded query={query}>
      {(stake) => (
        <div className="columns">
          <div className="stack-l">
            <Standing stake={stake} />
            {positions.data !== undefined && positions.data.length > 0 && (
              <section className="stack">
                <h2>Yours</h2>
                <Positions positions={positions.data} />
              </section>
            )}
            <History agent={agent.address} />
          </div>
          <StakeForm agent={agent} stake={stake} wallet={address} />
        </div>
      )}
    </Loaded>
  );
}

/** Disputes about the agent, and what they took. */
function History({ agent }: { agent: string }) {
  const query = useQuery(disputesQuery({ agent }));
  return (
    <>
      <section className="stack">
        <h2>Disputes</h2>
        <Loaded query={query}>
          {(disputes) =>
            disputes.length === 0 ? (
              <p className="soft">Nobody has disputed what it was paid for.</p>
            ) : (
              <DisputeList disputes={disputes} />
            )
          }
        </Loaded>
      </section>
      <section className="stack">
        <h2>Slashes</h2>
        <Slashes agents={[agent]} />
      </section>
    </>
  );
}

function Standing({ stake }: { stake: StakeView }) {
  const inAll = stake.firstLoss + stake.backers;
  const lacks = inAll < stake.askedInAll || stake.firstLoss < stake.askedOfOwner;
  return (
    <section className="stack">
      {lacks && (
        <Note tone="waiting">
          <strong>Not enough to take business.</strong> The protocol asks for{' '}
          <Amount amount={stake.askedInAll} mint={stake.mint} /> in all, and{' '}
          <Amount amount={stake.askedOfOwner} mint={stake.mint} /> of the owner, before a channel opens.
        </Note>
      )}
      {!lacks && stake.askedInAll > 0n && (
        <Note tone="settled">It has what the protocol asks for before a channel opens.</Note>
      )}
      <dl className="facts">
        <dt>Of its owner</dt>
        <dd>
          <Amount amount={stake.firstLoss} mint={stake.mint} /> <span className="faint">lost first</span>
        </dd>
        <dt>Of backers</dt>
        <dd>
          <Amount amount={stake.backers} mint={stake.mint} /> <span className="faint">lost after that</span>
        </dd>
        <dt>Cooling</dt>
        <dd>
          <Amount amount={stake.cooling} mint={stake.mint} />{' '}
          <span className="faint">on its way out, at risk until then</span>
        </dd>
        <dt>Slashed so far</dt>
        <dd>
          <Amount amount={stake.slashed} mint={stake.mint} />
        </dd>
        <dt>Open disputes</dt>
        <dd>{stake.openDisputes}</dd>
      </dl>
    </section>
  );
}

function StakeForm({
  agent,
  stake,
  wallet,
}: {
  agent: AgentDetail;
  stake: StakeView;
  wallet: string | null;
}) {
  const token = useQuery(tokenQuery(stake.mint));
  const balances = useQuery(balancesQuery(wallet));
  const decimals = token.data?.decimals ?? 0;
  const isOwner = wallet === agent.owner;
  const missing = isOwner ? missingOf(stake) : 0n;
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? (missing > 0n ? decimal(missing, decimals).replaceAll(',', '') : '');
  const client = useQueryClient();
  const mutation = useMutation({
    mutationFn: async () => (await chain()).stakeOn(agent.address, parsed(text, decimals)),
    onSuccess: () => setTyped(''),
    onSettled: () =>
      Promise.all(
        [['agent', agent.address], ['wallet']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
  const has = balances.data?.tokens.find(({ mint }) => mint === stake.mint)?.amount ?? null;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    mutation.mutate();
  };
  return (
    <form className="sheet stack" onSubmit={submit} noValidate>
      <h2>{isOwner ? 'Stake on your agent' : 'Back this agent'}</h2>
      <p className="soft">
        {isOwner
          ? 'Your stake is lost first if a ruling goes against the agent. Without it nobody can pay you.'
          : "You share the agent's fate after its owner's stake: a ruling against it may cost you yours."}
      </p>
      <AmountField
        label="Amount"
        value={text}
        mint={stake.mint}
        decimals={decimals}
        onChange={setTyped}
        hint={
          has === null ? undefined : (
            <>
              You have <Amount amount={has} mint={stake.mint} />.
            </>
          )
        }
      />
      <p className="small soft">Taking it out again takes {span(stake.unbonding)}.</p>
      <div className="row">
        <button
          type="submit"
          className="button primary"
          disabled={wallet === null || text === '' || mutation.isPending}
        >
          Stake {text} {mintName(stake.mint)}
        </button>
        {wallet === null && <span className="small soft">Connect a wallet first.</span>}
      </div>
      {mutation.isError && isUntold(mutation.error) && <Failure error={mutation.error} />}
    </form>
  );
}

/** What an owner has still to stake before the agent may take business. */
function missingOf({ askedInAll, askedOfOwner, backers, firstLoss }: StakeView): bigint {
  const inAll = askedInAll - backers - firstLoss;
  const own = askedOfOwner - firstLoss;
  const most = inAll > own ? inAll : own;
  return most > 0n ? most : 0n;
}
