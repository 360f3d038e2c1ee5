import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { chain, mandatesQuery } from '../../data/queries.js';
import type { AgentDetail } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { isUntold } from '../../ui/action.js';
import { Icon } from '../../ui/icon.js';
import { Failure } from '../../ui/status.js';
import { connected } from '../../wallet/standard.js';

const WORDS = ['useless', 'poor', 'fair', 'good', 'excellent'];

/** Spends the wallet's right to rate, where money was paid out to the agent since it last did. */
export function Rate({ agent }: { agent: AgentDetail }) {
  const wallet = useStore(connected);
  const address = wallet?.account.address ?? null;
  const [stars, setStars] = useState(5);
  const client = useQueryClient();
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
  const rate = useMutation({
    mutationFn: async () => {
      if (!right.data) throw new TypeError('There is nothing to rate yet.');
      return (await chain()).rate(right.data, stars);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['agent', agent.address] }),
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
    <fieldset className="sheet stack" disabled={rate.isPending}>
      <legend className="visually-hidden">Rate this agent</legend>
      <h2>You paid it: what was it worth?</h2>
      <div className="row">
        <div className="segmented">
          {WORDS.map((word, at) => (
            <label key={word} title={word}>
              <input
                className="visually-hidden"
                type="radio"
                name="stars"
                checked={stars === at + 1}
                onChange={() => setStars(at + 1)}
              />
              <span className="score">
                {at + 1} <Icon name="star" size={13} filled />
              </span>
              <span className="visually-hidden">{word}</span>
            </label>
          ))}
        </div>
        <span className="soft">{WORDS[stars - 1]}</span>
        <button type="button" className="button primary" onClick={() => rate.mutate()}>
          Rate {stars} of 5
        </button>
      </div>
      <p className="small soft">It weighs by what you paid, is public, and cannot be changed.</p>
      {rate.isError && isUntold(rate.error) && <Failure error={rate.error} />}
    </fieldset>
  );
}
