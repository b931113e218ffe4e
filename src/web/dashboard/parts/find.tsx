import { type ComponentType, useState } from 'react';
import type { FindBoxProps } from './find-box';

/** The box to find things in. What makes it more than a text field is loaded when it is first wanted. */
export function Find() {
  const [text, setText] = useState('');
  const [FindBox, setFindBox] = useState<ComponentType<FindBoxProps>>();
  if (FindBox) return <FindBox text={text} onText={setText} />;
  return (
    <div className="find">
      <input
        aria-label="Find"
        placeholder="Find an actor, a topic, words …"
        value={text}
        onFocus={async () => {
          const loaded = await import('./find-box').catch(() => undefined);
          if (loaded) setFindBox(() => loaded.FindBox);
        }}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  );
}
