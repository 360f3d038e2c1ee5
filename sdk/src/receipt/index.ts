export {
  decodeLeafTold,
  decodeTreeChange,
  type LeafTold,
  type PathNode,
  type TreeChange,
} from './change-log.js';
export {
  exportReceipt,
  type ReceiptDocument,
  readReceiptDocument,
  verifyReceiptDocument,
} from './document.js';
export { type ReceiptRefusal, ReceiptRefused } from './errors.js';
export { type ReceiptFacts, receiptFactsHash, receiptName, receiptUri } from './facts.js';
export { type Leaf, leafHash, leafOf } from './leaf.js';
export { emptyNode, nodeNumber, rootOf, siblingNumbers } from './merkle.js';
export {
  creatorHash,
  dataHash,
  decodeLeafMetadata,
  encodeLeafMetadata,
  type LeafMetadata,
  type MetadataCreator,
} from './metadata.js';
export { readTreeAccounts } from './read.js';
export { completeProof, decodeMerkleTree, type MerkleTreeState } from './tree-account.js';
export { type LeafMint, type TreeEvent, treeEventsOf } from './tree-events.js';
export { merkleTreeBytes } from './tree-size.js';
export {
  type Receipt,
  type TreeAccounts,
  type VerifiedOnChain,
  type VerifiedReceipt,
  verifyReceipt,
  verifyReceiptAgainstRoot,
} from './verify.js';
