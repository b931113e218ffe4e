import { useEffect, useRef, useState } from 'react';

interface SearchWordsProps {
  readonly words: string;
  readonly onChange: (words: string) => void;
}

const PAUSE = 150;

/** Looks for words as they are typed: after a moment without a letter. */
export function SearchWords({ words, onChange }: SearchWordsProps) {
  const [typed, setTyped] = useState(words);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // the address can change by other ways: back, a link
  useEffect(() => {
    setTyped((before) => (before.trim() === words ? before : words));
    return () => clearTimeout(timer.current);
  }, [words]);
  return (
    <label>
      <span className="unseen">Words</span>
      <input
        type="search"
        className="words"
        placeholder="Words in quotations and summaries"
        value={typed}
        maxLength={500}
        dir="auto"
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => onChange(text.trim()), PAUSE);
        }}
      />
    </label>
  );
}
