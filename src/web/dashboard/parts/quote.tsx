import { useId, useState } from 'react';

const LONG = 600;

interface QuoteProps {
  readonly text: string;
  readonly language: string | null;
  readonly isTranslated: boolean;
}

/** The words, in the direction they are written in. A long text is cut, at a word, until it is asked for. */
export function Quote({ text, language, isTranslated }: QuoteProps) {
  const [isWhole, setWhole] = useState(false);
  const id = useId();
  const isLong = text.length > LONG;
  const shown = isLong && !isWhole ? `${text.slice(0, LONG).replace(/\s+\S*$/, '')} …` : text;
  return (
    <blockquote className="quote">
      <p id={id} dir="auto" lang={language ?? undefined}>
        {shown}
      </p>
      {isLong && (
        <button type="button" aria-expanded={isWhole} aria-controls={id} onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show less' : `Show all ${text.length.toLocaleString('en')} characters`}
        </button>
      )}
      {isTranslated && <p className="aside">translated</p>}
    </blockquote>
  );
}
