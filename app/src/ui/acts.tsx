import type { ReactNode } from 'react';
import type { Possible } from '../lib/channel.js';
import { exactTime } from '../lib/time.js';
import { Badge } from './status.js';
import { Countdown } from './time.js';

/** Something that can be done with what a page shows, by somebody, at some time. */
export interface Act {
  title: string;
  /** who may, and what comes of it */
  about: string;
  possible: Possible;
  form(): ReactNode;
}

/** What the connected wallet can do now comes first; the rest says who can, and when. */
export function Acts({ acts, children }: { acts: Act[]; children?: ReactNode }) {
  const open = acts.filter(({ possible }) => possible.can);
  return (
    <section className="sheet stack acts">
      <h2>What can be done</h2>
      {children}
      {open.map(({ title, about, form }) => (
        <div className="act" key={title}>
          <h3>{title}</h3>
          <p className="small soft">{about}</p>
          {form()}
        </div>
      ))}
      {open.length === 0 && <p className="soft">Nothing, by this wallet and at this time.</p>}
      <details className="more act">
        <summary>What cannot be done now, and why</summary>
        <dl className="facts">
          {acts.map(
            ({ title, possible }) =>
              !possible.can && (
                <div key={title} className="stack-s">
                  <dt>{title}</dt>
                  <dd>
                    <NotYet found={possible} />
                  </dd>
                </div>
              ),
          )}
        </dl>
      </details>
    </section>
  );
}

/** From when an act can be done, or why it cannot. */
export function NotYet({ found }: { found: Possible & { can: false } }) {
  return (
    <span className="small soft">
      {found.why}
      {found.at > 0 && (
        <>
          {' '}
          Possible in <Countdown until={found.at} over="a moment" />, on {exactTime(found.at)}.
        </>
      )}
    </span>
  );
}

/** What the wallet is to what a page shows; `names` of the parts it has. */
export function Role({ wallet, names }: { wallet: string | null; names: (string | false)[] }) {
  if (wallet === null) {
    return <p className="soft">Connect a wallet: each side finds here what is theirs to do.</p>;
  }
  const held = names.filter((name) => name !== false);
  if (held.length === 0) return <p className="soft">This wallet has no part in it.</p>;
  return (
    <p>
      You are <Badge tone="human">{held.join(' and ')}</Badge>
    </p>
  );
}
