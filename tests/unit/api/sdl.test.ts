import {
  buildSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
} from 'graphql';
import { expect, test } from 'vitest';
import { readSdl } from '../../../src/api/index.js';

const PAGE_ARGUMENTS = new Set(['first', 'after', 'last', 'before', 'filter', 'orderBy', 'id']);

test('every type, field, value and uncommon argument has a description', () => {
  const schema = buildSchema(readSdl());
  const missing: string[] = [];
  const need = (name: string, description: string | null | undefined) => {
    if (!description?.trim()) missing.push(name);
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__') || isSpecifiedScalarType(type)) continue;
    need(type.name, type.description);
    if (isEnumType(type)) {
      for (const value of type.getValues()) need(`${type.name}.${value.name}`, value.description);
    }
    if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) {
      for (const field of Object.values(type.getFields())) {
        need(`${type.name}.${field.name}`, field.description);
        for (const argument of 'args' in field ? field.args : []) {
          if (!PAGE_ARGUMENTS.has(argument.name)) {
            need(`${type.name}.${field.name}(${argument.name}:)`, argument.description);
          }
        }
      }
    }
  }
  expect(missing).toEqual([]);
});

test('every enumeration of the schema is the vocabulary of the model', async () => {
  const vocabulary = await import('../../../src/model/vocabulary.js');
  const schema = buildSchema(readSdl());
  const values = (name: string) => {
    const type = schema.getType(name);
    if (!isEnumType(type)) throw new Error(`${name} is no enumeration`);
    return type.getValues().map((value) => value.name);
  };
  expect({
    ActorKind: values('ActorKind'),
    TopicKind: values('TopicKind'),
    Act: values('Act'),
    EventKind: values('EventKind'),
    DateBasis: values('DateBasis'),
    Capacity: values('Capacity'),
    Basis: values('Basis'),
    Position: values('Position'),
    UntilMet: values('UntilMet'),
    Attribution: values('Attribution'),
    PublisherControl: values('PublisherControl'),
    ResponseKind: values('ResponseKind'),
    VoteChoice: values('VoteChoice'),
    YesMeans: values('YesMeans'),
    InvolvementRole: values('InvolvementRole'),
    DisputeStatus: values('DisputeStatus'),
  }).toEqual({
    ActorKind: [...vocabulary.ACTOR_KINDS],
    TopicKind: [...vocabulary.TOPIC_KINDS],
    Act: [...vocabulary.ACTS],
    EventKind: [...vocabulary.EVENT_KINDS],
    DateBasis: [...vocabulary.DATE_BASES],
    Capacity: [...vocabulary.CAPACITIES],
    Basis: [...vocabulary.BASES],
    Position: [...vocabulary.POSITIONS],
    UntilMet: [...vocabulary.UNTIL_MET],
    Attribution: [...vocabulary.ATTRIBUTIONS],
    PublisherControl: [...vocabulary.CONTROLS],
    ResponseKind: [...vocabulary.RESPONSE_KINDS],
    VoteChoice: [...vocabulary.VOTES],
    YesMeans: [...vocabulary.YES_MEANS],
    InvolvementRole: [...vocabulary.INVOLVEMENT_ROLES],
    DisputeStatus: [...vocabulary.DISPUTE_STATUSES],
  });
});
