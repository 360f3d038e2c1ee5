import type { DisputeView } from '../../data/dispute-views.js';
import { Countdown, Time, useNow } from '../../ui/time.js';
import { schedule } from './words.js';

/** Every window of the dispute, by the chain's clock. */
export function Schedule({ dispute }: { dispute: DisputeView }) {
  const now = useNow();
  return (
    <section className="sheet">
      <h2>Windows</h2>
      <dl className="facts">
        {schedule(dispute).map(({ label, at, note }) => (
          <div key={label} className="facts-row">
            <dt>{label}</dt>
            <dd>
              {at > now && dispute.outcome === null ? (
                <>
                  <Countdown until={at} over="now" /> <span className="small faint">left</span>
                </>
              ) : (
                <Time at={at} />
              )}
              {note !== '' && <div className="small faint">{note}</div>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
