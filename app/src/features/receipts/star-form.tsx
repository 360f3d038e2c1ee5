import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { chain } from '../../data/queries.js';
import { isUntold } from '../../ui/action.js';
import { Icon } from '../../ui/icon.js';
import { Failure } from '../../ui/status.js';

const WORDS = ['useless', 'poor', 'fair', 'good', 'excellent'];

/** Spends the right to rate that a channel or a job carries. */
export function StarForm({
  subject,
  kind,
  invalidate,
}: {
  subject: string;
  kind: 'channel' | 'job';
  /** key of what is to be read again after it */
  invalidate: unknown[];
}) {
  const [stars, setStars] = useState(5);
  const client = useQueryClient();
  const rate = useMutation({
    mutationFn: async () => (await chain()).rate(subject, kind, stars),
    onSettled: () =>
      Promise.all([invalidate, ['agent']].map((queryKey) => client.invalidateQueries({ queryKey }))),
  });
  return (
    <fieldset className="stack plain" disabled={rate.isPending}>
      <legend className="visually-hidden">Rate this agent</legend>
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
      <p className="small soft">It weighs by what was paid, is public, and cannot be changed.</p>
      {rate.isError && isUntold(rate.error) && <Failure error={rate.error} />}
    </fieldset>
  );
}
