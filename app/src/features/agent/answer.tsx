import { shownText } from '../../lib/text.js';

/** Characters of an answer that are shown; the whole of it can be saved. */
const MOST = 40_000;

/** What the agent answered: as text, whatever it is, or as a file to keep. */
export function Answer({ contentType, body }: { contentType: string; body: Uint8Array }) {
  const isText = /^(text\/|application\/(json|xml))/.test(contentType);
  const save = () => {
    // never opened in the page: it is a stranger's
    const address = URL.createObjectURL(new Blob([body.slice()], { type: 'application/octet-stream' }));
    const link = document.createElement('a');
    link.href = address;
    link.download = contentType.includes('json') ? 'answer.json' : 'answer.bin';
    link.click();
    URL.revokeObjectURL(address);
  };
  return (
    <div className="sheet stack">
      <div className="row">
        <span className="small faint mono">{contentType}</span>
        <button type="button" className="button compact" onClick={save}>
          Save the answer
        </button>
      </div>
      {isText && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keys
        <pre className="answer" tabIndex={0}>
          {pretty(contentType, new TextDecoder().decode(body)).slice(0, MOST)}
        </pre>
      )}
    </div>
  );
}

function pretty(contentType: string, text: string): string {
  const lines = (value: string) => value.split('\n').map(keepIndent).join('\n');
  if (!contentType.includes('json')) return lines(text);
  try {
    return lines(JSON.stringify(JSON.parse(text), null, 2));
  } catch {
    // it says JSON and is none: shown as it is
    return lines(text);
  }
}

function keepIndent(line: string): string {
  const [indent = ''] = /^\s*/.exec(line) ?? [];
  return indent + shownText(line);
}
