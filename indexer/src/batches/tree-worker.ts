import { parentPort, workerData } from 'node:worker_threads';
import { BatchFileInvalid, type BatchTree, readBatchFile } from '@agent-labs/sdk';
import { PublicKey } from '@solana/web3.js';
import { scheduleRow } from '../project/schedules.js';
import { nodesOf } from './nodes.js';
import type { ListAnswer, ListGiven } from './tree-messages.js';

// a list of thousands takes a second to hash: here, so that the process goes on answering
const port = parentPort;
if (port === null) throw new Error('this file is a worker');

function answerTo({ batch, root, count, total, text }: ListGiven): ListAnswer {
  let tree: BatchTree;
  try {
    const promised = { root: Buffer.from(root, 'hex'), count, total: BigInt(total) };
    tree = readBatchFile(text, new PublicKey(batch), promised);
  } catch (error) {
    if (error instanceof BatchFileInvalid) return { invalid: error.message };
    return { fault: (error as Error).message };
  }
  const leaves = tree.leaves.map(({ index, recipient, amount, schedule }) => ({
    index,
    recipient: recipient.toBase58(),
    amount: amount.toString(),
    schedule: scheduleRow(schedule),
  }));
  return { leaves, nodes: Buffer.concat(nodesOf(tree)).toString('hex') };
}

port.postMessage(answerTo(workerData as ListGiven));
