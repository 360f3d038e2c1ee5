export { anchorError, parseRefusal, type Refusal, transactionFailed } from './failures.js';
export {
  ensureLookupTable,
  type LookupTableOptions,
  readLookupTable,
  retireLookupTable,
} from './lookup-tables.js';
export { isProgramError, ProgramError, type ProgramErrorName, type ProgramName } from './program-error.js';
export { type TransactionSigner, WalletChangedTransaction, type WalletSigner } from './signers.js';
export {
  assertFits,
  assertSigned,
  type BuildOptions,
  buildTransaction,
  compileTransaction,
  type LoadedAddresses,
  loadAddresses,
  signatureOf,
  transactionSize,
} from './transactions.js';
