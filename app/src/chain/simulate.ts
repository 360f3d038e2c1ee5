import {
  type AccountEffect,
  type AccountState,
  decodeMandate,
  effectProblems,
  effectsOf,
  previewMessage,
  type SimulatedAccount,
  transactionFailed,
} from '@agent-labs/sdk';
import {
  type AccountInfo,
  Connection,
  PublicKey,
  type VersionedMessage,
  type VersionedTransaction,
} from '@solana/web3.js';
import { Buffer } from 'buffer';
import { chosenRpc, config } from '../data/config.js';
import type { Blocker, Review } from '../signing/review.js';
import { walletChain } from '../wallet/standard.js';
import { connectChain, deployment } from './connection.js';

/** Seconds of a slot, on the whole. */
const SLOT_SECONDS = 0.4;

/**
 * Simulates the exact bytes to sign, and tells them with what changes by them.
 * @throws TransactionFailed where the simulation fails: nothing was signed
 */
export async function reviewOf(
  transaction: VersionedTransaction,
  title: string,
  wallet: { address: string; name: string; chains: readonly string[] },
): Promise<Review> {
  const { connection } = await connectChain();
  const { message } = transaction;
  const owner = new PublicKey(wallet.address);
  const addresses = message.staticAccountKeys.filter((_, index) => message.isAccountWritable(index));
  const [before, simulated, fee, latest] = await Promise.all([
    connection.getMultipleAccountsInfo(addresses),
    connection.simulateTransaction(transaction, {
      sigVerify: false,
      replaceRecentBlockhash: false,
      commitment: 'confirmed',
      accounts: { encoding: 'base64', addresses: addresses.map((key) => key.toBase58()) },
    }),
    connection.getFeeForMessage(message, 'confirmed'),
    connection.getLatestBlockhash('confirmed'),
  ]);
  const { err, logs, accounts, unitsConsumed } = simulated.value;
  if (err !== null) throw transactionFailed(err, logs ?? []);
  const preview = previewMessage(deployment(), message);
  const touched = addresses.map((address, at): SimulatedAccount => {
    const after = accounts?.[at];
    return { address, before: stateOf(before[at] ?? null), after: after ? simulatedState(after) : null };
  });
  const effects = effectsOf(touched);
  const problems = effectProblems(preview, effects, owner);
  const blockers: Blocker[] = [
    ...preview.unknown.map(({ programId, reason }) => ({
      title: 'It holds something that cannot be shown',
      detail: `${programId.toBase58()} ${reason}.`,
    })),
    ...problems.map(({ account, message: text }) => ({
      title: "The node's word and the bytes disagree",
      detail: `${account.toBase58()}: ${text}. Choose another node in the settings.`,
    })),
    ...(await secondNode(message, addresses, touched)),
  ];
  if (!wallet.chains.includes(walletChain())) {
    blockers.push({
      title: 'Your wallet is on another cluster',
      detail: `It is on ${wallet.chains.join(', ')}; this page is on ${walletChain()}.`,
    });
  }
  return {
    title,
    wallet: wallet.address,
    walletName: wallet.name,
    preview,
    effects,
    problems,
    fee: fee.value === null ? null : BigInt(fee.value),
    computeUnits: unitsConsumed ?? 0,
    mint: mintIn(effects, touched),
    blockers,
    stillValid: async () => {
      const { value } = await connection.isBlockhashValid(message.recentBlockhash, {
        commitment: 'confirmed',
      });
      return value;
    },
    secondsLeft: async () => {
      const height = await connection.getBlockHeight('confirmed');
      return Math.max(0, (latest.lastValidBlockHeight - height) * SLOT_SECONDS);
    },
  };
}

/**
 * Asks another node, where the server names one, what the accounts hold now: a node that lies about balances
 * would have to have a friend.
 */
async function secondNode(
  message: VersionedMessage,
  addresses: PublicKey[],
  touched: SimulatedAccount[],
): Promise<Blocker[]> {
  const other = config().rpcUrls.find((url) => url !== chosenRpc());
  if (other === undefined) return [];
  const second = new Connection(other, 'confirmed');
  try {
    const [genesis, states] = await Promise.all([
      second.getGenesisHash(),
      second.getMultipleAccountsInfo(addresses),
    ]);
    if (genesis !== config().genesisHash) {
      return [{ title: 'The second node is on another cluster', detail: `${other} answers for ${genesis}.` }];
    }
    const feePayer = message.staticAccountKeys[0];
    return touched.flatMap(({ address, before }, at) => {
      const state = stateOf(states[at] ?? null);
      // lamports of the fee payer move with every transaction that is on its way
      const same = equalStates(before, state, feePayer !== undefined && address.equals(feePayer));
      if (same) return [];
      const detail = `${address.toBase58()} is another to ${new URL(other).host} than to ${new URL(chosenRpc()).host}. One of them is behind, or lies. Try again.`;
      return [{ title: 'Two nodes tell different balances', detail }];
    });
  } catch (error) {
    // a node that is away can say nothing against the other; what was simulated is still held to its bytes
    console.warn(`the second node ${other} does not answer`, error);
    return [];
  }
}

function equalStates(a: AccountState | null, b: AccountState | null, dataAlone: boolean): boolean {
  if (a === null || b === null) return a === b;
  if (!dataAlone && a.lamports !== b.lamports) return false;
  return a.owner.equals(b.owner) && Buffer.from(a.data).equals(Buffer.from(b.data));
}

function stateOf(info: AccountInfo<Buffer> | null): AccountState | null {
  if (info === null) return null;
  const { lamports, owner, data, executable } = info;
  return { lamports: BigInt(lamports), owner, data: new Uint8Array(data), executable };
}

function simulatedState(after: {
  executable: boolean;
  owner: string;
  lamports: number;
  data: string[];
}): AccountState | null {
  if (after.lamports === 0) return null;
  return {
    lamports: BigInt(after.lamports),
    owner: new PublicKey(after.owner),
    data: new Uint8Array(Buffer.from(after.data[0] ?? '', 'base64')),
    executable: after.executable,
  };
}

/** The one mint that the accounts are about; null where there are several or none. */
function mintIn(effects: AccountEffect[], touched: SimulatedAccount[]): string | null {
  const mints = new Set<string>();
  for (const { token } of effects) {
    const facts = token.after ?? token.before;
    if (facts !== null) mints.add(facts.mint.toBase58());
  }
  for (const { before, after } of touched) {
    const state = after ?? before;
    if (state === null || !state.owner.equals(deployment().escrow)) continue;
    try {
      mints.add(decodeMandate(state.data).mint.toBase58());
    } catch {
      // an account of escrow that is no mandate has no mint of its own
    }
  }
  const [only] = mints;
  return mints.size === 1 && only !== undefined ? only : null;
}
