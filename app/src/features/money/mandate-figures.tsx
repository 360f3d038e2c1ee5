import type { ChannelView, MandateView } from '../../data/views.js';
import { nextReset } from '../../lib/limits.js';
import { counted } from '../../lib/text.js';
import { timeOfDay } from '../../lib/time.js';
import { Amount } from '../../ui/amount.js';
import { Meter } from '../../ui/meter.js';
import { Countdown, useNow } from '../../ui/time.js';

/** Where the money of a mandate is, and how much of its limits is used. */
export function MandateFigures({
  mandate,
  channels,
}: {
  mandate: MandateView;
  channels: ChannelView[] | undefined;
}) {
  const { mint, totalCap, totalCharged } = mandate;
  const settled = channels?.reduce((sum, channel) => sum + channel.settled, 0n);
  return (
    <dl className="figures">
      <div className="figure">
        <dt>Free</dt>
        <dd>
          <Amount amount={mandate.free} mint={mint} />
          <span className="sub">you can take it out</span>
        </dd>
      </div>
      <div className="figure">
        <dt>Allotted to agents</dt>
        <dd>
          <Amount amount={mandate.allotted} mint={mint} />
          <span className="sub">{counted(mandate.channels, 'channel')}</span>
        </dd>
      </div>
      <div className="figure">
        <dt>Settled in them</dt>
        <dd>
          {settled === undefined ? <span className="skeleton" /> : <Amount amount={settled} mint={mint} />}
          <span className="sub">worked for and signed</span>
        </dd>
      </div>
      <div className="figure">
        <dt>Fees</dt>
        <dd>
          <Amount amount={mandate.feesAccrued} mint={mint} />
          <span className="sub">of what was paid out, to be swept</span>
        </dd>
      </div>
      <div className="figure">
        <dt>Allotted today</dt>
        <dd>
          <Today mandate={mandate} />
          <Reset />
        </dd>
      </div>
      <div className="figure">
        <dt>Allotted in all</dt>
        <dd>
          <Amount amount={totalCharged} mint={mint} />
          {totalCap === null ? (
            <span className="sub">no limit</span>
          ) : (
            <>
              <span className="sub">
                of <Amount amount={totalCap} mint={mint} />
              </span>
              <Meter used={totalCharged} of={totalCap} label="Of the limit in all" />
            </>
          )}
        </dd>
      </div>
    </dl>
  );
}

/** What was allotted today, against the limit of a day. */
export function Today({ mandate: { mint, dailyCap, spentToday } }: { mandate: MandateView }) {
  return (
    <>
      <Amount amount={spentToday} mint={mint} />
      {dailyCap === null ? (
        <span className="sub">no limit a day</span>
      ) : (
        <>
          <span className="sub">
            of <Amount amount={dailyCap} mint={mint} />
          </span>
          <Meter used={spentToday} of={dailyCap} label="Of today's limit" />
        </>
      )}
    </>
  );
}

/** When the next day of the chain begins, in the reader's zone. */
function Reset() {
  const at = nextReset(useNow());
  return (
    <span className="sub">
      anew at {timeOfDay(at)}, in <Countdown until={at} over="a moment" />
    </span>
  );
}
