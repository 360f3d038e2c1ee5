import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { identicon } from '../lib/identicon.js';
import { shortAddress } from '../lib/text.js';
import { Icon } from './icon.js';

/** Milliseconds for which a copy is acknowledged. */
const COPIED_FOR = 1_500;

/** A small picture of an address. */
export function Identicon({ address, size = 20 }: { address: string; size?: number }) {
  const { cells, hue } = identicon(address);
  return (
    <svg className="identicon" width={size} height={size} viewBox="-0.5 -0.5 6 6" aria-hidden="true">
      {cells.map(([column, row]) => (
        <rect
          key={`${column}${row}`}
          className={`hue-${hue}`}
          x={column}
          y={row}
          width="1.02"
          height="1.02"
        />
      ))}
    </svg>
  );
}

/** `7xKq…9fRt`: whole on hover, copied by a click; leads to an agent or a mandate where it is one. */
export function Address({
  address,
  to,
  picture = true,
}: {
  address: string;
  to?: 'agent' | 'mandate' | undefined;
  picture?: boolean;
}) {
  const short = shortAddress(address);
  return (
    <span className="address" title={address}>
      {picture && <Identicon address={address} size={16} />}
      {to === 'agent' && (
        <Link to="/agents/$address" params={{ address }}>
          {short}
        </Link>
      )}
      {to === 'mandate' && (
        <Link to="/mandates/$address" params={{ address }}>
          {short}
        </Link>
      )}
      <CopyButton text={address} label={to === undefined ? short : null} name={`Copy address ${short}`} />
    </span>
  );
}

/** Copies a text, and says so where it stands. */
export function CopyButton({ text, label, name }: { text: string; label: string | null; name: string }) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), COPIED_FOR);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <button
      type="button"
      aria-label={copied ? 'Copied' : name}
      onClick={() => {
        navigator.clipboard.writeText(text).then(
          () => setCopied(true),
          // a browser that forbids it still shows the whole address on hover
          (error: unknown) => console.warn('not copied', error),
        );
      }}
    >
      {copied ? <Icon name="check" size={12} /> : (label ?? <Icon name="copy" size={12} />)}
    </button>
  );
}
