import {
  decodeIncomePool,
  decodeMembership,
  type IncomePoolAccount,
  membershipAddress,
  poolAddress,
  poolDue,
  readAttestation,
  readIncomePool,
  readMembership,
  timelockIdl,
} from '@agent-labs/sdk';
import type { MemberView, PoolPart, PoolView } from '../data/pool-views.js';
import { addressOf, connectChain, deployment } from './connection.js';
import { accountsOf } from './program-accounts.js';

/** Pools that there are, the one with most members first. */
export async function pools(): Promise<PoolView[]> {
  const found = await accountsOf(deployment().timelock, timelockIdl, 'IncomePool', {});
  return found
    .map(({ address, data }) => ({ address, account: decodeIncomePool(data) }))
    .filter(({ address, account: { creator, id } }) => {
      return poolAddress(deployment(), creator, id).toBase58() === address;
    })
    .map(({ address, account }) => poolView(address, account))
    .sort((a, b) => b.members - a.members || (a.address < b.address ? -1 : 1));
}

/** Addresses of the pools that a wallet is a member of. */
export async function poolsJoinedBy(wallet: string): Promise<string[]> {
  const found = await accountsOf(deployment().timelock, timelockIdl, 'Membership', {
    wallet: addressOf(wallet),
  });
  return found
    .map(({ address, data }) => ({ address, membership: decodeMembership(data) }))
    .filter(({ address, membership }) => {
      const { pool, wallet: member } = membership;
      return membershipAddress(deployment(), pool, member).toBase58() === address;
    })
    .map(({ membership }) => membership.pool.toBase58());
}

/** A pool and the wallet's part in it; null where there is no pool. @throws AccountMismatch */
export async function poolAt(address: string, wallet: string | null): Promise<PoolPart | null> {
  const chain = await connectChain();
  const account = await readIncomePool(chain, deployment(), addressOf(address));
  if (account === null) return null;
  const pool = poolView(address, account);
  if (wallet === null) return { pool, member: null, attestedUntil: 0 };
  const key = addressOf(wallet);
  const [membership, attestation, now] = await Promise.all([
    readMembership(chain, deployment(), addressOf(address), key),
    readAttestation(chain, deployment(), account.attestor, key),
    chain.unixTime(),
  ]);
  const attestedUntil = Number(attestation?.expiresAt ?? 0n);
  const member: MemberView | null = membership && {
    wallet,
    joinedAt: Number(membership.joinedAt),
    suspendedAt: Number(membership.suspendedAt),
    paid: membership.paid,
    due: poolDue(account, membership, now),
    attestedUntil,
  };
  return { pool, member, attestedUntil };
}

function poolView(address: string, account: IncomePoolAccount): PoolView {
  return {
    address,
    creator: account.creator.toBase58(),
    attestor: account.attestor.toBase58(),
    mint: account.mint.toBase58(),
    mode: account.mode,
    members: account.members,
    maxMembers: account.maxMembers,
    amount: account.amount,
    epochLength: Number(account.epochLength),
    firstEpochAt: Number(account.firstEpochAt),
    grace: Number(account.grace),
    epochs: account.epochs,
    epochEndsAt: Number(account.epochEndsAt),
    funded: account.funded,
    paid: account.paid,
    withdrawn: account.withdrawn,
    stoppedAt: Number(account.stoppedAt),
    account,
  };
}
