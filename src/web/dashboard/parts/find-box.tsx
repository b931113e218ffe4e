import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { useLocation, useNavigate } from 'react-router';
import { searchAddress } from '../data/statement-search';
import { type Found, useFound } from '../data/use-found';

/** Finds actors, topics and events by name; Enter looks for the words in all statements. */
export function FindBox() {
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const found = useFound(text, ['ACTOR', 'TOPIC', 'EVENT']);
  const words = text.trim();
  const items: Found[] = words
    ? [...found, { id: 'words', name: `“${words}” in statements`, kind: 'search' }]
    : [];

  return (
    <ComboBox
      key={pathname}
      className="find"
      inputValue={text}
      onInputChange={setText}
      items={items}
      allowsCustomValue
      menuTrigger="input"
      onSelectionChange={(key) => {
        if (key === null) return;
        setText('');
        navigate(key === 'words' ? searchAddress({ q: words }) : `/${key}`);
      }}
    >
      <Label className="unseen">Find</Label>
      <Input
        placeholder="Find an actor, a topic, words …"
        onKeyDown={(event) => {
          const isChosen = event.currentTarget.getAttribute('aria-activedescendant');
          if (event.key === 'Enter' && words && !isChosen) {
            setText('');
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
