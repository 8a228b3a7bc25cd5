import { firstScreen, largestSetData } from '../budgets';
import { engines } from '../engines';
import { fixtureOver, messages, out } from './scene';

describe.each(engines)('the host over $name', (engine) => {
  const { start, run } = fixtureOver(engine);

  describe('the logic layer', () => {
    it('has no browser and no Node, and only one function from a string', async () => {
      expect(out(await run('finds'))).toBe('true');
    });

    it.each([
      ['throws', 'uncaught error', 'pages/lab/index onLoad: Error: thrown in onLoad'],
      ['throwsLater', 'uncaught error', 'setTimeout: Error: thrown in a timer'],
      ['rejects', 'unhandled rejection', 'Error: nobody caught this'],
      ['consoleError', 'console.error', 'said {"code":7}'],
      ['consoleWarn', 'console.warn', 'careful'],
      ['dom', 'uncaught error', "pages/lab/index onLoad: TypeError: Cannot set properties of undefined (setting 'title')"],
      ['evaluates', 'uncaught error', 'pages/lab/index onLoad: EvalError: Code generation from strings is not allowed in a mini-program'],
      ['usesEval', 'uncaught error', 'pages/lab/index onLoad: EvalError: Code generation from strings disallowed for this context'],
      ['huge', 'platform rule', 'pages/lab/index: setData of 1048586 bytes is over the limit of 1048576'],
      ['unset', 'platform rule', 'pages/lab/index: setData "out" to undefined is invalid'],
      ['invents', 'uncaught error', 'pages/lab/index onLoad: TypeError: wx.noSuchApi is not a function'],
    ])('%s: is a problem that close() fails on', async (name, kind, message) => {
      const hosted = await run(name);
      expect(() => {
        hosted.close();
      }).toThrow(`The mini-program had 1 problem(s):\n- [${kind}] ${message}`);
      expect(messages(hosted)).toEqual([`${kind}: ${message}`]);
    });

    it('reports the same key twice', async () => {
      expect(messages(await run('sameKeys')).join()).toMatch(/^view engine: .*key/);
    });

    it('moves long timers and the date only when told', async () => {
      const hosted = await run('ticks');
      expect(out(hosted)).toBe('0');
      await hosted.advance(3500);
      expect(out(hosted)).toBe('3');
    });

    it('starts at the given time', async () => {
      const hosted = await run('clock', { now: new Date('2017-09-07T01:00:00Z') });
      expect(out(hosted)).toBe('2017-09-07');
      await hosted.advance(24 * 3600 * 1000);
      expect(out(hosted)).toBe('2017-09-08');
    });

    it('records every setData with its size', async () => {
      const hosted = await start('pages/first/index');
      await hosted.page().tap('toggle');
      await hosted.page().tap('open');
      expect(hosted.setDatas()).toEqual([
        { route: 'pages/first/index', component: null, paths: ['isLoud', 'chain.below.name'], bytes: 38 },
        { route: 'pages/first/index', component: 'components/box/index', paths: ['times'], bytes: 11 },
        { route: 'pages/first/index', component: null, paths: ['seen'], bytes: 19 },
      ]);
      expect(largestSetData(hosted)).toBe(38);
      expect(firstScreen(hosted)).toEqual({ requests: 0, setDatas: 3, setDataBytes: 68, nodes: 13 });
    });
  });
});
