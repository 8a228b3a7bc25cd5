import { describeContract } from '../../../server/contract-description';
import { actions } from '../../../src/contract/actions';
import { errorKinds } from '../../../src/contract/errors';
import { textWith } from '../../support/matchers';

describe('the description of the contract', () => {
  const description = describeContract();

  it('has every action with who may call it, what it does and a JSON Schema of its input', () => {
    expect(description.actions.map(({ name }) => name)).toEqual(Object.keys(actions));
    for (const { name, who, effect, summary, input } of description.actions) {
      expect({ name, who, effect, summary }).toEqual({ name, ...pick(name) });
      expect(summary).toMatch(/^[A-Z].*\.$/);
      expect(input).toMatchObject({ $schema: textWith('json-schema.org') as string });
    }
  });

  it('says which keys an input may have', () => {
    const lookup = description.actions.find(({ name }) => name === 'request.lookup');
    expect(lookup?.input).toMatchObject({ type: 'object', required: ['receiptNumber', 'phoneTail'], additionalProperties: false });
  });

  it('has every error with its status and its words', () => {
    expect(Object.fromEntries(description.errors.map(({ code, ...kind }) => [code, kind]))).toEqual(errorKinds);
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(description))).toEqual(description);
  });
});

function pick(name: string) {
  const { who, effect, summary } = actions[name as keyof typeof actions];
  return { who, effect, summary };
}
