import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, useEffect, useRef } from 'react';
import { stakeMint } from '../../data/config.js';
import type { AgentRow } from '../../data/views.js';
import { cutText, shownText } from '../../lib/text.js';
import { Identicon } from '../../ui/address.js';
import { Amount } from '../../ui/amount.js';
import { Score } from '../../ui/score.js';
import { AgentStatus } from '../../ui/status.js';

const ROW = 68;
/** Rows before the last one at which the next page is asked for. */
const AHEAD = 20;

/**
 * Agents in rows, of which only those in sight are on the page. They are placed by hand, which the elements of a
 * table do not allow: roles say what they are.
 */
export function AgentTable({
  agents,
  total,
  more,
}: {
  agents: AgentRow[];
  total: number;
  more: (() => void) | null;
}) {
  const scroll = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: agents.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW,
    overscan: 8,
  });
  const items = rows.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (more !== null && last >= agents.length - AHEAD) more();
  }, [last, agents.length, more]);
  return (
    <div className="agents" role="table" aria-label="Agents" aria-rowcount={total + 1}>
      <div className="agent-row agents-head" role="row" aria-rowindex={1}>
        <span role="columnheader">Agent</span>
        <span role="columnheader" className="wide">
          Score
        </span>
        <span role="columnheader" className="wide num">
          Stake
        </span>
        <span role="columnheader" className="wide num">
          Settled
        </span>
        <span role="columnheader" className="num">
          Price a call
        </span>
      </div>
      <div
        className="agents-scroll"
        ref={scroll}
        role="rowgroup"
        // what scrolls must be reached by keys
        tabIndex={0}
        style={{ '--rows': `${agents.length * ROW}px` } as CSSProperties}
      >
        <div className="agents-canvas" style={{ height: rows.getTotalSize() }}>
          {items.map(({ index, start, key }) => {
            const agent = agents[index];
            if (agent === undefined) return null;
            return (
              <div
                key={key}
                className="agent-row agents-item"
                role="row"
                aria-rowindex={index + 2}
                style={{ transform: `translateY(${start}px)` }}
              >
                <Row agent={agent} />
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

function Row({ agent }: { agent: AgentRow }) {
  return (
    <>
      <span role="cell" className="agent-name">
        <Identicon address={agent.address} size={32} />
        <div>
          <span className="row">
            <Link
              to="/agents/$address"
              params={{ address: agent.address }}
              className="one-line"
              title={shownText(agent.name ?? agent.handle).slice(0, 500)}
            >
              {cutText(agent.name ?? agent.handle, 64)}
            </Link>
            {!agent.live && <AgentStatus status={agent.status} live={agent.live} />}
          </span>
          <span className="one-line small soft">
            <span className="mono">{cutText(agent.handle, 32)}</span>
            {agent.summary !== null && ` · ${cutText(agent.summary, 120)}`}
            {agent.summary === null &&
              agent.tags.length > 0 &&
              ` · ${agent.tags.map((tag) => cutText(tag, 16)).join(', ')}`}
          </span>
        </div>
      </span>
      <span role="cell" className="wide">
        <Score score={agent.score} />
      </span>
      <span role="cell" className="wide num">
        {agent.stake === null ? <Unknown /> : <StakeAmount amount={agent.stake} />}
      </span>
      <span role="cell" className="wide num">
        {agent.settled === null ? <Unknown /> : <Amount amount={agent.settled} mint={agent.mint} />}
      </span>
      <span role="cell" className="num">
        {agent.version === 0 ? <Unknown /> : <Amount amount={agent.price} mint={agent.mint} />}
      </span>
    </>
  );
}

function Unknown() {
  return (
    <span className="faint">
      <span aria-hidden="true">–</span>
      <span className="visually-hidden">not known</span>
    </span>
  );
}

function StakeAmount({ amount }: { amount: bigint }) {
  return <Amount amount={amount} mint={stakeMint()} />;
}
