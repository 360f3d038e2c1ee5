import type { DisputeView } from '../../data/dispute-views.js';
import { exactTime } from '../../lib/time.js';
import { Countdown, Time, useNow } from '../../ui/time.js';
import { schedule, type Window } from './words.js';

/** Every window of the dispute, by the chain's clock. */
export function Schedule({ dispute }: { dispute: DisputeView }) {
  return (
    <section className="sheet">
      <h2>Windows</h2>
      <dl className="windows">
        {schedule(dispute).map((window) => (
          <div key={window.label}>
            <dt>
              {window.label}
              {window.note !== '' && <div className="small faint">{window.note}</div>}
            </dt>
            <dd>
              <When window={window} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function When({ window: { at, open } }: { window: Window }) {
  const now = useNow();
  if (at <= now) return <Time at={at} />;
  if (open) return <Countdown until={at} over="now" />;
  return (
    <span className="faint" title={exactTime(at)}>
      not used up
    </span>
  );
}
