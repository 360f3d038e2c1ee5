import { Link } from '@tanstack/react-router';
import { chain } from '../../data/queries.js';
import type { AgentDetail } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { ActionButton } from '../../ui/action.js';
import { connected } from '../../wallet/standard.js';

/** What its owner may do with an agent; nothing for anybody else. */
export function Owner({ agent }: { agent: AgentDetail }) {
  const wallet = useStore(connected);
  if (wallet?.account.address !== agent.owner) return null;
  const isActive = agent.status === 'Active';
  return (
    <div className="row owner-bar">
      <span className="small soft">You own this agent.</span>
      <ActionButton
        label="Renew the lease"
        action={async () => (await chain()).renewLease(agent.address)}
        invalidate={['agent', agent.address]}
      />
      <ActionButton
        label={isActive ? 'Suspend it' : 'Open it for business'}
        action={async () => (await chain()).setAgentStatus(agent.address, isActive ? 'Suspended' : 'Active')}
        invalidate={['agent', agent.address]}
      />
      <Link to="/publish" className="button compact">
        Publish a version
      </Link>
    </div>
  );
}
