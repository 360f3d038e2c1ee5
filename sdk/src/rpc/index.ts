export * from './errors.js';
export { readOutcome } from './outcome.js';
export { type ListedAccount, programAccounts } from './program-accounts.js';
export { reviewTransaction, type TransactionReview } from './review.js';
export { RpcChain, type RpcChainOptions } from './rpc-chain.js';
export { type RpcSendOptions, type SenderOptions, type SendStatus, sendTransaction } from './sender.js';
