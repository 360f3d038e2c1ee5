import { PublicKey } from '@solana/web3.js';
import type { LocalNode } from '../../node/node.js';
import type { TransactionRecord } from '../../node/records.js';
import { encodeTransaction, transactionFormat } from '../encode-transaction.js';
import { invalidParams, RpcCode, RpcError } from '../errors.js';
import { type Methods, VERSION, withContext } from './method.js';

/** Slots of an epoch that never ends here: the runtime's epoch stays 0. */
const SLOTS_IN_EPOCH = 432_000;
/** Blocks that one call lists. */
const MOST_BLOCKS = 500_000;
const DETAILS = ['full', 'accounts', 'signatures', 'none'] as const;

/** The chain itself: slots, blocks, blockhashes. */
export function chainMethods(node: LocalNode): Methods {
  const genesis = new PublicKey(node.genesisHash).toBase58();
  const heightAt = (commitment: string) => (commitment === 'finalized' ? node.root : node.height);
  const block = (slot: number): readonly TransactionRecord[] => {
    if (slot > node.height) {
      throw new RpcError(RpcCode.blockNotAvailable, `Block not available for slot ${slot}`);
    }
    if (slot < node.firstBlock) {
      const message = `Block ${slot} cleaned up, does not exist on node. First available block: ${node.firstBlock}`;
      throw new RpcError(RpcCode.blockCleanedUp, message);
    }
    return node.history.inSlot(slot);
  };
  return {
    getHealth: () => 'ok',
    getVersion: () => ({ 'solana-core': VERSION, 'feature-set': 0 }),
    getGenesisHash: () => genesis,
    // the chain has no validator: an identity that is nobody's
    getIdentity: () => ({ identity: PublicKey.default.toBase58() }),
    getSlot: (params) => {
      const options = params.options(0);
      options.requireSlot(node.height);
      return heightAt(options.commitment());
    },
    getBlockHeight: (params) => heightAt(params.options(0).commitment()),
    getTransactionCount: () => node.history.size,
    getFirstAvailableBlock: () => node.firstBlock,
    minimumLedgerSlot: () => node.firstBlock,
    getEpochInfo: () => ({
      absoluteSlot: node.height,
      blockHeight: node.height,
      epoch: 0,
      slotIndex: node.height,
      slotsInEpoch: Math.max(SLOTS_IN_EPOCH, node.height + 1),
      transactionCount: node.history.size,
    }),
    getEpochSchedule: () => ({
      firstNormalEpoch: 0,
      firstNormalSlot: 0,
      leaderScheduleSlotOffset: SLOTS_IN_EPOCH,
      slotsPerEpoch: SLOTS_IN_EPOCH,
      warmup: false,
    }),
    getLatestBlockhash: (params) => {
      params.options(0).requireSlot(node.height);
      return withContext(node, node.latestBlockhash);
    },
    isBlockhashValid: (params) => withContext(node, node.isBlockhashValid(params.text(0, 'the blockhash'))),
    getBlockTime: (params) => {
      const slot = params.whole(0, 'the slot');
      const [first] = block(slot);
      return first?.blockTime ?? timeOf(node, slot);
    },
    getBlocks: (params) => {
      const start = params.whole(0, 'the first slot');
      const end = typeof params.at(1) === 'number' ? params.whole(1, 'the last slot') : node.height;
      const last = Math.min(end, node.height);
      if (last - start > MOST_BLOCKS) throw invalidParams(`at most ${MOST_BLOCKS} slots are listed`);
      const first = Math.max(start, node.firstBlock);
      return Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => first + at);
    },
    getBlock: async (params) => {
      const slot = params.whole(0, 'the slot');
      const options = params.options(1);
      const records = block(slot);
      const format = transactionFormat(options);
      const details = options.choice('transactionDetails', DETAILS, 'full');
      if (details === 'accounts')
        throw invalidParams('transactionDetails accounts is not given here: ask for full');
      return {
        blockhash: node.blockhashAt(slot),
        previousBlockhash: node.blockhashAt(Math.max(0, slot - 1)),
        parentSlot: Math.max(0, slot - 1),
        blockHeight: slot,
        blockTime: records[0]?.blockTime ?? (await timeOf(node, slot)),
        ...(details === 'full' && { transactions: records.map((one) => encodeTransaction(one, format)) }),
        ...(details === 'signatures' && { signatures: records.map(({ signature }) => signature) }),
        rewards: [],
      };
    },
  };
}

/** Time of a slot without transactions: counted back from now. */
async function timeOf(node: LocalNode, slot: number): Promise<number> {
  return Number(await node.unixTime()) - Math.floor(((node.height - slot) * 2) / 5);
}
