import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { slashesQuery } from '../../data/dispute-queries.js';
import type { SlashView } from '../../data/dispute-views.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Note } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Time } from '../../ui/time.js';
import { Pools } from '../disputes/outcome.js';

/** What disputes took of the stake behind agents: by which, and how much of whose. */
export function Slashes({ agents }: { agents: string[] }) {
  const queries = useQueries({ queries: agents.map(slashesQuery) });
  if (queries.some(({ isPending }) => isPending)) return null;
  if (queries.some(({ data }) => data === null)) {
    return (
      <Note tone="waiting">What disputes took is remembered by the indexer, which does not answer.</Note>
    );
  }
  const slashes = queries.flatMap(({ data }) => data ?? []).sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  if (slashes.length === 0) {
    return (
      <p className="soft">
        No dispute took anything of the stake behind {agents.length === 1 ? 'it' : 'them'}.
      </p>
    );
  }
  return (
    <Table label="Slashes">
      <thead>
        <tr>
          <th scope="col">Dispute</th>
          <th scope="col">Agent</th>
          <th scope="col" className="num">
            Taken
          </th>
          <th scope="col">Of whom</th>
          <th scope="col" className="num">
            When
          </th>
        </tr>
      </thead>
      <tbody>
        {slashes.map((slash) => (
          <Row key={`${slash.dispute}${slash.at}`} slash={slash} />
        ))}
      </tbody>
    </Table>
  );
}

function Row({ slash }: { slash: SlashView }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/disputes/$address" params={{ address: slash.dispute }}>
          {slash.dispute.slice(0, 4)}…{slash.dispute.slice(-4)}
        </Link>
      </th>
      <td>
        <Address address={slash.agent} to="agent" />
      </td>
      <td className="num">
        <Amount amount={slash.toClaimant + slash.toTreasury} mint={slash.mint} />
      </td>
      <td>
        <Pools slash={slash} />
      </td>
      <td className="num">{slash.at !== null && <Time at={slash.at} />}</td>
    </tr>
  );
}
