import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { chain } from '../../data/queries.js';
import { publishAnswer, toldTexts } from '../../data/told-answers.js';
import type { AnswerView, RatingReceipt } from '../../data/views.js';
import { useStore } from '../../lib/external-store.js';
import { shortHash, shownText } from '../../lib/text.js';
import { ActionButton } from '../../ui/action.js';
import { CopyButton } from '../../ui/address.js';
import { Drop } from '../../ui/drop.js';
import { Failure, Note } from '../../ui/status.js';
import { TextField } from '../../ui/text-field.js';
import { Time } from '../../ui/time.js';
import { connected } from '../../wallet/standard.js';

/** What the agent answered to a rating; its owner's way to do so, once. */
export function Answer({
  document,
  says,
  owner,
}: {
  document: unknown;
  says: RatingReceipt;
  /** of the agent; null where nobody answers here */
  owner: string | null;
}) {
  const wallet = useStore(connected)?.account.address ?? null;
  const query = useQuery({
    queryKey: ['answer', says.asset],
    queryFn: async () => (await chain()).answerTo(document, await toldTexts(says.agent, says.number)),
  });
  if (query.isError) return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.data === undefined) return null;
  if (query.data !== null) return <Told answer={query.data} says={says} isOwn={wallet === owner} />;
  return owner !== null && wallet === owner ? <AnswerForm document={document} says={says} /> : null;
}

function Told({ answer, says, isOwn }: { answer: AnswerView; says: RatingReceipt; isOwn: boolean }) {
  if (!answer.matches) {
    return (
      <Note tone="risk">An answer is on the chain under this number, but to another rating than this.</Note>
    );
  }
  return (
    <blockquote className="answer-text stack-s">
      <p className="small faint">
        The agent answered <Time at={answer.at} />
        {': '}
        <span className="address mono" title={answer.textHash}>
          {shortHash(answer.textHash)}{' '}
          <CopyButton text={answer.textHash} label={null} name="Copy hash of the answer" />
        </span>
      </p>
      {answer.text === null ? (
        <TextMissing answer={answer} says={says} />
      ) : (
        answer.text.split('\n').map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text never move
          <p key={at} className="break">
            {shownText(line)}
          </p>
        ))
      )}
      {isOwn && answer.text !== null && !answer.shared && <Share text={answer.text} says={says} />}
    </blockquote>
  );
}

/** The chain has the hash alone: who has the text can show it here. */
function TextMissing({ answer, says }: { answer: AnswerView; says: RatingReceipt }) {
  const client = useQueryClient();
  const take = useMutation({
    mutationFn: async (file: File) => (await chain()).takeAnswerText(await file.text(), answer.textHash),
    onSuccess: () => client.invalidateQueries({ queryKey: ['answer', says.asset] }),
  });
  return (
    <details className="more">
      <summary>Nobody here has its text</summary>
      <div className="stack">
        <Drop label="Text of the answer" accept=".txt,.md" onFile={(file) => take.mutate(file)}>
          Drop its text here: it is shown if it is the one that was answered, to the byte.
        </Drop>
        {take.isError && <Failure error={take.error} />}
      </div>
    </details>
  );
}

/** Gives the text to the indexer, which serves it to whoever looks. */
function Share({ text, says }: { text: string; says: RatingReceipt }) {
  const client = useQueryClient();
  const share = useMutation({
    mutationFn: () => publishAnswer(text),
    onSettled: () => client.invalidateQueries({ queryKey: ['answer', says.asset] }),
  });
  return (
    <div className="row small">
      <span className="soft">
        {share.data === false
          ? 'The indexer did not take the text yet. Try again.'
          : 'Only this browser has the text.'}
      </span>
      <button
        type="button"
        className="button compact"
        disabled={share.isPending}
        onClick={() => share.mutate()}
      >
        Show it to everybody
      </button>
      {share.isError && <Failure error={share.error} />}
    </div>
  );
}

function AnswerForm({ document, says }: { document: unknown; says: RatingReceipt }) {
  const [text, setText] = useState('');
  const client = useQueryClient();
  const wrong = useQuery({
    queryKey: ['answer-problem', text],
    queryFn: async () => (text === '' ? null : (await chain()).answerProblem(text)),
  });
  const why = text.trim() === '' ? 'Say something first.' : (wrong.data ?? undefined);
  return (
    <details className="more">
      <summary>Answer this rating</summary>
      <div className="stack">
        <TextField
          label="Your answer"
          value={text}
          onChange={setText}
          lines={4}
          wrong={wrong.data ?? null}
          hint="Once and for good. Its hash goes on the chain, its text to the indexer: public to everybody."
        />
        <div className="row">
          <ActionButton
            label="Answer, once and for good"
            tone="primary"
            disabled={why !== undefined}
            why={why}
            action={async () => {
              await (await chain()).answerRating(document, text);
              // the answer stands; where the indexer is behind, the button beside it gives the text again
              await publishAnswer(text).catch((error: unknown) => console.warn('text not taken', error));
              await client.invalidateQueries({ queryKey: ['answer', says.asset] });
            }}
            invalidate={['answer']}
          />
        </div>
      </div>
    </details>
  );
}
