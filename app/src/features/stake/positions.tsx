import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { chain, tokenQuery } from '../../data/queries.js';
import type { PositionView } from '../../data/views.js';
import { ActionButton } from '../../ui/action.js';
import { Address } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { AmountField, parsed } from '../../ui/amount-field.js';
import { Badge } from '../../ui/status.js';
import { Table } from '../../ui/table.js';
import { Countdown, useNow } from '../../ui/time.js';

/** What a wallet has at stake, and the way out of each. */
export function Positions({ positions }: { positions: PositionView[] }) {
  return (
    <Table label="Positions">
      <thead>
        <tr>
          <th scope="col">Behind</th>
          <th scope="col">Loses</th>
          <th scope="col" className="num">
            At stake
          </th>
          <th scope="col" className="num">
            Cooling
          </th>
          <th scope="col">Next</th>
        </tr>
      </thead>
      <tbody>
        {positions.map((position) => (
          <tr key={`${position.agent}${position.tranche}`}>
            <th scope="row">
              <Address address={position.agent} to="agent" />
            </th>
            <td>{position.tranche === 'FirstLoss' ? 'first, as its owner' : 'after the owner'}</td>
            <td className="num">
              <Amount amount={position.active} mint={position.mint} />
            </td>
            <td className="num">
              <Amount amount={position.cooling} mint={position.mint} />
              {position.cooling > 0n && <Cooling position={position} />}
            </td>
            <td>
              <Next position={position} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Cooling({ position }: { position: PositionView }) {
  if (position.waits) {
    return (
      <div>
        <Badge tone="waiting">waits for a dispute</Badge>
        <div className="small">
          <Link to="/agents/$address" params={{ address: position.agent }} search={{ tab: 'stake' }}>
            See which
          </Link>
        </div>
      </div>
    );
  }
  return (
    <div className="small faint">
      <Countdown until={position.coolingUntil} over="cooled" />
    </div>
  );
}

function Next({ position }: { position: PositionView }) {
  const now = useNow();
  const [taking, setTaking] = useState(false);
  const invalidate = ['wallet'];
  if (position.cooling > 0n && now >= position.coolingUntil && !position.waits) {
    return (
      <ActionButton
        label="Withdraw"
        tone="primary"
        action={async () => (await chain()).withdrawStake(position)}
        invalidate={invalidate}
      />
    );
  }
  if (position.active === 0n && position.cooling === 0n) {
    return <span className="small faint">nothing is left: a slash took it</span>;
  }
  if (position.active === 0n) {
    return (
      <span className="small faint">
        {position.waits ? 'wait until the dispute is over' : 'wait until it has cooled'}
      </span>
    );
  }
  if (taking) return <TakeOut position={position} onDone={() => setTaking(false)} />;
  return (
    <button type="button" className="button compact" onClick={() => setTaking(true)}>
      Take out
    </button>
  );
}

function TakeOut({ position, onDone }: { position: PositionView; onDone: () => void }) {
  const token = useQuery(tokenQuery(position.mint));
  const [text, setText] = useState('');
  const decimals = token.data?.decimals ?? 0;
  return (
    <div className="stack">
      <AmountField
        label="How much"
        value={text}
        mint={position.mint}
        decimals={decimals}
        onChange={setText}
      />
      <p className="small soft">It cools first, and stays at risk until then.</p>
      <div className="row">
        <ActionButton
          label="Begin to cool"
          tone="primary"
          disabled={text === ''}
          action={async () => {
            await (await chain()).beginUnstake(position, parsed(text, decimals));
            onDone();
          }}
          invalidate={['agent', position.agent]}
        />
        <button type="button" className="button compact quiet" onClick={onDone}>
          Leave it
        </button>
      </div>
    </div>
  );
}
