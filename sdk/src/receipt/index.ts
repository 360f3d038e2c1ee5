export { type ReceiptFacts, receiptFactsHash, receiptName, receiptUri } from './facts.js';
export { merkleTreeBytes } from './tree-size.js';
