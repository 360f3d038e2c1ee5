import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { agentQuery } from '../data/queries.js';
import { cutText, shortAddress } from '../lib/text.js';
import { Identicon } from './address.js';

/** An agent by the handle that the chain has of it; by its address while or where that is not known. */
export function AgentName({ address, link = true }: { address: string; link?: boolean }) {
  const agent = useQuery(agentQuery(address));
  const name = agent.data ? cutText(agent.data.handle, 32) : shortAddress(address);
  return (
    <span className="address" title={address}>
      <Identicon address={address} size={16} />
      {link ? (
        <Link to="/agents/$address" params={{ address }}>
          {name}
        </Link>
      ) : (
        <span>{name}</span>
      )}
    </span>
  );
}
