/** A transaction was sent and never landed. Nothing was charged; it can no longer land: send it anew. */
export class TransactionExpired extends Error {
  override readonly name = 'TransactionExpired';
  constructor(
    /** base58 */
    readonly signature: string,
    options?: ErrorOptions,
  ) {
    super(`${signature} did not land in time; nothing was charged, and it is safe to try again`, options);
  }
}

/** Waiting was given up. The transaction may still land: look its signature up before trying again. */
export class SendAborted extends Error {
  override readonly name = 'SendAborted';
  constructor(
    /** base58 */
    readonly signature: string,
    options?: ErrorOptions,
  ) {
    super(
      `waiting for ${signature} was given up; it may still land: look it up before trying again`,
      options,
    );
  }
}

/** A cluster is not the one it should be. Nothing was signed or sent. */
export class ClusterMismatch extends Error {
  override readonly name = 'ClusterMismatch';
  constructor(
    /** genesis hashes, base58 */
    readonly expected: string,
    readonly found: string,
  ) {
    super(`expected the cluster with genesis hash ${expected}, found ${found}; check the RPC address`);
  }
}

/** An account is not what its address says: a node that lies, or an address of something else. */
export class AccountMismatch extends Error {
  override readonly name = 'AccountMismatch';
}

/** The node does not tell of a transaction that it says has landed. It was charged. */
export class OutcomeUnknown extends Error {
  override readonly name = 'OutcomeUnknown';
  constructor(
    /** base58 */
    readonly signature: string,
    options?: ErrorOptions,
  ) {
    super(`${signature} has landed, but the node does not tell what it did; look it up later`, options);
  }
}
