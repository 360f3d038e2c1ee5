export * from './errors.js';
export { RpcChain, type RpcChainOptions } from './rpc-chain.js';
export { type RpcSendOptions, type SenderOptions, type SendStatus, sendTransaction } from './sender.js';
