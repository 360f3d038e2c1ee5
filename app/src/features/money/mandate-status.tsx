import type { MandateView } from '../../data/views.js';
import { Badge } from '../../ui/status.js';
import { Countdown, useNow } from '../../ui/time.js';

/** Whether a mandate still allots, and for how long. */
export function MandateStatus({ mandate }: { mandate: MandateView }) {
  const now = useNow();
  if (mandate.killedAt !== 0) return <Badge tone="risk">Stopped</Badge>;
  if (mandate.expiresAt <= now) return <Badge tone="waiting">Expired</Badge>;
  return (
    <span className="row">
      <Badge tone="settled">Open</Badge>
      <span className="small faint">
        <Countdown until={mandate.expiresAt} over="expired" /> left
      </span>
    </span>
  );
}
