/** Why a receipt proves nothing. */
export type ReceiptRefusal =
  /** a field is missing, or not of its kind or length */
  | 'ReceiptMalformed'
  /** an exported receipt is of another reputation program or another cluster */
  | 'WrongDeployment'
  /** reputation has not registered the tree: anybody can put leaves with an agent's address into others */
  | 'TreeNotRegistered'
  /** the account is no tree that Bubblegum fills */
  | 'ForeignTree'
  /** the account's bytes are not those of a tree */
  | 'TreeMalformed'
  /** owner or delegate of the leaf is not the agent */
  | 'OwnerNotAgent'
  /** the metadata is not that of a receipt: it could be changed, or reputation has not signed it */
  | 'NotAReceipt'
  /** the address in the metadata does not end in the hash of the facts */
  | 'FactsMismatch'
  /** the id is not that of the leaf with this number in this tree */
  | 'AssetMismatch'
  /** data hash, creator hash or leaf are not those of the metadata */
  | 'LeafMismatch'
  /** the proof has not as many nodes as the tree is deep */
  | 'ProofIncomplete'
  /** the proof does not lead from the leaf to a root of the tree */
  | 'ProofMismatch'
  /** the leaf was in the tree, and another one is there now */
  | 'LeafReplaced';

/** A receipt does not verify, by name. Take it for nothing; ask another server, or the chain, for it. */
export class ReceiptRefused extends Error {
  override readonly name = 'ReceiptRefused';
  constructor(
    readonly code: ReceiptRefusal,
    message: string,
    options?: ErrorOptions,
  ) {
    super(`${code}: ${message}`, options);
  }
}
