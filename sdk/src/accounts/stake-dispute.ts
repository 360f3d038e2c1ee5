import type { IdlAccounts } from '@coral-xyz/anchor';
import { PublicKey } from '@solana/web3.js';
import { Buffer } from 'buffer';
import { type Stake, stakeIdl } from '../generated/stake.js';
import { encoder, type Plain, plain } from '../idl.js';
import type { ArbiterPanel } from '../instructions/registry-config.js';
import type { ConfigAccount } from './registry.js';

type Stored = Plain<IdlAccounts<Stake>>['dispute'];

/** Where a dispute stands, as stored: what only the clock does is told from the time. */
export const DisputeStatus = { Open: 0, Answered: 1, Ruled: 2, Appealed: 3, Final: 4 } as const;
export type DisputeStatusName = keyof typeof DisputeStatus;

/** What a dispute is about, as stored. */
export const SubjectKind = { Channel: 0, Job: 1 } as const;
export type SubjectKindName = keyof typeof SubjectKind;

/** A panel of a dispute with its votes. */
export interface DisputePanel extends ArbiterPanel {
  /** Basis points of the claim, by the members' places; null of one who has not voted. */
  votes: (number | null)[];
  /** Basis points of the claim; null until the panel rules. */
  award: number | null;
}

/** A dispute, with names for numbers; `answerer` and `appellant` are null while there is none. */
export type DisputeAccount = Omit<
  Stored,
  'status' | 'kind' | 'panels' | 'votes' | 'awards' | 'answerer' | 'appellant' | 'previous' | 'next'
> & {
  status: DisputeStatusName;
  kind: SubjectKindName;
  panels: [DisputePanel, DisputePanel];
  answerer: PublicKey | null;
  appellant: PublicKey | null;
  /** Neighbours in the vault's list; null at its ends. */
  previous: PublicKey | null;
  next: PublicKey | null;
};

const { accounts: coder } = encoder(stakeIdl, new PublicKey(stakeIdl.address)).coder;

/** Decodes a dispute. @throws Error for other bytes */
export function decodeDispute(data: Uint8Array): DisputeAccount {
  const stored = plain(coder.decode('dispute', Buffer.from(data))) as Stored;
  const { panels, votes, awards, ...rest } = stored;
  const status = nameOf(DisputeStatus, stored.status, 'status of a dispute');
  const panel = (at: 0 | 1): DisputePanel => {
    const [of, cast] = [panels[at], votes[at]];
    if (of === undefined || cast === undefined) throw new Error(`a dispute without panel ${at}`);
    const members = of.members.slice(0, of.count);
    const ruled = at === 0 ? stored.status >= DisputeStatus.Ruled : status === 'Final';
    return {
      members,
      threshold: of.threshold,
      votes: members.map((_, member) => ((cast.voted >> member) & 1 ? (cast.awards[member] ?? 0) : null)),
      award: ruled ? (awards[at] ?? 0) : null,
    };
  };
  return {
    ...rest,
    status,
    kind: nameOf(SubjectKind, stored.kind, 'subject of a dispute'),
    panels: [panel(0), panel(1)],
    answerer: present(stored.answerer),
    appellant: present(stored.appellant),
    previous: present(stored.previous),
    next: present(stored.next),
  };
}

function nameOf<T extends Record<string, number>>(names: T, value: number, what: string): keyof T {
  const name = Object.keys(names).find((key) => names[key] === value);
  if (name === undefined) throw new Error(`unknown ${what}: ${value}`);
  return name;
}

function present(key: PublicKey): PublicKey | null {
  return key.equals(PublicKey.default) ? null : key;
}

const most = (...amounts: bigint[]) => amounts.reduce((a, b) => (a > b ? a : b));

/**
 * The bond that a claim needs, base units of the stake mint.
 * @param inStakeMint whether the claim is in the stake mint: another has no measure in it
 */
export function claimantBond(
  {
    bondMin,
    bondBps,
    arbiterFee,
    panels,
  }: Pick<ConfigAccount, 'bondMin' | 'bondBps' | 'arbiterFee' | 'panels'>,
  claim: bigint,
  inStakeMint = true,
): bigint {
  const ofClaim = inStakeMint ? (claim * BigInt(bondBps) + 9_999n) / 10_000n : 0n;
  return most(bondMin, ofClaim, BigInt(panels[0].threshold) * arbiterFee);
}

/** The bond that an appeal needs, base units of the stake mint. */
export function appealBond({ claimantBond: bond, arbiterFee, panels }: DisputeAccount): bigint {
  return most(2n * bond, BigInt(panels[1].threshold) * arbiterFee);
}

/** How a dispute ends once its time has come. */
export type DisputeEndName = 'Ruling' | 'AppealRuling' | 'SilenceAnswered' | 'SilenceUnanswered';

/** The end that a dispute is on its way to, and the moment from which anyone can execute it, Unix seconds. */
export function disputeEnd(dispute: DisputeAccount): { end: DisputeEndName; from: bigint } {
  switch (dispute.status) {
    case 'Final':
      return { end: 'AppealRuling', from: dispute.appealedAt };
    case 'Appealed':
      return { end: 'Ruling', from: dispute.appealRulingEndsAt };
    case 'Ruled':
      return { end: 'Ruling', from: dispute.appealEndsAt };
    default:
      return {
        end: dispute.answerer ? 'SilenceAnswered' : 'SilenceUnanswered',
        from: dispute.rulingEndsAt,
      };
  }
}

/**
 * What an end says the claimant lost, base units of the claim's mint: the award, of a channel no more than the cited
 * calls may have cost. Refunds since the opening are not taken off.
 */
export function disputeLoss(dispute: DisputeAccount, end: DisputeEndName): bigint {
  const [first, second] = dispute.panels;
  const awards = {
    Ruling: first.award ?? 0,
    AppealRuling: second.award ?? 0,
    SilenceAnswered: 0,
    SilenceUnanswered: 10_000,
  };
  const award = (dispute.claim * BigInt(awards[end])) / 10_000n;
  if (dispute.kind === 'Job') return award;
  const cited = BigInt(dispute.citedCalls) * dispute.perCallMax;
  return award < cited ? award : cited;
}
