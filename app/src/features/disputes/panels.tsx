import type { DisputeView, PanelView } from '../../data/dispute-views.js';
import { decidingPanel, lossOf, phaseOf } from '../../lib/dispute.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Badge } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { useNow } from '../../ui/time.js';
import { percent } from './words.js';

/** Both panels as they were when the dispute opened, and how they voted. */
export function Panels({ dispute }: { dispute: DisputeView }) {
  const now = useNow();
  const deciding = decidingPanel(phaseOf(dispute, now).phase);
  const heard = dispute.appealedAt > 0;
  return (
    <section className="stack">
      <h2>Votes</h2>
      <p className="small soft">
        The panels are those of the day it opened. What counts is the middle of the awards once enough have
        voted.
      </p>
      <Panel panel={dispute.panels[0]} name="First panel" dispute={dispute} decides={deciding === 0} />
      {heard && (
        <Panel panel={dispute.panels[1]} name="Second panel" dispute={dispute} decides={deciding === 1} />
      )}
    </section>
  );
}

function Panel({
  panel,
  name,
  dispute,
  decides,
}: {
  panel: PanelView;
  name: string;
  dispute: DisputeView;
  decides: boolean;
}) {
  return (
    <Table label={`Votes of the ${name.toLowerCase()}`}>
      <thead>
        <tr>
          <th scope="col">
            {name}, {panel.threshold} of {panel.members.length}
          </th>
          <th scope="col" className="num">
            Award
          </th>
          <th scope="col" className="num">
            Comes to
          </th>
        </tr>
      </thead>
      <tbody>
        {panel.members.map((member, at) => (
          <tr key={member}>
            <th scope="row">
              <Address address={member} />
            </th>
            <Vote award={panel.votes[at] ?? null} dispute={dispute} waits={decides} />
          </tr>
        ))}
        {panel.award !== null && (
          <tr>
            <th scope="row">
              <Badge tone="settled">Ruling</Badge>
            </th>
            <Vote award={panel.award} dispute={dispute} waits={false} />
          </tr>
        )}
      </tbody>
    </Table>
  );
}

function Vote({ award, dispute, waits }: { award: number | null; dispute: DisputeView; waits: boolean }) {
  if (award === null) {
    return (
      <td className="num faint" colSpan={2}>
        {waits ? 'has not voted yet' : 'did not vote'}
      </td>
    );
  }
  return (
    <>
      <td className="num">{percent(award)}</td>
      <td className="num">
        <Amount amount={lossOf(dispute, award)} mint={dispute.mint} />
      </td>
    </>
  );
}
