import { useQuery } from '@tanstack/react-query';
import { chain, mandatesQuery } from '../../data/queries.js';
import type { AgentDetail } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { connected } from '../../wallet/standard.js';
import { StarForm } from '../receipts/star-form.js';

/** Spends the wallet's right to rate, where money was paid out to the agent since it last did. */
export function Rate({ agent }: { agent: AgentDetail }) {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const mandates = useQuery(mandatesQuery(address));
  const ids = mandates.data?.map(({ id }) => id) ?? [];
  const right = useQuery({
    queryKey: ['agent', agent.address, 'right', address, ids],
    queryFn: async () => {
      const { ratingRight } = await chain();
      const found = await Promise.all(ids.map((id) => ratingRight(agent.address, id)));
      return found.find((channel) => channel !== null) ?? null;
    },
    enabled: address !== null && ids.length > 0,
  });
  if (!right.data) {
    return (
      <p className="soft">
        Who has paid may rate: once for what was paid out. After a call, the agent settles, and its pay
        matures and is paid out; then the stars appear here.
      </p>
    );
  }
  return (
    <section className="sheet stack">
      <h2>You paid it: what was it worth?</h2>
      <StarForm subject={right.data} kind="channel" invalidate={['agent', agent.address]} />
    </section>
  );
}
