import {
  claimIncome,
  closePool,
  createPool,
  fundPool,
  joinPool,
  leavePool,
  openEpoch,
  type PoolModeName,
  stopPool,
} from '@agent-labs/sdk';
import { signer } from './app-chain.js';
import { addressOf, deployment } from './connection.js';

/** Terms of a new pool: amounts in base units of the mint, times in Unix seconds, spans in seconds. */
export interface PoolWish {
  mint: string;
  attestor: string;
  mode: PoolModeName;
  maxMembers: number;
  amount: bigint;
  epochLength: number;
  grace: number;
  funding: bigint;
}

/** Seconds that a person may take from here to the chain: a first epoch in the past is refused. */
const ON_ITS_WAY = 300n;

/** Makes an income pool whose first epoch may open in five minutes. @returns its address */
export async function makePool(wish: PoolWish): Promise<string> {
  const { chain, wallet } = await signer();
  const { pool } = await createPool(chain.named('Make an income pool'), deployment(), {
    creator: wallet,
    mint: addressOf(wish.mint),
    // no two pools of a creator may share one: the moment tells them apart, to the millisecond
    id: BigInt(Date.now()),
    attestor: addressOf(wish.attestor),
    mode: wish.mode,
    maxMembers: wish.maxMembers,
    amount: wish.amount,
    epochLength: BigInt(wish.epochLength),
    firstEpochAt: (await chain.unixTime()) + ON_ITS_WAY,
    grace: BigInt(wish.grace),
    funding: wish.funding,
  });
  return pool.toBase58();
}

export async function putIntoPool(pool: string, amount: bigint): Promise<void> {
  const { chain, wallet } = await signer();
  await fundPool(chain.named('Put money into the pool'), deployment(), addressOf(pool), wallet, amount);
}

export async function join(pool: string): Promise<void> {
  const { chain, wallet } = await signer();
  await joinPool(chain.named('Join the pool'), deployment(), addressOf(pool), wallet);
}

export async function openTheEpoch(pool: string): Promise<void> {
  const { chain, wallet } = await signer();
  await openEpoch(chain.named('Open the epoch'), deployment(), addressOf(pool), wallet);
}

export async function claimMyIncome(pool: string): Promise<void> {
  const { chain, wallet } = await signer();
  await claimIncome(
    chain.named('Claim your income'),
    deployment(),
    addressOf(pool),
    wallet.publicKey,
    wallet,
  );
}

/** Leaves a pool, with what is coming where it can be claimed. @param forfeit gives up what cannot */
export async function leave(pool: string, forfeit: boolean): Promise<void> {
  const { chain, wallet } = await signer();
  await leavePool(chain.named('Leave the pool'), deployment(), addressOf(pool), wallet, forfeit);
}

/** Stops a pool and takes its free money out; a stopped one only the latter. */
export async function stopThePool(pool: string): Promise<void> {
  const { chain, wallet } = await signer();
  await stopPool(chain.named('Stop the pool'), deployment(), addressOf(pool), wallet);
}

export async function endPool(pool: string): Promise<void> {
  const { chain, wallet } = await signer();
  await closePool(chain.named('End the pool'), deployment(), addressOf(pool), wallet);
}
