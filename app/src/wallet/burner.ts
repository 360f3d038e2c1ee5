import type {
  SolanaSignMessageFeature,
  SolanaSignTransactionFeature,
  SolanaSignTransactionMethod,
} from '@solana/wallet-standard-features';
import type { IdentifierArray, Wallet, WalletAccount } from '@wallet-standard/base';
import type {
  StandardConnectFeature,
  StandardDisconnectFeature,
  StandardEventsFeature,
} from '@wallet-standard/features';
import { registerWallet } from '@wallet-standard/wallet';
import type { BurnerKey } from '../../server/src/page-config.js';

/** What a burner does when it is asked to sign. */
export type BurnerHabit = 'approve' | 'reject' | 'delay' | 'change';

export const HABITS: Record<BurnerHabit, string> = {
  approve: 'signs what it is shown',
  reject: 'declines',
  delay: 'signs after four seconds',
  change: 'signs another message than it is shown',
};

const HABIT = 'agent-labs:burner-habit';
const DELAY = 4_000;

export function burnerHabit(): BurnerHabit {
  const habit = localStorage.getItem(HABIT);
  return habit !== null && habit in HABITS ? (habit as BurnerHabit) : 'approve';
}

export function setBurnerHabit(habit: BurnerHabit): void {
  localStorage.setItem(HABIT, habit);
}

/** As wallets say it when their user declines. */
export class UserRejected extends Error {
  override readonly name = 'UserRejected';
  readonly code = 4001;
}

/** A wallet of a key pair of the local chain, for trying things out: it signs without asking. */
export class BurnerWallet implements Wallet {
  readonly version = '1.0.0';
  readonly name: string;
  readonly icon =
    'data:image/svg+xml;base64,PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciIHZpZXdCb3g9IjAgMCAxNiAxNiI+PHJlY3Qgd2lkdGg9IjE2IiBoZWlnaHQ9IjE2IiByeD0iMyIgZmlsbD0iIzhhNWEwMCIvPjxwYXRoIGQ9Ik04IDNsNCA3SDR6IiBmaWxsPSIjZmZmIi8+PC9zdmc+';
  readonly accounts: WalletAccount[];
  readonly chains: IdentifierArray;
  readonly #secretKey: Uint8Array;

  /** @param chain that it says it is on; another one than the page's in tests */
  constructor({ name, address, secretKey }: BurnerKey, chain: `${string}:${string}`) {
    this.name = name;
    this.chains = [chain];
    this.#secretKey = Uint8Array.from(secretKey);
    this.accounts = [
      {
        address,
        publicKey: this.#secretKey.slice(32),
        chains: [chain],
        features: ['solana:signTransaction', 'solana:signMessage'],
      },
    ];
  }

  get features(): StandardConnectFeature &
    StandardDisconnectFeature &
    StandardEventsFeature &
    SolanaSignTransactionFeature &
    SolanaSignMessageFeature {
    return {
      'standard:connect': { version: '1.0.0', connect: async () => ({ accounts: this.accounts }) },
      'standard:disconnect': { version: '1.0.0', disconnect: async () => undefined },
      'standard:events': { version: '1.0.0', on: () => () => undefined },
      'solana:signTransaction': {
        version: '1.0.0',
        supportedTransactionVersions: ['legacy', 0],
        signTransaction: this.#signTransaction,
      },
      'solana:signMessage': {
        version: '1.1.0',
        signMessage: async (...inputs) => {
          await this.#habit();
          const { signMessage } = await import('../chain/keys.js');
          return inputs.map(({ message }) => ({
            signedMessage: message,
            signature: signMessage(this.#secretKey, message),
          }));
        },
      },
    };
  }

  readonly #signTransaction: SolanaSignTransactionMethod = async (...inputs) => {
    const change = (await this.#habit()) === 'change';
    const { signWire } = await import('../chain/keys.js');
    return inputs.map(({ transaction }) => ({
      signedTransaction: signWire(this.#secretKey, transaction, change),
    }));
  };

  async #habit(): Promise<BurnerHabit> {
    const habit = burnerHabit();
    if (habit === 'reject') throw new UserRejected('The request was declined in the wallet.');
    if (habit === 'delay') await new Promise((resolve) => setTimeout(resolve, DELAY));
    return habit;
  }
}

/** Offers the local chain's people, and those made in this browser, as wallets. */
export async function registerBurners(chain: `${string}:${string}`): Promise<void> {
  const response = await fetch('/burners.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`the server offers no burners: ${response.status}`);
  for (const key of [...((await response.json()) as BurnerKey[]), ...ownBurners()]) offer(key, chain);
}

function offer(key: BurnerKey, chain: `${string}:${string}`): void {
  registerWallet(new BurnerWallet({ ...key, name: shownName(key.name) }, chain));
}

const shownName = (name: string) => `${name.slice(0, 1).toUpperCase()}${name.slice(1)} (burner)`;

const OWN = 'agent-labs:burners';

function ownBurners(): BurnerKey[] {
  return JSON.parse(localStorage.getItem(OWN) ?? '[]') as BurnerKey[];
}

/** Makes a new one, with nothing in it, and keeps it in this browser. @returns name of its wallet */
export async function newBurner(chain: `${string}:${string}`): Promise<string> {
  const { generateKey } = await import('../chain/keys.js');
  const own = ownBurners();
  const key: BurnerKey = { name: `newcomer ${own.length + 1}`, ...generateKey() };
  localStorage.setItem(OWN, JSON.stringify([...own, key]));
  offer(key, chain);
  return shownName(key.name);
}
