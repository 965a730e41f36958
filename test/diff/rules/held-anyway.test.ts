/** What a model states and what holds where it states nothing: a statement of just that is no change. */
import { describe, expect, test } from 'vitest';
import { cardSentence, cardsOf } from '../../../src/diff/index.ts';
import { changeOf } from '../../changes-by-hand.ts';
import { said } from './said.ts';

describe('what is stated is what holds where nothing is stated', () => {
  const held = /: .*what is stated is what holds where nothing is stated$/;
  const field = (words: string) => `Op request Name string optional ${words}`.trim();

  test.each([
    ['of=locationName=Name', ''],
    ['locationName=Name', ''],
    ['locationName=Name', 'of=locationName=Name location=header'],
  ])('a field is sent by its own name: %s, %s', (one, other) => {
    for (const [before, after] of [
      [one, other],
      [other, one],
    ] as const)
      for (const line of said(field(before), field(after))) expect(line).toMatch(/^no effect|^breaking: Name moved/);
  });

  test('a name that is not its own is a change, and so is the root of a body that is sent, and a prefix of headers', () => {
    expect(said(field('of=locationName=name'), field(''))).toEqual(['breaking: Name is sent as Name (was name)']);
    const body = (direction: string, words: string) =>
      `Op request Do structure optional payload=Name\nOp ${direction} Do.Name structure optional ${words}`
        .replace('Op request Do ', `Op ${direction} Do `)
        .trim();
    const change = (direction: string) => [
      said(body(direction, 'of=locationName=Name'), body(direction, '')),
      said(body(direction, ''), body(direction, 'of=locationName=Name')),
    ];
    expect(change('request')).toEqual([
      ['breaking: Name no longer has a stated name on the wire'],
      ['breaking: Name has a stated name on the wire now'],
    ]);
    expect(change('response').flat()).toEqual([expect.stringMatching(held), expect.stringMatching(held)]);
    const headers = (words: string) => field(`location=headers ${words}`.trim());
    for (const line of [
      said(headers('of=locationName=Name'), headers('')),
      said(headers(''), headers('of=locationName=Name')),
    ])
      expect(line[0]).toMatch(/^breaking: Name .*has a stated name on the wire/);
  });

  test.each([
    ['endpointPrefix=elb', 'endpointPrefix=elb signingName=elb'],
    ['protocol=rest-json jsonVersion=1.1', 'protocol=rest-json'],
    ['protocol=json timestampFormat=unixTimestamp', 'protocol=json'],
    ['protocol=rest-xml', 'protocol=rest-xml timestampFormat=iso8601'],
  ])('%s, %s', (one, other) => {
    expect(said(`service ${one}`, `service ${other}`)).toEqual([expect.stringMatching(held)]);
    expect(said(`service ${other}`, `service ${one}`)).toEqual([expect.stringMatching(held)]);
  });

  test('another statement is a change', () => {
    const says = (one: string, other: string) => said(`service uid=a ${one}`.trim(), `service uid=a ${other}`.trim());
    expect(says('endpointPrefix=elb', 'endpointPrefix=elb signingName=elbv2')).toEqual([
      'dangerous: example is signed under the name elbv2 (no name of its own before)',
    ]);
    expect(says('endpointPrefix=elb signingName=elbv2', 'endpointPrefix=elb')).toEqual([
      'dangerous: example is no longer signed under a name of its own (was elbv2)',
    ]);
    expect(says('signatureVersion=v2', '')).toEqual([
      'dangerous: The model of example no longer says how requests are signed (was v2)',
    ]);
    expect(says('', 'signatureVersion=v2')).toEqual(['dangerous: example is signed with v2 (not stated before)']);
    expect(says('protocol=json jsonVersion=1.0', 'protocol=json')[0]).toMatch(/^breaking/);
    expect(says('protocol=json', 'protocol=json timestampFormat=iso8601')[0]).toMatch(/^breaking/);
  });

  test('names of a service that come, go and change', () => {
    const says = (one: string, other: string) => said(`service uid=a ${one}`.trim(), `service uid=a ${other}`.trim());
    expect(says('', 'serviceId=IoT')).toEqual(['docs: The service id of example is IoT now (not stated before)']);
    expect(says('serviceId=IoT', '')).toEqual(['docs: The service id of example is not stated any more (was IoT)']);
    const names = { serviceFullName: 'title', serviceAbbreviation: 'short title', serviceId: 'service id' };
    for (const [name, words] of Object.entries(names))
      expect(says(`${name}=Tea`, `${name}=Pot`)).toEqual([`docs: The ${words} of example is Pot now (was Tea)`]);
    // A store of a newer version may have a name that this one does not know.
    const unknown = changeOf('service-name-changed', '', { before: 'Tea', after: 'Pot', details: { trait: 'nick' } });
    expect(cardsOf([unknown]).map(cardSentence)).toEqual(['The name `nick` of `elbv2` is `Pot` now (was `Tea`)']);
    expect(said('service uid=a', 'service uid=b')).toEqual(['docs: The id of the model of example is b now (was a)']);
  });

  test('its title, short title, id and the id of its model, each by what it is', () => {
    const says = (one: string, other: string) => said(`service ${one}`, `service ${other}`);
    const names = (name: string) =>
      `serviceFullName=${name} serviceAbbreviation=${name} serviceId=${name} uid=${name.toLowerCase()}-2020`;
    expect(says(names('Elb'), names('IoT'))).toEqual([
      'docs: The short title of example is IoT now (was Elb)',
      'docs: The title of example is IoT now (was Elb)',
      'docs: The service id of example is IoT now (was Elb)',
      'docs: The id of the model of example is iot-2020 now (was elb-2020)',
    ]);
    expect(says('uid=a serviceId=IoT', 'uid=a serviceId=Core')).toEqual([
      'docs: The service id of example is Core now (was IoT)',
    ]);
  });
});
