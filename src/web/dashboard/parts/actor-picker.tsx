import { useState } from 'react';
import { ComboBox, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components';
import { type Found, useFound } from '../data/use-found';

/** Picks an actor by name. */
export function ActorPicker({ onPick }: { readonly onPick: (id: string) => void }) {
  const [text, setText] = useState('');
  const found = useFound(text, ['ACTOR']);
  return (
    <ComboBox
      className="picker"
      inputValue={text}
      onInputChange={setText}
      items={found}
      menuTrigger="input"
      allowsCustomValue
      onSelectionChange={(key) => {
        if (key === null) return;
        setText('');
        onPick(String(key));
      }}
    >
      <Label>Add an actor </Label>
      <Input placeholder="name" />
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
