import { useState } from 'react';
import { hashOfFile } from '../../lib/hash-file.js';
import { cutText, shortHash } from '../../lib/text.js';
import { CopyButton } from '../../ui/address.js';
import { Drop } from '../../ui/drop.js';
import { Failure } from '../../ui/status.js';

/** Takes a statement and gives its hash: the chain keeps the hash alone, and whoever wrote it the file. */
export function StatementFile({
  label,
  onHash,
  prompt = 'Drop your statement here, any file. Its hash goes on the chain, the file stays with you: keep it.',
}: {
  label: string;
  onHash: (hash: string) => void;
  prompt?: string;
}) {
  const [chosen, setChosen] = useState<{ name: string; hash: string } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const take = async (file: File) => {
    try {
      const hash = await hashOfFile(file);
      setError(null);
      setChosen({ name: file.name, hash });
      onHash(hash);
    } catch (problem) {
      setError(problem);
    }
  };
  return (
    <div className="stack">
      <Drop label={label} accept="" onFile={(file) => void take(file)}>
        {chosen === null ? (
          prompt
        ) : (
          <>
            <strong>{cutText(chosen.name, 60)}</strong>{' '}
            <span className="address mono small">
              {shortHash(chosen.hash)} <CopyButton text={chosen.hash} label={null} name="Copy hash" />
            </span>
          </>
        )}
      </Drop>
      {error !== null && <Failure error={error} />}
    </div>
  );
}
