import type { ConfigAccount, ConfigChanges, ConfigSettings, ConfigWindows } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';

/** Settings that a config has for good. */
export type FixedSetting = 'stakeMint' | 'allowPrivateUris';

export interface Differences {
  fixed: FixedSetting[];
  /** What a proposal would have to change. */
  changes: ConfigChanges;
  /** Whether another key is admin. */
  admin: boolean;
}

const ALLOW_PRIVATE_URIS = 1;
const SIMPLE = [
  ...(['pauser', 'treasury', 'feeBps', 'firstLossBps', 'penaltyBps', 'bondBps', 'minStake'] as const),
  ...(['slashCapDispute', 'slashCapPeriod', 'bondMin', 'arbiterFee', 'settlementMints'] as const),
];

/** Where the config on the chain is another than the settings say. */
export function differences(found: ConfigAccount, settings: ConfigSettings): Differences {
  const fixed: FixedSetting[] = [];
  if (!found.stakeMint.equals(settings.stakeMint)) fixed.push('stakeMint');
  if (((found.flags & ALLOW_PRIVATE_URIS) !== 0) !== settings.allowPrivateUris) {
    fixed.push('allowPrivateUris');
  }
  const simple = SIMPLE.filter((name) => !same(found[name], settings[name]));
  const windows = (Object.keys(settings.windows) as (keyof ConfigWindows)[]).filter(
    (name) => found.windows[name] !== settings.windows[name],
  );
  const [first, second] = settings.panels;
  const changes: ConfigChanges = {
    ...Object.fromEntries(simple.map((name) => [name, settings[name]])),
    ...(windows.length > 0 && {
      windows: Object.fromEntries(windows.map((name) => [name, settings.windows[name]])),
    }),
    ...(!same(found.panels[0], first) && { firstPanel: first }),
    ...(!same(found.panels[1], second) && { secondPanel: second }),
  };
  return { fixed, changes, admin: !found.admin.equals(settings.admin) };
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a, told) === JSON.stringify(b, told);
}

function told(_name: string, value: unknown): unknown {
  if (value instanceof PublicKey) return value.toBase58();
  return typeof value === 'bigint' ? value.toString() : value;
}

/** A change as one line of JSON. */
export function describe(changes: ConfigChanges): string {
  return JSON.stringify(changes, told);
}
