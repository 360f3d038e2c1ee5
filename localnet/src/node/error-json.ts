/** A transaction error as JSON-RPC gives it. */
export type ErrorJson = string | Record<string, unknown>;

/**
 * A transaction error in Rust's debug form, such as `InstructionError(0, Custom(6000))`, in the form that
 * JSON-RPC has: `{"InstructionError":[0,{"Custom":6000}]}`.
 */
export function errorJson(debug: string): ErrorJson {
  const instruction = /^InstructionError\((\d+), (.*)\)$/s.exec(debug);
  if (instruction?.[2] !== undefined) {
    return { InstructionError: [Number(instruction[1]), instructionError(instruction[2])] };
  }
  const duplicate = /^DuplicateInstruction\((\d+)\)$/.exec(debug);
  if (duplicate) return { DuplicateInstruction: Number(duplicate[1]) };
  const account = /^(\w+) \{ account_index: (\d+) \}$/.exec(debug);
  if (account?.[1]) return { [account[1]]: { account_index: Number(account[2]) } };
  return debug;
}

function instructionError(debug: string): ErrorJson {
  const custom = /^Custom\((\d+)\)$/.exec(debug);
  if (custom) return { Custom: Number(custom[1]) };
  return debug.startsWith('BorshIoError') ? 'BorshIoError' : debug;
}

/** The same in words, as a cluster words the commonest. */
export function errorWords(debug: string): string {
  const json = errorJson(debug);
  if (typeof json === 'string') return WORDS[json] ?? json;
  if (!Array.isArray(json.InstructionError)) return debug;
  const [index, error] = json.InstructionError as [number, ErrorJson];
  const what =
    typeof error === 'string' ? error : `custom program error: 0x${Number(error.Custom).toString(16)}`;
  return `Error processing Instruction ${index}: ${what}`;
}

const WORDS: Record<string, string> = {
  AccountNotFound: 'Attempt to debit an account but found no record of a prior credit.',
  AlreadyProcessed: 'This transaction has already been processed',
  BlockhashNotFound: 'Blockhash not found',
  InsufficientFundsForFee: 'Insufficient funds for fee',
  SignatureFailure: 'Transaction signature verification failure',
};
