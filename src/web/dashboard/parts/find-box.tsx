import { useEffect, useRef } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useNavigate } from 'react-router';
import { searchAddress } from '../data/statement-search';
import { type Found, useFound } from '../data/use-found';

export interface FindBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
}

/** Finds actors, topics and events by name; Enter looks for the words in all statements. */
export function FindBox({ text, onText }: FindBoxProps) {
  const navigate = useNavigate();
  const input = useRef<HTMLInputElement>(null);
  // it takes the place of a field that had the focus
  useEffect(() => input.current?.focus(), []);
  const found = useFound(text, ['ACTOR', 'TOPIC', 'EVENT']);
  const words = text.trim();
  const items: Found[] = words
    ? [...found, { id: 'words', name: `“${words}” in statements`, kind: 'search' }]
    : [];

  return (
    <ComboBox
      className="find"
      inputValue={text}
      onInputChange={onText}
      items={items}
      allowsCustomValue
      menuTrigger="input"
      onSelectionChange={(key) => {
        if (key === null) return;
        onText('');
        navigate(key === 'words' ? searchAddress({ q: words }) : `/${key}`);
      }}
    >
      <Label className="unseen">Find</Label>
      <Input
        ref={input}
        placeholder="Find an actor, a topic, words …"
        onKeyDown={(event) => {
          const isChosen = event.currentTarget.getAttribute('aria-activedescendant');
          if (event.key === 'Enter' && words && !isChosen) {
            onText('');
            navigate(searchAddress({ q: words }));
          }
        }}
      />
      <Popover className="found">
        <ListBox>
          {(item: Found) => (
            <ListBoxItem textValue={item.name}>
              <span dir="auto">{item.name}</span> <span className="aside">{item.kind}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}
