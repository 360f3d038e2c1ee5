import { useQuery } from '@tanstack/react-query';
import { protocolQuery } from '../../data/dispute-queries.js';
import type { ProposalView, ProtocolView } from '../../data/dispute-views.js';
import { Address } from '../../ui/address.js';
import { Loaded } from '../../ui/loaded.js';
import { Badge } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';

/** What bits of a pause stop, in words. */
const PAUSES: Record<string, string> = {
  Register: 'registering agents',
  Stake: 'staking',
  Open: 'opening channels',
  Deposit: 'setting money aside',
  Lock: 'locking',
  Rate: 'rating',
};

/** The protocol's own settings: who runs it, what is paused, and what is about to change. */
export function Protocol() {
  const query = useQuery(protocolQuery);
  return (
    <section className="sheet stack" aria-label="Protocol">
      <h2>Protocol</h2>
      <Loaded query={query}>{(protocol) => <Told protocol={protocol} />}</Loaded>
    </section>
  );
}

function Told({ protocol }: { protocol: ProtocolView }) {
  return (
    <>
      <dl className="facts">
        <dt>Admin</dt>
        <dd>
          <Address address={protocol.admin} />
        </dd>
        <dt>Handover</dt>
        <dd>
          <Handover handover={protocol.handover} />
        </dd>
        <dt>Paused</dt>
        <dd>
          <Pauses protocol={protocol} />
        </dd>
        {protocol.panels.map(({ members, threshold }, at) => (
          <div key={at === 0 ? 'first' : 'second'} className="facts-row">
            <dt>{at === 0 ? 'First panel' : 'Second panel'}</dt>
            <dd className="row">
              {threshold} of{' '}
              {members.map((member) => (
                <Address key={member} address={member} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <h3>Changes that wait</h3>
      {protocol.proposals.length === 0 ? (
        <p className="soft">
          None is announced. Each is announced long before it can come, and touches nothing that is open.
        </p>
      ) : (
        <Proposals proposals={protocol.proposals} />
      )}
    </>
  );
}

function Handover({ handover }: { handover: ProtocolView['handover'] }) {
  const now = useNow();
  if (handover === null) return <>none under way</>;
  if (now >= handover.expiresAt) return <>an offer that has expired</>;
  return (
    <>
      offered to <Address address={handover.pendingAdmin} />{' '}
      {now < handover.acceptableAt ? (
        <>
          who can accept in <Countdown until={handover.acceptableAt} over="a moment" />
        </>
      ) : (
        <>
          who can accept for <Countdown until={handover.expiresAt} over="a moment" /> still
        </>
      )}
    </>
  );
}

function Pauses({ protocol }: { protocol: ProtocolView }) {
  const now = useNow();
  const executions = now < protocol.executionPauseEndsAt;
  if (protocol.paused.length === 0 && !executions) return <>nothing</>;
  return (
    <>
      {protocol.paused.length > 0 && (
        <div>
          <Badge tone="waiting">{protocol.paused.map((name) => PAUSES[name] ?? name).join(', ')}</Badge>{' '}
          <span className="small soft">every way out stays open</span>
        </div>
      )}
      {executions && (
        <div>
          <Badge tone="waiting">slashes</Badge>{' '}
          <span className="small soft">
            until by itself in <Countdown until={protocol.executionPauseEndsAt} over="a moment" />
          </span>
        </div>
      )}
    </>
  );
}

function Proposals({ proposals }: { proposals: ProposalView[] }) {
  return (
    <Table label="Changes that wait">
      <thead>
        <tr>
          <th scope="col">Change</th>
          <th scope="col">What</th>
          <th scope="col">When</th>
        </tr>
      </thead>
      <tbody>
        {proposals.map((proposal) => (
          <tr key={proposal.number}>
            <th scope="row">No. {proposal.number}</th>
            <td>
              {proposal.changes.map(({ name, from, to }) => (
                <div key={name}>
                  {name}: {from} → {to}
                </div>
              ))}
            </td>
            <td>
              <When proposal={proposal} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function When({ proposal }: { proposal: ProposalView }) {
  const now = useNow();
  if (proposal.isVoid) return <Badge tone="plain">void</Badge>;
  if (now >= proposal.expiresAt) return <Badge tone="plain">expired</Badge>;
  return now < proposal.executableAt ? (
    <>
      in <Countdown until={proposal.executableAt} over="a moment" />
    </>
  ) : (
    <>
      can come any moment, for <Countdown until={proposal.expiresAt} over="a moment" /> still
    </>
  );
}
