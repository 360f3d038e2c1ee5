import { concatBytes } from '../voucher/bytes.js';

/** Bytes of an answer that are read unless told otherwise. */
export const LARGEST_ANSWER = 32 * 1024 * 1024;

/** The body of an answer. @throws Error for more than `largest` bytes, and reads no further */
export async function readBody(response: Response, largest: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  // not every browser iterates over a stream
  const reader = response.body?.getReader();
  for (;;) {
    const { done, value } = (await reader?.read()) ?? { done: true, value: undefined };
    if (done || value === undefined) return concatBytes(...parts);
    length += value.length;
    if (length > largest) {
      await reader?.cancel();
      throw new Error(`an answer of more than ${largest} bytes`);
    }
    parts.push(value);
  }
}
