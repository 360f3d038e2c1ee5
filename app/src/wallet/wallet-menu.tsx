import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { config } from '../data/config.js';
import { balancesQuery } from '../data/queries.js';
import { useStore } from '../lib/external-store.js';
import { shortAddress } from '../lib/text.js';
import { Address, Identicon } from '../ui/address.js';
import { Amount, Sol } from '../ui/amount.js';
import { Icon } from '../ui/icon.js';
import { Failure } from '../ui/status.js';
import { connect, connected, disconnect, onWallets, signingWallets, walletChain } from './standard.js';

let seen = signingWallets();

/** Wallets in this browser, as they come and go. */
function useWallets() {
  return useSyncExternalStore(
    (listener) =>
      onWallets(() => {
        seen = signingWallets();
        listener();
      }),
    () => {
      const now = signingWallets();
      if (now.length !== seen.length) seen = now;
      return seen;
    },
  );
}

/** Connects a wallet, and shows what it holds. */
export function WalletMenu() {
  const [open, setOpen] = useState(false);
  const now = useStore(connected);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!open) return;
    const away = (event: Event) => {
      if (event instanceof KeyboardEvent && event.key !== 'Escape') return;
      if (event instanceof MouseEvent && place.current?.contains(event.target as Node)) return;
      setOpen(false);
    };
    addEventListener('keydown', away);
    addEventListener('mousedown', away);
    return () => {
      removeEventListener('keydown', away);
      removeEventListener('mousedown', away);
    };
  }, [open]);
  return (
    <div className="menu" ref={place}>
      <button
        type="button"
        className={now === null ? 'button primary' : 'button'}
        aria-expanded={open}
        aria-label={now === null ? 'Connect a wallet' : `Wallet ${now.wallet.name}`}
        onClick={() => setOpen(!open)}
      >
        {now === null ? (
          <>
            <Icon name="wallet" /> Connect
          </>
        ) : (
          <>
            <Identicon address={now.account.address} size={18} />
            <span className="mono">{shortAddress(now.account.address)}</span>
          </>
        )}
      </button>
      {open && (
        <div className="menu-list">
          {now === null ? (
            <Wallets onDone={() => setOpen(false)} />
          ) : (
            <Holdings onDone={() => setOpen(false)} />
          )}
        </div>
      )}
    </div>
  );
}

function Wallets({ onDone }: { onDone: () => void }) {
  const wallets = useWallets();
  const client = useQueryClient();
  const [error, setError] = useState<unknown>(null);
  const [making, setMaking] = useState(false);
  const choose = async (work: () => Promise<void>) => {
    try {
      setError(null);
      await work();
      onDone();
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div className="stack">
      <div>
        {wallets.map((wallet) => (
          <button
            key={wallet.name}
            type="button"
            className="menu-item"
            onClick={() => void choose(() => connect(wallet))}
          >
            <Identicon address={wallet.accounts[0]?.address ?? wallet.name} />
            {wallet.name}
          </button>
        ))}
        {wallets.length === 0 && (
          <p className="soft">No Solana wallet in this browser. Install one that speaks Wallet Standard.</p>
        )}
        {config().burner && (
          <button
            type="button"
            className="menu-item"
            disabled={making}
            onClick={() => {
              setMaking(true);
              void choose(makeNewcomer)
                .finally(() => client.invalidateQueries({ queryKey: ['wallet'] }))
                .finally(() => setMaking(false));
            }}
          >
            <Icon name={making ? 'spinner' : 'person'} />
            New burner, with money to try things
          </button>
        )}
      </div>
      {error !== null && <Failure error={error} />}
    </div>
  );
}

/** A new key with SOL and tokens of the local chain. */
async function makeNewcomer(): Promise<void> {
  const [{ newBurner }, { fundFromFaucet }] = await Promise.all([
    import('./burner.js'),
    import('../chain/faucet.js'),
  ]);
  const name = await newBurner(walletChain());
  const wallet = signingWallets().find((entry) => entry.name === name);
  if (wallet === undefined) throw new Error('the new burner is not there; reload the page');
  await connect(wallet);
  await fundFromFaucet(connected.get()?.account.address ?? '');
}

function Holdings({ onDone }: { onDone: () => void }) {
  const now = useStore(connected);
  const address = now?.account.address ?? null;
  const balances = useQuery(balancesQuery(address));
  if (now === null || address === null) return null;
  return (
    <div className="stack">
      <div className="row">
        <strong>{now.wallet.name}</strong>
        <Address address={address} picture={false} />
      </div>
      {balances.isError && <Failure error={balances.error} retry={() => void balances.refetch()} />}
      {balances.data && (
        <div className="stack">
          <Sol lamports={balances.data.lamports} />
          {balances.data.tokens.map(({ mint, amount }) => (
            <Amount key={mint} amount={amount} mint={mint} />
          ))}
        </div>
      )}
      <button
        type="button"
        className="button"
        onClick={() => {
          disconnect();
          onDone();
        }}
      >
        Disconnect
      </button>
    </div>
  );
}
