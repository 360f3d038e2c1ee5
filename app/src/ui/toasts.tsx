import { useStore } from '../lib/external-store.js';
import { closeToast, type ToastPhase, toasts } from '../signing/toasts.js';
import { CopyButton } from './address.js';
import { Icon, type IconName } from './icon.js';

const ICONS: Record<ToastPhase, IconName> = {
  simulating: 'spinner',
  reviewing: 'info',
  signing: 'spinner',
  sent: 'spinner',
  confirmed: 'check',
  expired: 'clock',
  failed: 'warning',
  declined: 'cross',
};

/** One toast a transaction, updated in its place. */
export function Toasts() {
  const all = useStore(toasts);
  return (
    <section className="toasts" aria-label="Transactions" aria-live="polite">
      {all.map(({ id, title, phase, detail, signature }) => (
        <div key={id} className={`toast ${phase}`} data-phase={phase}>
          <Icon name={ICONS[phase]} />
          <div>
            <strong>{title}</strong>
            <p className="small">{detail}</p>
            {signature !== null && (
              <p className="small mono address">
                {signature.slice(0, 12)}…
                <CopyButton text={signature} label={null} name="Copy signature" />
              </p>
            )}
          </div>
          <button
            type="button"
            className="button quiet compact"
            aria-label={`Close: ${title}`}
            onClick={() => closeToast(id)}
          >
            <Icon name="cross" size={12} />
          </button>
        </div>
      ))}
    </section>
  );
}
