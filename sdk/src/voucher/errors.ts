/** A call is still in flight on this channel: complete, resend or abandon it first. Nothing was signed. */
export class CallInFlight extends Error {
  override readonly name = 'CallInFlight';
  constructor(readonly callNumber: number) {
    super(`call ${callNumber} is still in flight on this channel`);
  }
}

/** The call to complete or abandon is not the one in flight. Nothing changed. */
export class CallNotInFlight extends Error {
  override readonly name = 'CallNotInFlight';
  constructor(
    readonly callNumber: number,
    /** null when none is */
    readonly inFlight: number | null,
  ) {
    super(`call ${callNumber} is not in flight${inFlight === null ? '' : `, call ${inFlight} is`}`);
  }
}

/** The call would bring the channel above what is allotted to it. Nothing was signed. */
export class AllotmentExhausted extends Error {
  override readonly name = 'AllotmentExhausted';
  constructor(
    /** base units owed with this call */
    readonly cumulative: bigint,
    /** base units: allotted less returned */
    readonly available: bigint,
  ) {
    super(`the call brings the channel to ${cumulative} base units, ${available} are allotted`);
  }
}

/** The price is above the channel's maximum for one call. Nothing was signed. */
export class PerCallMaximumExceeded extends Error {
  override readonly name = 'PerCallMaximumExceeded';
  constructor(
    readonly price: bigint,
    readonly maximum: bigint,
  ) {
    super(`price ${price} is above the maximum of ${maximum} base units for one call`);
  }
}

/** The voucher would be expired already. Nothing was signed. */
export class VoucherExpired extends Error {
  override readonly name = 'VoucherExpired';
  constructor(
    readonly expires: number,
    readonly now: bigint,
  ) {
    super(`a voucher that expires at ${expires} is not valid at ${now}`);
  }
}

/** The channel itself has expired. Nothing was signed. */
export class ChannelExpired extends Error {
  override readonly name = 'ChannelExpired';
  constructor(
    readonly expiresAt: bigint,
    readonly now: bigint,
  ) {
    super(`the channel expired at ${expiresAt}, it is ${now}`);
  }
}

/** All 2^32 - 1 call numbers of this generation are used: close the channel and open it again. */
export class CallNumbersExhausted extends Error {
  override readonly name = 'CallNumbersExhausted';
  constructor() {
    super('every call number of this channel is used');
  }
}

/** The agent's signature over its answer does not verify. The call stays in flight. */
export class BadResponseProof extends Error {
  override readonly name = 'BadResponseProof';
  constructor(readonly callNumber: number) {
    super(`the response proof of call ${callNumber} is not the agent's signature over this answer`);
  }
}

/**
 * The chain has settled calls that this store knows nothing of: an old copy of it was restored, or another
 * holder of the session key signs too. Close the channel rather than guess.
 */
export class StoreBehindChain extends Error {
  override readonly name = 'StoreBehindChain';
  constructor(
    readonly storedCalls: number,
    readonly settledCalls: number,
  ) {
    super(`the chain settled ${settledCalls} calls, the store knows ${storedCalls}`);
  }
}

/** The agent settled a voucher after saying that it charged nothing for that call. Close the channel. */
export class AbandonedCallSettled extends Error {
  override readonly name = 'AbandonedCallSettled';
  constructor(readonly callNumber: number) {
    super(`the agent settled the abandoned voucher of call ${callNumber}`);
  }
}

/** The store's pending voucher was not signed by this session key. */
export class SessionKeyMismatch extends Error {
  override readonly name = 'SessionKeyMismatch';
  constructor() {
    super('the pending voucher in the store was signed by another key than this session key');
  }
}

/** Why an agent takes no voucher. In every case nothing is charged for it. */
export type VoucherRefusal =
  /** not 64 and 64 bytes, or call number 0 */
  | 'VoucherMalformed'
  /** another channel, generation, program or cluster */
  | 'WrongChannel'
  /** not the session key's signature */
  | 'BadSignature'
  /** the call number is used already, and this is not the voucher that used it last */
  | 'Replayed'
  /** call numbers were skipped */
  | 'OutOfOrder'
  /** voucher or channel expired, or too little time is left to settle */
  | 'Expired'
  /** less than the price above what was owed before */
  | 'Underpaid'
  /** more than the maximum for one call above what was owed before */
  | 'PerCallMaximumExceeded'
  /** more than allotted less returned */
  | 'OverAllotment'
  /** the transcript does not continue the last one with this request */
  | 'TranscriptMismatch';

/** An agent's refusal of a voucher, by name. */
export class VoucherRefused extends Error {
  override readonly name = 'VoucherRefused';
  constructor(
    readonly code: VoucherRefusal,
    message: string,
  ) {
    super(`${code}: ${message}`);
  }
}

/** A ticket was accepted or released before. Nothing changed. */
export class TicketSpent extends Error {
  override readonly name = 'TicketSpent';
  constructor(readonly callNumber: number) {
    super(`the ticket of call ${callNumber} was accepted or released before`);
  }
}
