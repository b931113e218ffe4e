import { useRef } from 'react';
import { useLocation, useNavigate, useNavigationType } from 'react-router';

/**
 * Steps back and forth through what was chosen on a page, as the browser's own buttons do, but never off the page. All
 * that is chosen is in the address.
 */
export function UndoRedo() {
  const { key } = useLocation();
  const type = useNavigationType();
  const navigate = useNavigate();
  const steps = useRef({ keys: [key], at: 0 });
  const { keys, at } = steps.current;
  if (keys[at] !== key) {
    const known = keys.indexOf(key);
    if (known >= 0) steps.current = { keys, at: known };
    else if (type === 'REPLACE') steps.current = { keys: keys.with(at, key), at };
    else steps.current = { keys: [...keys.slice(0, at + 1), key], at: at + 1 };
  }
  const { keys: all, at: now } = steps.current;
  return (
    <>
      <button type="button" disabled={now === 0} onClick={() => navigate(-1)}>
        Undo
      </button>
      <button type="button" disabled={now === all.length - 1} onClick={() => navigate(1)}>
        Redo
      </button>
    </>
  );
}
