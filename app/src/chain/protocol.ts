import {
  type ConfigAccount,
  type ConfigChanges,
  configProposalAddress,
  decodeConfigProposal,
  PauseBit,
  readConfig,
  registryIdl,
} from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import type { ProposalView, ProtocolView } from '../data/dispute-views.js';
import { shortAddress } from '../lib/text.js';
import { span } from '../lib/time.js';
import { connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';
import { NoConfig } from './stake.js';

/** What of the protocol's settings may change: pauses, handover, panels, and changes that are announced. */
export async function protocol(): Promise<ProtocolView> {
  const config = await readConfig(await connectChain(), deployment());
  if (config === null) throw new NoConfig('the protocol is not set up on this cluster');
  const [admin, pending] = [config.admin.toBase58(), config.pendingAdmin];
  return {
    admin,
    handover: pending.equals(PublicKey.default)
      ? null
      : {
          pendingAdmin: pending.toBase58(),
          acceptableAt: Number(config.adminHandoverAt),
          expiresAt: Number(config.adminHandoverExpiresAt),
        },
    paused: Object.entries(PauseBit)
      .filter(([name, bit]) => name !== 'Execute' && (config.pauseBits & bit) !== 0)
      .map(([name]) => name),
    executionPauseEndsAt: Number(config.executionPauseEndsAt),
    panels: config.panels.map(({ members, threshold }) => ({
      members: members.map((member) => member.toBase58()),
      threshold,
    })),
    proposals: await proposals(config),
  };
}

async function proposals(config: ConfigAccount): Promise<ProposalView[]> {
  const found = await accountsOf(deployment().registry, registryIdl, 'ConfigProposal', {});
  return found
    .map(({ address, data }) => ({ address, proposal: decodeConfigProposal(data) }))
    .filter(
      ({ address, proposal }) => configProposalAddress(deployment(), proposal.number).toBase58() === address,
    )
    .sort((a, b) => Number(a.proposal.number - b.proposal.number))
    .map(({ proposal }) => ({
      number: proposal.number.toString(),
      proposedAt: Number(proposal.proposedAt),
      executableAt: Number(proposal.executableAt),
      expiresAt: Number(proposal.expiresAt),
      isVoid: proposal.number < config.liveProposalsFrom,
      changes: changesOf(config, proposal.changes),
    }));
}

const SPOKEN: Record<string, string> = { firstPanel: 'first panel', secondPanel: 'second panel' };

/** Each setting that a proposal names, as it is and as it would be. */
function changesOf(config: ConfigAccount, { windows = {}, ...rest }: ConfigChanges): ProposalView['changes'] {
  const now: Record<string, unknown> = {
    ...config,
    firstPanel: config.panels[0],
    secondPanel: config.panels[1],
  };
  const seconds = config.windows as Record<string, unknown>;
  const spoken = (name: string) =>
    SPOKEN[name] ?? name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/ bps$/, '');
  return [
    ...Object.entries(rest).map(([name, to]) => ({
      name: spoken(name),
      from: written(name, now[name]),
      to: written(name, to),
    })),
    ...Object.entries(windows).map(([name, to]) => ({
      name: `window of ${spoken(name)}`,
      from: span(Number(seconds[name])),
      to: span(Number(to)),
    })),
  ];
}

function written(name: string, value: unknown): string {
  if (value instanceof PublicKey) return shortAddress(value.toBase58());
  if (name.endsWith('Bps')) return `${Number(value) / 100} %`;
  if (typeof value === 'bigint') return `${value} base units`;
  if (Array.isArray(value)) return `${value.length} mints`;
  const { members, threshold } = value as { members?: unknown[]; threshold?: number };
  return members === undefined ? String(value) : `${threshold} of ${members.length}`;
}
