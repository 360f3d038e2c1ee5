import { useState } from 'react';
import { chain } from '../../data/queries.js';
import type { ChannelView, MandateView } from '../../data/views.js';
import { counted } from '../../lib/text.js';
import { ActionButton } from '../../ui/action.js';

/** Gives the mandate another session key, after saying what that does to its channels. */
export function ReplaceKey({ mandate, channels }: { mandate: MandateView; channels: ChannelView[] }) {
  const [asked, setAsked] = useState(false);
  const open = channels.filter(
    ({ status, keyEpoch }) => status === 'Open' && keyEpoch === mandate.keyEpoch,
  ).length;
  return (
    <section className="sheet stack">
      <h2>Session key</h2>
      <p className="small soft">
        It signs what calls cost, in a browser or in software of yours. If it is lost, or somebody else may
        have it, replace it.
      </p>
      {asked ? (
        <>
          <p className="small">
            The new key is kept in this browser. The old one allots nothing more
            {open === 0
              ? '.'
              : `; ${counted(open, 'channel')} of it can be closed by anyone then, and new calls open new ones.`}
          </p>
          <div className="row">
            <ActionButton
              label="Replace it"
              tone="primary"
              action={async () => {
                await (await chain()).rotateKey(mandate);
                setAsked(false);
              }}
              invalidate={['mandate']}
            />
            <button type="button" className="button compact quiet" onClick={() => setAsked(false)}>
              Keep it
            </button>
          </div>
        </>
      ) : (
        <div className="row">
          <button type="button" className="button compact" onClick={() => setAsked(true)}>
            Replace the session key
          </button>
        </div>
      )}
    </section>
  );
}
